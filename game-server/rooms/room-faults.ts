import { refusal } from "#shared/refusals/refusal.ts";
import type { Log } from "../observability/log.ts";

/** What players are told whose room is past hope. */
export const BROKEN = refusal("room_broken");

/** Failures in a row after which a room is given up: a step or a patch that failed that often is not going to work again. */
const MAX_IN_A_ROW = 5;
/** Different faults of a room that are logged. */
const MAX_LOGGED = 10;

/**
 * Keeps what goes wrong in a room inside it. Each fault is logged once, with its cause; a room that does nothing but fail
 * is given up, and the other rooms of the process do not notice.
 */
export class RoomFaults {
  readonly #log: Log;
  readonly #count: () => void;
  readonly #giveUp: () => void;
  readonly #logged = new Set<string>();
  readonly #inARow = new Map<string, number>();
  #over = false;

  /** `count` is called for each fault, `giveUp` once, when the room is past hope. */
  constructor(log: Log, count: () => void, giveUp: () => void) {
    this.#log = log;
    this.#count = count;
    this.#giveUp = giveUp;
  }

  /** Runs a part of the room's loop; nothing that it throws gets out. Does nothing any more once the room is given up. */
  run(part: string, work: () => void): void {
    if (this.#over) return;
    try {
      work();
      this.#inARow.delete(part);
    } catch (error) {
      this.note(part, error);
      const inARow = (this.#inARow.get(part) ?? 0) + 1;
      this.#inARow.set(part, inARow);
      if (inARow < MAX_IN_A_ROW) return;
      this.#over = true;
      this.#log.error({ part, inARow }, "the room is given up");
      this.#giveUp();
    }
  }

  /** Notes a fault that says nothing about the next time: what one player caused must not close the room of all. */
  note(part: string, error: unknown): void {
    this.#count();
    const fault = `${part}: ${error instanceof Error ? error.message : String(error)}`;
    if (this.#logged.has(fault) || this.#logged.size >= MAX_LOGGED) return;
    this.#logged.add(fault);
    this.#log.error({ err: error, part }, "a part of the room failed; the same is not logged again");
  }
}
