import type { Peer } from "../contract/peer.ts";
import type { Done, Down, Stage } from "../contract/stage.ts";
import { type FrameRules, isPatch } from "./frames.ts";

/** Bytes under way to one player above which nothing is added that will be out of date when it arrives. */
const MAX_BEFORE_LAG = 64 * 1024;
/** Bytes under way above which a player is given up who is sent what cannot be left out, and does not take it. */
const MAX_UNDER_WAY = 4 * MAX_BEFORE_LAG;

/** What happens to a player who cannot keep up: it begins, and ends with a fresh state. */
export type LagEvent = "lagging" | "caught up";

/** Whom the frames come from: makes up for what was left out. */
export interface Source {
  /** Sends the whole state in place of all that was left out, if it is still asked for. Returns whether it was. */
  resume(): boolean;
  tell(event: LagEvent): void;
}

/**
 * Sees to it that a player who takes frames more slowly than they come gets the latest state instead of an ever
 * longer queue: what something newer replaces is left out once too much is under way, and when all of it has arrived, one
 * full state follows. What may not be left out is sent in its place all the same, up to a bound at which the player is given up.
 */
export class Backlog implements Stage {
  readonly #peer: Pick<Peer, "bufferedAmount">;
  readonly #rules: FrameRules;
  readonly #giveUp: () => void;
  #source: Source | undefined;
  #state: "keeping up" | "lagging" | "resuming" = "keeping up";

  /** @param giveUp Ends the connection: what it was sent is not taken. */
  constructor(peer: Pick<Peer, "bufferedAmount">, rules: FrameRules, giveUp: () => void) {
    this.#peer = peer;
    this.#rules = rules;
    this.#giveUp = giveUp;
  }

  /** Bytes that were sent and have not arrived, as far as the transport knows. */
  get underWay(): number {
    return this.#peer.bufferedAmount;
  }

  /** Begins to leave out what something newer replaces: `source` makes up for it. */
  follow(source: Source): void {
    this.#source = source;
  }

  down(frame: Uint8Array, next: Down, done?: Done): void {
    const { underWay } = this;
    // Nearly always: nothing has to be known of the frame then.
    if (this.#state === "keeping up" && underWay <= MAX_BEFORE_LAG) {
      next(frame, done);
      return;
    }
    if (this.#source === undefined || this.#rules.deliveryOf(frame) === "ordered") {
      if (underWay > MAX_UNDER_WAY) this.#giveUp();
      next(frame, done);
      return;
    }
    if (this.#state === "keeping up") {
      this.#state = "lagging";
      this.#source.tell("lagging");
    }
    done?.();
    if (this.#state === "lagging" && isPatch(frame) && underWay === 0) {
      this.#state = "resuming";
      // Not now: the patch that is just being sent to everybody is not finished.
      queueMicrotask(() => this.#resume());
    }
  }

  #resume(): void {
    this.#state = "keeping up";
    if (this.#source?.resume()) this.#source.tell("caught up");
  }
}
