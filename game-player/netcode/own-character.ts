import { Action, type Body } from "#shared/simulation/types.ts";
import type { TrackedPlayer } from "./tracked-player.ts";

/** Time (ms) in which two thirds of the way from one picture of the own character to the other are drawn away. */
const HANDOVER_MS = 250;
/** Farther than this (tiles) nobody glides: they have been put somewhere else, or the page stood still. */
const FAR = 6;

/** Where a frame draws the own character from. */
export interface OwnFrame {
  /** Time of the page (ms). */
  readonly nowMs: number;
  /** Simulation time (ms) that is drawn of others. */
  readonly time: number;
  /** What is predicted of it; undefined while a bot plays with it. */
  readonly body: Body | undefined;
}

/**
 * Draws the own character: ahead of the server while its player plays, and as everybody else, from what the server has told,
 * while a bot does, whose inputs nobody here knows. Both pictures are right, but of two moments: at a change the character
 * glides from one to the other.
 */
export class OwnCharacter {
  #wasPredicted: boolean | undefined;
  #offsetX = 0;
  #offsetY = 0;
  #lastMs = Number.NaN;

  draw(self: TrackedPlayer, { nowMs, time, body }: OwnFrame): void {
    const { drawn } = self;
    const { x, y } = drawn;
    if (body === undefined) self.drawAt(time);
    else self.drawBody(body, nowMs);
    const isPredicted = body !== undefined;
    const changes = this.#wasPredicted !== undefined && this.#wasPredicted !== isPredicted;
    this.#wasPredicted = isPredicted;
    this.#fade(nowMs);
    if (changes) {
      this.#offsetX = x - drawn.x;
      this.#offsetY = y - drawn.y;
    }
    if (drawn.action === Action.Falling || Math.hypot(this.#offsetX, this.#offsetY) > FAR) this.cut();
    drawn.x += this.#offsetX;
    drawn.y += this.#offsetY;
  }

  /** From now on it is drawn where it is. */
  cut(): void {
    this.#offsetX = 0;
    this.#offsetY = 0;
  }

  #fade(nowMs: number): void {
    const share = Number.isNaN(this.#lastMs) ? 0 : Math.exp(-(nowMs - this.#lastMs) / HANDOVER_MS);
    this.#lastMs = nowMs;
    this.#offsetX *= share;
    this.#offsetY *= share;
  }
}
