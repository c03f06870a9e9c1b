import type { TransportLog } from "../contract/log.ts";
import type { BreachKind } from "../contract/peer.ts";
import { reason } from "../contract/reasons.ts";
import type { Stage, Up } from "../contract/stage.ts";
import { Allowance } from "../limits/allowance.ts";
import type { FrameRules } from "./frames.ts";

/** Messages that a connection may send at once: what an honest one piles up in four seconds, after which it gives its
 * line up, twice over. */
const BURST = 400;
/** Messages a second that it may send for ever: 50 inputs, as many again for a clock that runs fast, and talk. */
const SUSTAINED = 110;

/** Ends a connection for what came over it. `why` is what `reason` returns. */
export type Expel = (kind: BreachKind, why: string) => void;

/** Lets only frames of ours, at a bearable rate, through to whoever listens to a connection. */
export class Guard implements Stage {
  readonly #rules: FrameRules;
  readonly #log: TransportLog;
  readonly #transport: string;
  readonly #expel: Expel;
  readonly #allowance = new Allowance(BURST, SUSTAINED, performance.now());
  #shut = false;

  /** @param transport What the connection goes over, for the log. */
  constructor(rules: FrameRules, log: TransportLog, transport: string, expel: Expel) {
    this.#rules = rules;
    this.#log = log;
    this.#transport = transport;
    this.#expel = expel;
  }

  /** Lets nothing through any more. */
  shut(): void {
    this.#shut = true;
  }

  up(frame: Uint8Array, next: Up): void {
    if (this.#shut) return;
    const nowMs = performance.now();
    if (!this.#allowance.take(nowMs)) {
      this.#expel("flood", reason("too_many_messages"));
      return;
    }
    const messages = frame instanceof Uint8Array ? this.#rules.messagesIn(frame) : 0;
    if (messages === 0) {
      this.#expel("garbage", reason("not_ours"));
    } else if (messages > 1 && !this.#allowance.take(nowMs)) {
      this.#expel("flood", reason("too_many_messages"));
    } else {
      try {
        next(frame);
      } catch (error) {
        const sparing = { transport: this.#transport };
        this.#log.warn({ sparing, err: error }, "a frame could not be handled");
        this.#expel("fault", reason("not_handled"));
      }
    }
  }
}
