import { ServerMessage } from "#shared/messages.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";
import type { FeatureRoom, Person, RoomFeature } from "./feature.ts";

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
  readonly #votes = new Map<string, Map<string, number>>();
  #hostDoing = "";
  #hostSeen = 0;

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  /** Looks whether the host does anything: what they hold for long says nothing. */
  beforeStep(inputs: ReadonlyMap<string, readonly PlayerInput[]>): void {
    const [input] = inputs.get(this.#room.state.hostId) ?? [];
    if (input === undefined) return;
    const { moveX, moveY, aim, push, dash, brace } = input;
    const doing = [moveX, moveY, aim, push, dash, brace].join();
    if (doing !== this.#hostDoing) this.#hostSeen = this.#room.world.tick;
    this.#hostDoing = doing;
  }

  /** Somebody has given a command. */
  noteCommand(id: string): void {
    if (this.#room.features.host.is(id)) this.#hostSeen = this.#room.world.tick;
  }

  joined({ id }: Person): void {
    if (this.#room.features.host.is(id)) this.#hostSeen = this.#room.world.tick;
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
    const { state, world } = this.#room;
    const isConnected = state.seats.get(state.hostId)?.connected === true;
    return isConnected && world.tick - this.#hostSeen < ticks(HOST_ABSENT_SECONDS);
  }
}
