import type { Arena } from "#shared/arena/arena.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { Match } from "./match.ts";
import type { MatchSource } from "./match-source.ts";
import { RoomTime } from "./room-time.ts";

/** What is told of the matches of a room. */
export interface MatchesEvents {
  /** There is a match to show: the first one, or another one because the room has moved to another arena. */
  begun(match: Match): void;
  /** The room is on an arena that is not known here. */
  unknown(arena: string): void;
}

/**
 * What a source shows, from one arena to the next: all that is drawn and predicted is of one arena, so the room's move to another
 * begins a match of its own. The clock goes on, and so do the numbers of the inputs.
 */
export class Matches {
  readonly #source: MatchSource;
  readonly #arenas: ReadonlyMap<string, Arena>;
  readonly #now: () => number;
  readonly #events: MatchesEvents;
  readonly #time: RoomTime;
  readonly #stop: () => void;
  #match: Match | undefined;

  /** `now` is the clock (ms) by which what comes is timed. Begins with the state that is there, or with the first one. */
  constructor(
    source: MatchSource,
    arenas: ReadonlyMap<string, Arena>,
    now: () => number,
    events: MatchesEvents,
  ) {
    this.#source = source;
    this.#arenas = arenas;
    this.#now = now;
    this.#events = events;
    this.#time = new RoomTime(source, now);
    this.#stop = source.onState((state) => this.#follow(state));
    if (source.state !== undefined) this.#follow(source.state);
  }

  /** The match of the present arena; undefined before the first state. */
  get match(): Match | undefined {
    return this.#match;
  }

  /** Shows nothing any more. */
  dispose(): void {
    this.#stop();
    this.#match?.dispose();
  }

  #follow(state: ArenaState): void {
    if (state.arena === this.#match?.arena.id) return;
    const arena = this.#arenas.get(state.arena);
    if (arena === undefined) {
      this.#events.unknown(state.arena);
      return;
    }
    const isCut = this.#match?.paused ?? false;
    this.#match?.dispose();
    const match = new Match(this.#source, arena, this.#now, this.#time);
    match.paused = isCut;
    this.#match = match;
    this.#events.begun(match);
  }
}
