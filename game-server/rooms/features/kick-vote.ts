import { z } from "zod";
import { ServerMessage } from "#shared/messages.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import { ticks } from "#shared/tunables.ts";
import { memoryOf } from "../snapshot/memory.ts";
import { count, mapOf } from "../snapshot/plain.ts";
import type { FeatureRoom, RoomFeature } from "./feature.ts";

/** Time (s) without a sign of the host after which the others may vote. */
const HOST_ABSENT_SECONDS = 30;
/** Time (s) after which a vote does not count any more. */
const VOTE_SECONDS = 60;
/** Nobody puts anybody out alone. */
const LEAST_VOTES = 2;

/** While no host is there to keep order, a majority may put somebody out. */
export class KickVote implements RoomFeature {
  readonly #room: FeatureRoom;
  /** By guest who is to go: which guests want that, and since which tick. A guest has one vote, however many tabs. */
  #votes = new Map<string, Map<string, number>>();
  readonly memory = memoryOf(
    mapOf(z.string(), mapOf(z.string(), count)),
    () => this.#votes,
    (votes) => {
      this.#votes = votes;
    },
  );

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  /** What is kept of votes is bounded by the last minute, however many come and go. */
  left(): void {
    const since = this.#room.world.tick - ticks(VOTE_SECONDS);
    for (const [against, votes] of this.#votes) {
      if ([...votes.values()].every((tick) => tick < since)) this.#votes.delete(against);
    }
  }

  /** Why somebody may not vote against somebody now. */
  refuseVote(voter: string, target: string): string | undefined {
    const { people } = this.#room;
    const person = people.get(target);
    if (person === undefined) return refusal("nobody_there");
    if (people.get(voter)?.guest === person.guest) return refusal("not_yourself");
    return this.#hostIsThere() ? refusal("host_is_there") : undefined;
  }

  /** Somebody wants somebody out. */
  vote(voter: string, target: string): void {
    const { world, state, people, features } = this.#room;
    const [from, against] = [people.get(voter)?.guest, people.get(target)?.guest];
    if (from === undefined || against === undefined) return;
    const present = this.#present(against);
    const since = world.tick - ticks(VOTE_SECONDS);
    const known = [...(this.#votes.get(against) ?? [])].filter(
      ([guest, tick]) => present.has(guest) && tick >= since,
    );
    const votes = new Map([...known, [from, world.tick]]);
    this.#votes.set(against, votes);
    const of = Math.max(LEAST_VOTES, Math.floor(present.size / 2) + 1);
    if (votes.size >= of) {
      this.#votes.delete(against);
      features.order.kick(target, false);
      return;
    }
    const name = state.seats.get(target)?.name ?? "";
    const text = refusal("kick_vote", { name, votes: votes.size, of });
    this.#room.broadcast(ServerMessage.Notice, { text }, ({ guest }) => guest !== against);
  }

  /** Guests who are connected, without the one whom a vote is about. */
  #present(against: string): ReadonlySet<string> {
    const { people, state } = this.#room;
    const here = [...people.values()].filter(({ id }) => state.seats.get(id)?.connected === true);
    return new Set(here.map(({ guest }) => guest).filter((guest) => guest !== against));
  }

  #hostIsThere(): boolean {
    const { state, world, features } = this.#room;
    const isConnected = state.seats.get(state.hostId)?.connected === true;
    // Whoever has just been made the host has their time to answer, too.
    const heard = Math.max(features.idle.seen(state.hostId) ?? 0, features.host.since);
    return isConnected && world.tick - heard < ticks(HOST_ABSENT_SECONDS);
  }
}
