import { MATCH } from "#shared/tunables.ts";
import type { PageStore } from "./stores/page.ts";

/** A page that is back within this time (ms) has only blinked: nothing is said of it. */
const BLINK_MS = 400;

/** How often the room of a stay has gone on in another process, and how long the last of these moves took (ms) until its state was there. */
export interface Moves {
  readonly count: number;
  readonly lastMs: number;
}

export interface AbsenceDeps {
  readonly page: PageStore;
  /** ms since the page was opened. */
  now(): number;
  /** ms since 1970. */
  date(): number;
}

/** The times in which a page is without its match: what is said of them, and how many were moves of the room. */
export class Absence {
  readonly #deps: AbsenceDeps;
  #moves: Moves = { count: 0, lastMs: 0 };
  #isMove = false;
  /** When it was noticed and when the match stood still (`now`), and when the seat expires (`date`). */
  #since: number | undefined;
  #stoodAt = 0;
  #deadline = 0;

  constructor(deps: AbsenceDeps) {
    this.#deps = deps;
  }

  get moves(): Moves {
    return this.#moves;
  }

  /**
   * The connection is lost, over which nothing has come for `silentMs`. `atOnce`: the player has seen the picture stand still for a
   * while already.
   */
  begin(atOnce: boolean, silentMs = 0): void {
    if (this.#since !== undefined) return;
    const { now, date } = this.#deps;
    this.#since = now();
    this.#stoodAt = this.#since - silentMs;
    this.#deadline = date() + MATCH.reconnectGrace * 1000;
    if (atOnce) this.#say();
  }

  /** Says so once that has lasted for longer than a blink; to be called often. */
  look(nowMs: number): void {
    if (this.#since !== undefined && nowMs - this.#since > BLINK_MS) this.#say();
  }

  /** The room goes on in another process, whose state is still to come. */
  noteMove(): void {
    this.#isMove = true;
  }

  /** The match goes on. */
  end(): void {
    const { page, now } = this.#deps;
    if (this.#isMove) {
      const sinceMs = this.#since === undefined ? now() : this.#stoodAt;
      this.#moves = { count: this.#moves.count + 1, lastMs: Math.round(now() - sinceMs) };
    }
    this.#isMove = false;
    this.#since = undefined;
    page.screen.value = { name: "match" };
  }

  /** Whether the seat is kept no longer. */
  get isTooLong(): boolean {
    return this.#since !== undefined && this.#deps.date() > this.#deadline;
  }

  #say(): void {
    const { screen } = this.#deps.page;
    if (screen.value.name === "match") screen.value = { name: "reconnecting", deadline: this.#deadline };
  }
}
