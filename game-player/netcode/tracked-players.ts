import type { EventBatch } from "#shared/messages.ts";
import type { Body } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { hasTeams, NO_TEAM } from "#shared/state/seat-team.ts";
import { TICK_MS } from "#shared/tunables.ts";
import type { DrawnPlayer } from "./match-view.ts";
import { OwnCharacter } from "./own-character.ts";
import { TrackedPlayer } from "./tracked-player.ts";

/** Everybody in sight: what the state says of them, and how they are drawn. */
export class TrackedPlayers {
  readonly #selfId: string;
  readonly #tracked = new Map<string, TrackedPlayer>();
  readonly #drawn = new Map<string, DrawnPlayer>();
  readonly #own = new OwnCharacter();
  #others: readonly Body[] = [];

  constructor(selfId: string) {
    this.#selfId = selfId;
  }

  /** How everybody is drawn, in joining order. */
  get drawn(): ReadonlyMap<string, DrawnPlayer> {
    return this.#drawn;
  }

  /** Where the others are by the newest state: what the local player may run into. */
  get others(): readonly Body[] {
    return this.#others;
  }

  /** Takes in a state of a simulation time (ms). */
  receive(state: ArenaState, time: number): void {
    const { players, seats } = state;
    const own = seats.get(this.#selfId);
    // Asked once: a list of the state is slow to look into.
    const inTeams = hasTeams(state);
    const ownTeam = inTeams && own?.role === "player" ? own.team : NO_TEAM;
    let changes = false;
    // By keys: entries would be an array each, in every patch.
    for (const id of players.keys()) {
      const player = players.get(id);
      if (player === undefined) continue;
      let tracked = this.#tracked.get(id);
      if (tracked === undefined) {
        changes = true;
        tracked = new TrackedPlayer(id, id === this.#selfId);
        this.#tracked.set(id, tracked);
        this.#drawn.set(id, tracked.drawn);
      }
      const seat = seats.get(id);
      tracked.receive(player, seat, time);
      const { drawn } = tracked;
      if (seat !== undefined) drawn.team = inTeams ? seat.team : NO_TEAM;
      drawn.mate = ownTeam !== NO_TEAM && drawn.team === ownTeam && !drawn.self;
    }
    for (const id of this.#tracked.keys()) {
      if (players.has(id)) continue;
      this.#tracked.delete(id);
      this.#drawn.delete(id);
      changes = true;
    }
    if (changes) this.#others = this.#bodiesOfOthers();
  }

  /** Takes back what an answer has undone: those who were hit did not fly after all. */
  takeBack({ events }: EventBatch): void {
    for (const event of events) {
      if (!("since" in event) || event.since === undefined) continue;
      this.#tracked.get(event.id)?.takeBack(event.since * TICK_MS, event.tick * TICK_MS);
    }
  }

  /** Draws everybody as they were at a simulation time (ms), except the local player when `drawSelf` does that. */
  drawAt(time: number, drawSelf?: (self: TrackedPlayer, own: OwnCharacter) => void): void {
    // Not by a loop over values, which is an object for each one, in each frame.
    this.#tracked.forEach((tracked) => {
      if (tracked.drawn.self && drawSelf !== undefined) drawSelf(tracked, this.#own);
      else tracked.drawAt(time);
    });
  }

  #bodiesOfOthers(): Body[] {
    const bodies: Body[] = [];
    for (const [id, tracked] of this.#tracked) {
      if (id !== this.#selfId) bodies.push(tracked.body);
    }
    return bodies;
  }
}
