import { type Signal, signal } from "@preact/signals-core";
import type { CommandPayload } from "#player/commands.ts";
import { type Look, packLook } from "#shared/look.ts";

/** How long (ms) no other look is clicked before the last one is asked for. */
const REST_MS = 350;
/** Between two requests (ms): the server takes one in a second for long, and drops what is beyond. */
const APART_MS = 1050;
/** A request that is answered by no change by then (ms) is answered: it led to what one wore before. */
const ANSWER_MS = 1200;

/** What is wanted of a room. */
type Wanted = CommandPayload<"dress">[0];

export interface DresserDeps {
  /** Asks the room. */
  ask(wanted: Wanted): void;
  now(): number;
  /** Calls back once. Returns what calls it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/** Asks a room for another name and another look: of quick clicks only for the last, and never too often. */
export class Dresser {
  /** What was wanted has been answered, as far as can be known: the room says no more than what one wears. */
  readonly settled: Signal<boolean> = signal(true);
  readonly #deps: DresserDeps;
  #wanted: Wanted = {};
  #askedAt = Number.NEGATIVE_INFINITY;
  #callOff: () => void = () => {};

  constructor(deps: DresserDeps) {
    this.#deps = deps;
  }

  /** Wants a look, unless another click follows. */
  look(look: Look): void {
    this.#wanted.look = packLook(look);
    this.#askIn(REST_MS);
  }

  /** Wants a name. */
  name(name: string): void {
    this.#wanted.name = name;
    this.#askIn(0);
  }

  /** Asks at once for what is still wanted. */
  flush(): void {
    if (Object.keys(this.#wanted).length > 0) this.#ask();
  }

  #askIn(restMs: number): void {
    const { now, after } = this.#deps;
    this.settled.value = false;
    this.#callOff();
    const delay = Math.max(restMs, this.#askedAt + APART_MS - now());
    if (delay <= 0) this.#ask();
    else this.#callOff = after(delay, () => this.#ask());
  }

  #ask(): void {
    const { ask, now, after } = this.#deps;
    const wanted = this.#wanted;
    this.#callOff();
    this.#wanted = {};
    this.#askedAt = now();
    ask(wanted);
    this.#callOff = after(ANSWER_MS, () => {
      this.settled.value = true;
    });
  }
}

/** Whether a worn name is the chosen one with a number behind it, because somebody else has that name. */
export function isNumbered(worn: string, chosen: string): boolean {
  const name = / \d+$/.test(worn) ? worn.replace(/ \d+$/, "").toLowerCase() : undefined;
  const wanted = chosen.trim().toLowerCase();
  return name !== undefined && wanted !== worn.toLowerCase() && wanted.startsWith(name);
}
