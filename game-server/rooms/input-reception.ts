import { type Client, ClientState, ProtocolModifier } from "@colyseus/core";
import { decode } from "@colyseus/schema";
import { type InputBuffer, inputBufferOf, onInputFrame } from "#colyseus/server/inputs.ts";
import { InputReader } from "#room/input-reader.ts";
import type { Claims } from "./believed-sight.ts";

/** Set on the first byte of an input that carries the moment that its sender saw. */
const { TIMED } = ProtocolModifier;

/** Takes the inputs of a connection from its transport into the buffer that Colyseus keeps for it. */
export class InputReception {
  readonly #client: Client;
  readonly #buffer: InputBuffer;
  readonly #came: (tick: number) => void;
  readonly #judge: Judge;
  readonly #wanted: () => boolean;
  readonly #reader = new InputReader();
  readonly #it = { offset: 1 };
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
    const it = this.#it;
    it.offset = 1;
    let seenAt = 0;
    if (((frame[0] ?? 0) & TIMED) !== 0) {
      this.#stamp += decode.number(frame, it);
      seenAt = this.#stamp;
    }
    const input = this.#reader.read(frame, it.offset);
    if (!this.#wanted()) {
      if (this.#buffer.accept(input.tick)) this.#buffer.consumedCount += 1;
      return;
    }
    this.#came(input.tick);
    if (!this.#buffer.accept(input.tick)) return;
    const claims = this.#judge(input.tick, { seen: input.seen ?? 0, shown: seenAt });
    input.seen = claims.seen;
    this.#buffer.push(input, claims.shown);
  };
}

/** Says what is believed of what an input of this number claims. */
type Judge = (number: number, claims: Claims) => Claims;
