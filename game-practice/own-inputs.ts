import { InputQueue, type InputSource } from "#room/input-queue.ts";
import { InputReader } from "#room/input-reader.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import type { QueuedInput } from "#shared/state/input-state.ts";

/** An input that waits, with the moment of others (ms) that was on the screen when it was made; 0 for none. */
interface Waiting {
  readonly input: QueuedInput;
  readonly shown: number;
}

/** What the player does: takes the inputs of a connection, and deals them out to the ticks. */
export class OwnInputs {
  readonly #queue: InputQueue;
  readonly #reader = new InputReader();
  readonly #waiting: Waiting[] = [];
  /** The moment (ms) that the newest input says its page showed; the next says how much later that is. */
  #stamp = 0;
  #newest = 0;
  #consumed = 0;
  #shown = 0;

  /** `last`: what the player did before the line was cut. */
  constructor(last?: PlayerInput) {
    this.#queue = new InputQueue(last);
  }

  /** Inputs of the connection that are in the world. */
  get consumed(): number {
    return this.#consumed;
  }

  /** What the player has done last. */
  get last(): PlayerInput {
    return this.#queue.last;
  }

  /** The moment of others (ms) that was on the screen when that was done. */
  get shown(): number {
    return this.#shown;
  }

  /** How early inputs came of late (ms): what the page paces itself by. */
  takeMargin(): number {
    return this.#queue.arrivals.take();
  }

  /** The input that was the quickest on its way of late. */
  takeQuickest(): { number: number; time: number } | undefined {
    return this.#queue.arrivals.takeQuickest();
  }

  /** An input has come at `nowMs` (ms of the simulation); its fields begin at `at`. */
  receive(frame: Uint8Array, at: number, later: number, nowMs: number): void {
    this.#stamp += later;
    const input = this.#reader.read(frame, at);
    this.#queue.arrivals.arrived(input.tick, nowMs);
    if (input.tick <= this.#newest) return;
    this.#newest = input.tick;
    this.#waiting.push({ input, shown: this.#stamp });
  }

  /** What is done in the tick at `nowMs`. */
  take(nowMs: number): readonly PlayerInput[] {
    return this.#queue.take(this.#source, nowMs);
  }

  /** The player begins elsewhere: what is under way was meant for where they were. */
  rest(): void {
    this.#source.take(this.#waiting.length);
    this.#queue.rest();
  }

  readonly #source: InputSource = this.#createSource();

  #createSource(): InputSource {
    const waiting = this.#waiting;
    const take = (count: number): QueuedInput[] => {
      const taken = waiting.splice(0, count);
      this.#consumed += taken.length;
      this.#shown = taken.at(-1)?.shown ?? this.#shown;
      return taken.map(({ input }) => input);
    };
    return {
      get size() {
        return waiting.length;
      },
      take,
    };
  }
}
