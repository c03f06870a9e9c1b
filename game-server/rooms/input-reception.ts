import { type Client, ClientState, ProtocolModifier } from "@colyseus/core";
import { decode } from "@colyseus/schema";
import { type InputBuffer, inputBufferOf, onInputFrame } from "#colyseus/server/inputs.ts";
import { InputReader } from "#room/input-reader.ts";
import type { QueuedInput } from "#shared/state/input-state.ts";
import type { Claims, Travelled } from "./believed-sight.ts";

/** Set on the first byte of an input that carries the moment that its sender saw. */
const { TIMED } = ProtocolModifier;

const ALONE: Travelled = { follows: false };
const BEHIND_ANOTHER: Travelled = { follows: true };

/** Takes the inputs of a connection from its transport into the buffer that Colyseus keeps for it. */
export class InputReception {
  readonly #client: Client;
  readonly #buffer: InputBuffer;
  readonly #came: (tick: number) => void;
  readonly #judge: Judge;
  readonly #wanted: () => boolean;
  readonly #reader = new InputReader();
  readonly #it = { offset: 0 };
  /** The moment (ms) that the newest input says its sender saw; the next says how much later that is. */
  #stamp = 0;

  /**
   * `came` is told of each input, before it is known whether it is a new one; `judge` of those that are. While they are not
   * `wanted` they are read, because each only holds what has changed, and dropped; they count as used, so that the page of
   * somebody who plays again knows which ones are still under way.
   */
  constructor(client: Client, came: (tick: number) => void, judge: Judge, wanted: () => boolean) {
    this.#client = client;
    this.#buffer = inputBufferOf(client);
    this.#came = came;
    this.#judge = judge;
    this.#wanted = wanted;
  }

  /**
   * Begins with what the transport emits as `input`. Colyseus would read each frame with a decoder for trees that change,
   * and keep a copy with all that it takes to track changes; there are more inputs than anything else.
   */
  begin(): void {
    onInputFrame(this.#client, this.#receive);
  }

  readonly #receive = (frame: Uint8Array): void => {
    if (this.#client.state === ClientState.LEAVING) return;
    const first = this.#read(frame, 0);
    // The guard lets no more than two through.
    if (first.end === frame.length) {
      this.#take(first, ALONE);
      return;
    }
    const second = this.#read(frame, first.end);
    this.#take(first, { follows: false, waitedMs: second.shown - first.shown });
    this.#take(second, BEHIND_ANOTHER);
  };

  /** The input that begins at `at`. */
  #read(frame: Uint8Array, at: number): ReadInput {
    const it = this.#it;
    it.offset = at + 1;
    const isTimed = ((frame[at] ?? 0) & TIMED) !== 0;
    if (isTimed) this.#stamp += decode.number(frame, it);
    const input = this.#reader.read(frame, it.offset);
    return { input, shown: isTimed ? this.#stamp : 0, end: this.#reader.end };
  }

  #take({ input, shown }: ReadInput, travelled: Travelled): void {
    if (!this.#wanted()) {
      if (this.#buffer.accept(input.tick)) this.#buffer.consumedCount += 1;
      return;
    }
    this.#came(input.tick);
    if (!this.#buffer.accept(input.tick)) return;
    const claims = this.#judge(input.tick, { seen: input.seen ?? 0, shown }, travelled);
    input.seen = claims.seen;
    this.#buffer.push(input, claims.shown);
  }
}

/** An input, the moment (ms) that it says its sender saw, and where it ends in its frame. */
interface ReadInput {
  readonly input: QueuedInput;
  readonly shown: number;
  readonly end: number;
}

/** Says what is believed of what an input of this number claims. */
type Judge = (number: number, claims: Claims, travelled: Travelled) => Claims;
