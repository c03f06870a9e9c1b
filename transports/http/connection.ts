import { Close } from "../contract/close-codes.ts";
import { reason } from "../contract/reasons.ts";
import type { SeatUrl } from "../contract/seat-url.ts";
import { WireError } from "./batch.ts";
import type { HttpIo } from "./io.ts";
import { Link } from "./link.ts";
import {
  ACK_BYTES,
  ANSWER_MS,
  KEEP_ALIVE_MS,
  OPEN_MS,
  REQUEST_BYTES,
  RETRY_MS,
  SILENCE_MS,
  STALL_MS,
} from "./timing.ts";

/** How news come down over an open connection. It runs until `signal` is aborted. */
export interface Downstream {
  /** Period (ms) at which requests are sent whether or not there is anything to say; undefined: when there is. */
  readonly periodMs?: number;
  /** Begins to listen, over a channel besides the requests that carry what the player sends. */
  listen?(line: DownLine): void;
}

/** What a connection gives to its `Downstream`. */
export interface DownLine {
  readonly io: HttpIo;
  /** Address of this connection at the server. It is a secret: whoever has it has the connection. */
  readonly url: string;
  /** Number of the last record that came. */
  readonly received: number;
  readonly signal: AbortSignal;
  /** Takes in what came. Returns whether the connection is still open. */
  take(batch: Uint8Array): boolean;
  /** To be told of an answer that is none, or why there was none: after some time of this it is given up. */
  failed(why: unknown): void;
}

/** What a connection tells its owner. */
export interface ConnectionEvents {
  open(): void;
  frame(bytes: Uint8Array): void;
  /** Once, and nothing after it. `refusal` is there when the server did not even open it. */
  closed(code: number, reason: string, refusal?: { code: number; reason: string }): void;
}

/** What a proxy answers when nobody is behind it; the server itself never does. */
const NOBODY: ReadonlySet<unknown> = new Set([502, 503, 504]);
/** Time (ms) for which it has to answer that until a line is given up: less than a request and its repetition take. */
const NOBODY_MS = 200;

const CAME_APART = "The line to the server is broken.";

/** A conversation with the server in requests, from the opening to the close. */
export class HttpConnection {
  readonly #io: HttpIo;
  readonly #down: Downstream;
  readonly #events: ConnectionEvents;
  readonly #link = new Link();
  readonly #abort = new AbortController();
  readonly #forget: () => void;
  #url = "";
  #state: "opening" | "open" | "closed" = "opening";
  #asking = false;
  #lastAsk = 0;
  #lastGood = 0;
  /** When a proxy has said first that nobody is there, since it was otherwise. */
  #nobodySince: number | undefined;
  #unreported = 0;
  #cancelTimer: () => void = () => {};

  /** @param base Address of the transport at the server, `…/transports/NAME`. */
  constructor(base: string, seat: SeatUrl["seat"], io: HttpIo, down: Downstream, events: ConnectionEvents) {
    this.#io = io;
    this.#down = down;
    this.#events = events;
    this.#lastGood = io.now();
    this.#forget = io.onUnload(() => this.close(Close.GOING_AWAY, ""));
    void this.#open(base, seat);
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  /** Sends a frame with the next request. */
  send(frame: Uint8Array): void {
    this.#link.send(frame);
    this.#ask();
  }

  /** Says good-bye, without waiting for an answer. */
  close(code: number, reason: string): void {
    if (this.#state === "closed") return;
    this.#link.close(code, reason);
    if (this.#state === "open")
      this.#io.farewell(this.#url, this.#link.batch(undefined, REQUEST_BYTES).bytes);
    this.#end(code, reason);
  }

  async #open(base: string, seat: SeatUrl["seat"]): Promise<void> {
    const ask = { method: "POST", url: base, body: JSON.stringify(seat), type: "application/json" } as const;
    try {
      const answer = await this.#io.request({ ...ask, timeoutMs: OPEN_MS, signal: this.#abort.signal });
      if (this.#state === "closed") return;
      const said: unknown = JSON.parse(new TextDecoder().decode(answer.body));
      const id = textOf(said, "id");
      if (answer.status !== 200 || id === "") {
        this.#end(Close.ABNORMAL, "", { code: answer.status, reason: textOf(said, "error") });
        return;
      }
      this.#url = `${base}/${id}`;
    } catch {
      this.#end(Close.ABNORMAL, "", { code: 0, reason: reason("no_answer") });
      return;
    }
    this.#state = "open";
    this.#lastGood = this.#io.now();
    this.#down.listen?.(this.#line());
    this.#events.open();
    this.#ask(true);
  }

  #line(): DownLine {
    const link = this.#link;
    return {
      io: this.#io,
      url: this.#url,
      get received() {
        return link.received;
      },
      signal: this.#abort.signal,
      take: (batch) => this.#take(batch),
      failed: (why) => this.#failed(why),
    };
  }

  /** Asks again after a while, counted from the last request, unless there is a reason to before. */
  #askLater(periodMs: number): void {
    this.#cancelTimer();
    const wait = Math.max(0, this.#lastAsk + periodMs - this.#io.now());
    this.#cancelTimer = this.#io.later(wait, () => this.#ask(true));
  }

  /** Sends a request, if there is something to say or `anyway`, and none is under way. */
  #ask(anyway = false): void {
    if (this.#state !== "open" || this.#asking) return;
    if (!anyway && (this.#down.periodMs !== undefined || this.#link.unackedBytes === 0)) return;
    this.#cancelTimer();
    this.#asking = true;
    this.#lastAsk = this.#io.now();
    this.#unreported = 0;
    void this.#exchange().then((good) => {
      this.#asking = false;
      if (this.#state !== "open") return;
      if (good) this.#ask();
      if (!this.#asking) this.#askLater(good ? (this.#down.periodMs ?? KEEP_ALIVE_MS) : RETRY_MS);
    });
  }

  async #exchange(): Promise<boolean> {
    const { bytes: body } = this.#link.batch(undefined, REQUEST_BYTES);
    try {
      const answer = await this.#io.request({
        method: "POST",
        url: this.#url,
        body,
        type: "application/octet-stream",
        timeoutMs: ANSWER_MS,
        signal: this.#abort.signal,
      });
      if (answer.status === 200) return this.#take(answer.body);
      this.#failed(answer.status);
    } catch (error) {
      this.#failed(error);
    }
    return false;
  }

  #take(batch: Uint8Array): boolean {
    if (this.#state !== "open") return false;
    this.#lastGood = this.#io.now();
    this.#nobodySince = undefined;
    try {
      const { frames, close } = this.#link.receive(batch);
      for (const frame of frames) {
        this.#hand(frame);
        if (!this.isOpen) return false;
      }
      if (close !== undefined) {
        // The server keeps the good-bye until it knows that it has arrived.
        this.#io.farewell(this.#url, this.#link.batch(undefined, 0).bytes);
        this.#end(close.code, close.reason);
        return false;
      }
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      this.#end(Close.PROTOCOL_ERROR, error.message);
      return false;
    }
    this.#unreported += batch.length;
    // Timers of a page in the background are slow: what comes is the better clock.
    const late = this.#down.periodMs === undefined && this.#io.now() - this.#lastAsk > KEEP_ALIVE_MS;
    if (late || this.#unreported > ACK_BYTES) this.#ask(true);
    return true;
  }

  /** Hands a frame on. What goes wrong with it is no fault of the line: it is thrown where errors are seen. */
  #hand(frame: Uint8Array): void {
    try {
      this.#events.frame(frame);
    } catch (error) {
      this.#io.later(0, () => {
        throw error;
      });
    }
  }

  #failed(why: unknown): void {
    if (this.#state !== "open") return;
    const stalled = why instanceof Error && why.name === "TimeoutError";
    const now = this.#io.now();
    const since = now - this.#lastGood;
    if (NOBODY.has(why)) this.#nobodySince ??= now;
    const isNobody = now - (this.#nobodySince ?? now) > NOBODY_MS;
    if (why === 404 || isNobody || since > (stalled ? STALL_MS : SILENCE_MS))
      this.#end(Close.ABNORMAL, CAME_APART);
  }

  #end(code: number, reason: string, refusal?: { code: number; reason: string }): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#cancelTimer();
    this.#forget();
    this.#abort.abort();
    this.#events.closed(code, reason, refusal);
  }
}

function textOf(value: unknown, key: string): string {
  const found = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === "string" ? found : "";
}
