import type { Client } from "@colyseus/core";
import { InputQueue, type InputSource } from "#room/input-queue.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { BelievedSight, type ServerTime } from "./believed-sight.ts";
import { InputReception } from "./input-reception.ts";

/** What the people in a room want to do: takes their inputs from their connections, and deals them out to the ticks. */
export class PlayerInputs {
  readonly #queues = new Map<string, InputQueue>();
  readonly #bufferOf: (id: string) => InputSource;
  readonly #plays: (id: string) => boolean;
  readonly #now: () => ServerTime;

  /** `bufferOf` is where Colyseus keeps what has come from somebody; inputs of whoever does not play are dropped. */
  constructor(bufferOf: (id: string) => InputSource, plays: (id: string) => boolean, now: () => ServerTime) {
    this.#bufferOf = bufferOf;
    this.#plays = plays;
    this.#now = now;
  }

  /** Begins with a new connection of somebody, who gets a patch every `patchTicks` ticks. What it claims is bounded, unless `trusting`. */
  receive(client: Client, patchTicks: number, trusting = false): void {
    const { sessionId: id } = client;
    const queue = new InputQueue(this.#queues.get(id)?.last);
    this.#queues.set(id, queue);
    const sight = new BelievedSight(patchTicks);
    new InputReception(
      client,
      (tick) => queue.arrivals.arrived(tick, this.#now().simulation),
      (number, claims, travelled) =>
        trusting ? claims : sight.judge(number, claims, this.#now(), travelled),
      () => this.#plays(id),
    ).begin();
  }

  /** What everybody has done last. */
  save(): ReadonlyMap<string, PlayerInput> {
    return new Map([...this.#queues].map(([id, { last }]) => [id, last]));
  }

  /** Goes on without those whose lines are cut: this is what they did last. */
  restore(last: ReadonlyMap<string, PlayerInput>): void {
    for (const [id, input] of last) this.#queues.set(id, new InputQueue(input));
  }

  /** Somebody plays no more, for now: what they have sent goes unused. */
  rest(id: string): void {
    const source = this.#bufferOf(id);
    source.take(source.size);
    this.#queues.get(id)?.rest();
  }

  forget(id: string): void {
    this.#queues.delete(id);
  }

  /** What everybody does in the tick at `nowMs`. */
  take(nowMs: number): Map<string, readonly PlayerInput[]> {
    // A new map each time: the table of one that is cleared refers to the next, and the garbage collector then keeps the
    // inputs of many seconds.
    const inputs = new Map<string, readonly PlayerInput[]>();
    for (const [id, queue] of this.#queues) {
      if (this.#plays(id)) inputs.set(id, queue.take(this.#bufferOf(id), nowMs));
    }
    return inputs;
  }

  /** Puts into the state how early the inputs of each player came since the last patch. */
  noteMargins(state: ArenaState): void {
    for (const [id, { arrivals }] of this.#queues) {
      const replica = state.players.get(id);
      if (replica !== undefined) replica.inputMargin = arrivals.take();
    }
  }

  /** The input of somebody that was the quickest on its way since this was last asked, and when it came (ms). */
  takeQuickest(id: string): { number: number; time: number } | undefined {
    return this.#queues.get(id)?.arrivals.takeQuickest();
  }
}
