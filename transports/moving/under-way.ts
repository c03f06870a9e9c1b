import type { ClientTransport, ClientTransportFactory } from "../contract/client-transport.ts";
import { Close } from "../contract/close-codes.ts";
import { reason } from "../contract/reasons.ts";
import type { NumberedFrames } from "./numbered-frames.ts";
import { decodeRecord, encodeRecord } from "./record.ts";

/** Time (ms) that a move may take: WebRTC needs half a dozen round trips, and more where much is lost. */
const MOVE_LIMIT_MS = 10_000;

type MessageEvent = { data: ArrayBuffer | Uint8Array };
type CloseEvent = { code: number; reason: string };

/** Whom a move tells of what becomes of it. */
export interface Told {
  /** The server sends over the new line from now on. `first` hands on the frame that has shown it. */
  moved(transport: ClientTransport, first: () => void): void;
  /** Nothing came of it, for a reason as `reason` says it. */
  failed(why: string): void;
  /** The line after the move: a frame that is new, and its end. */
  frame(transport: ClientTransport, event: MessageEvent): void;
  closed(transport: ClientTransport, event: CloseEvent): void;
}

/**
 * A move to another line, from the connection to the first frame that comes over it. "opening": the server is to say what it has.
 * "agreed": it has, and was told what this end has; frames go up over both lines until the first comes down over the new one.
 */
export class UnderWay {
  readonly #transport: ClientTransport;
  readonly #url: string;
  readonly #frames: NumberedFrames;
  readonly #told: Told;
  readonly #later: (ms: number, callback: () => void) => () => void;
  #state: "opening" | "agreed" | "settled" | "over" = "opening";
  #why = "";
  /** What this end had when it said so. */
  #said = 0;
  #toSkip = 0;
  #cancelLimit = (): void => {};

  constructor(
    make: ClientTransportFactory,
    url: string,
    frames: NumberedFrames,
    clock: { later(ms: number, callback: () => void): () => void },
    told: Told,
  ) {
    this.#url = url;
    this.#frames = frames;
    this.#told = told;
    this.#later = (ms, callback) => clock.later(ms, callback);
    this.#transport = make({
      onmessage: (event) => this.#receive(event),
      onclose: (event) => this.#closed(event),
      onerror: ({ reason }) => {
        this.#why = reason;
      },
    });
  }

  begin(): void {
    this.#cancelLimit = this.#later(MOVE_LIMIT_MS, () => this.#fail(reason("move_too_slow")));
    this.#transport.connect(this.#url);
  }

  /** Sends a frame over this line too, once it is agreed what goes over it. */
  send(frame: Uint8Array): void {
    if (this.#state === "agreed") this.#transport.send(frame);
  }

  /** The seat has this line now. */
  settle(): void {
    this.#cancelLimit();
    this.#state = "settled";
    this.#toSkip = this.#frames.received - this.#said;
  }

  /** Lets go of it, unless the seat has it. */
  end(code: number = Close.NORMAL, why = ""): void {
    if (this.#state === "over" || this.#state === "settled") return;
    this.#state = "over";
    this.#cancelLimit();
    this.#transport.close(code, why);
  }

  #receive(event: MessageEvent): void {
    if (this.#state === "opening") this.#agree(event);
    else if (this.#state === "agreed") this.#told.moved(this.#transport, () => this.#take(event));
    else if (this.#state === "settled") this.#take(event);
  }

  /** Takes a frame, unless it came over the old line already. */
  #take(event: MessageEvent): void {
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else this.#told.frame(this.#transport, event);
  }

  #agree({ data }: MessageEvent): void {
    const number = decodeRecord(data instanceof Uint8Array ? data : new Uint8Array(data));
    const missing = number === undefined ? undefined : this.#frames.since(number);
    if (missing === undefined) {
      this.#fail(reason(number === undefined ? "server_not_ours" : "moved_too_late"));
      return;
    }
    this.#state = "agreed";
    this.#said = this.#frames.received;
    this.#transport.send(encodeRecord(this.#said));
    for (const frame of missing) this.#transport.send(frame);
  }

  #closed(event: CloseEvent): void {
    if (this.#state === "settled") this.#told.closed(this.#transport, event);
    else this.#fail(event.reason || this.#why || reason("no_answer"));
  }

  #fail(why: string): void {
    if (this.#state === "over" || this.#state === "settled") return;
    this.end();
    this.#told.failed(why);
  }
}
