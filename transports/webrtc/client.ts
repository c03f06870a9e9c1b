import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "../contract/client-transport.ts";
import { Close } from "../contract/close-codes.ts";
import { reason } from "../contract/reasons.ts";
import { Attempt, type AttemptDeps, type AttemptFailure } from "./attempt.ts";
import { PULSE_MS } from "./datagrams/line.ts";

/** What the player's end needs from where it runs. */
export interface WebRtcDeps extends AttemptDeps {
  /** Calls back every `everyMs` until the returned function is called. */
  every(everyMs: number, callback: () => void): () => void;
}

/**
 * Time (ms) after which the next offer is made, beside those that are still under way. The handshakes below (ICE, DTLS,
 * SCTP) take half a dozen round trips, and each waits a second and then twice as long for what was lost. With 15 % lost,
 * one offer takes up to 8 s (95 of 100 times; half of them 1.5 s), and so many beside each other 4.5 s.
 */
const NEXT_OFFER_MS = 1500;
const MAX_OFFERS = 5;
/** Time (ms) in which a packet of the server has to come: where UDP is blocked none ever does. */
const REACH_LIMIT_MS = 8000;
/** Time (ms) in which one of the offers has to get through once the server was reached: the seat is kept for 15 s. */
const CONNECT_LIMIT_MS = 14_000;
const TIMED_OUT = 504;
const UNREACHED = {
  code: TIMED_OUT,
  reason: reason("webrtc_unreached", { seconds: REACH_LIMIT_MS / 1000 }),
  closeCode: Close.ABNORMAL,
};
const UNFINISHED = {
  code: TIMED_OUT,
  reason: reason("webrtc_unfinished", { seconds: CONNECT_LIMIT_MS / 1000 }),
  closeCode: Close.ABNORMAL,
};

/** One connection over WebRTC, from the first offer to the end. */
class Connection {
  readonly #deps: WebRtcDeps;
  readonly #events: TransportEvents;
  readonly #url: string;
  readonly #stopPulse: () => void;
  readonly #attempts = new Set<Attempt>();
  /** The attempt that the server has taken. */
  #taken: Attempt | undefined;
  #offers = 0;
  #over = false;
  /**
   * Time is counted in pulses: a page that loads its pictures stands still meanwhile, and what it has not heard yet may
   * have come.
   */
  #waitedMs = 0;

  constructor(deps: WebRtcDeps, events: TransportEvents, url: string) {
    this.#deps = deps;
    this.#events = events;
    this.#url = url;
    this.#stopPulse = deps.every(PULSE_MS, () => this.#pulse());
    this.#offer();
  }

  get isOpen(): boolean {
    return this.#taken?.line?.state === "open";
  }

  send(frame: Uint8Array): void {
    this.#taken?.line?.send(frame);
  }

  close(code: number = Close.NO_STATUS, reason = ""): void {
    const line = this.#taken?.line;
    if (line?.state === "open") line.close(code, reason);
    // A dead line would keep the good-bye for a while: whoever waits for it is told now.
    if (line === undefined || code === Close.MAY_TRY_RECONNECT) this.#report(code, reason);
    if (line === undefined) this.#endAllBut(undefined);
  }

  #offer(): void {
    this.#offers += 1;
    const attempt: Attempt = new Attempt(this.#deps, this.#url, {
      frame: (data) => {
        this.#take(attempt);
        if (!this.#over) this.#events.onmessage?.({ data });
      },
      closed: (code, reason) => this.#closed(attempt, code, reason),
      failed: (failure) => this.#failed(attempt, failure),
      leaving: () => this.close(Close.GOING_AWAY),
    });
    this.#attempts.add(attempt);
  }

  #take(attempt: Attempt): void {
    if (this.#taken !== undefined) return;
    this.#taken = attempt;
    this.#endAllBut(attempt);
    this.#events.onopen?.({});
  }

  #closed(attempt: Attempt, code: number, reason: string): void {
    this.#attempts.delete(attempt);
    if (this.#taken === attempt) this.#stopPulse();
    // The server takes one attempt and lets go of the others without a word.
    else if (code === Close.ABNORMAL && this.#attempts.size > 0) return;
    this.#report(code, reason);
  }

  #failed(attempt: Attempt, failure: AttemptFailure): void {
    this.#attempts.delete(attempt);
    // Whatever was wrong with it, another one may be through in a moment.
    if (this.#attempts.size === 0) this.#fail(failure);
  }

  #pulse(): void {
    for (const { line } of this.#attempts) line?.pulse();
    if (this.#taken !== undefined || this.#over) return;
    this.#waitedMs += PULSE_MS;
    const wasReached = [...this.#attempts].some(({ reached }) => reached);
    if (this.#waitedMs >= (wasReached ? CONNECT_LIMIT_MS : REACH_LIMIT_MS)) {
      this.#fail(wasReached ? UNFINISHED : UNREACHED);
    } else if (this.#offers < MAX_OFFERS && this.#waitedMs >= this.#offers * NEXT_OFFER_MS) this.#offer();
  }

  #endAllBut(one: Attempt | undefined): void {
    for (const attempt of this.#attempts) {
      if (attempt === one) continue;
      attempt.end();
      this.#attempts.delete(attempt);
    }
  }

  #fail({ code, reason, closeCode }: AttemptFailure): void {
    if (this.#over) return;
    this.#events.onerror?.({ code, reason });
    this.#report(closeCode, reason);
    this.#endAllBut(undefined);
  }

  #report(code: number, reason: string): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#taken === undefined) this.#stopPulse();
    this.#events.onclose?.({ code, reason });
  }
}

/** Data channels over UDP: what is lost holds up nothing. */
class WebRtcEnd implements ClientTransport {
  readonly name = "webrtc";
  readonly reason = "";
  readonly #events: TransportEvents;
  readonly #deps: WebRtcDeps;
  #connection: Connection | undefined;

  constructor(events: TransportEvents, deps: WebRtcDeps) {
    this.#events = events;
    this.#deps = deps;
  }

  get isOpen(): boolean {
    return this.#connection?.isOpen ?? false;
  }

  connect(url: string): void {
    this.#connection = new Connection(this.#deps, this.#events, url);
  }

  send(frame: Uint8Array): void {
    this.#connection?.send(frame);
  }

  sendUnreliable(frame: Uint8Array): void {
    this.send(frame);
  }

  close(code?: number, reason?: string): void {
    this.#connection?.close(code, reason);
  }
}

/** The WebRTC transport over connections that `deps` dials. */
export function webRtcTransport(deps: WebRtcDeps): ClientTransportFactory {
  return (events) => new WebRtcEnd(events, deps);
}
