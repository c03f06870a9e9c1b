import { Close, SEAT_EXPIRED } from "../contract/close-codes.ts";
import { reason } from "../contract/reasons.ts";
import { parseSeatUrl } from "../contract/seat-url.ts";
import { SIGNALLING_PATH, type WebRtcAnswer, type WebRtcOffer } from "./contract.ts";
import type { ChannelEvents, Channels } from "./datagrams/channels.ts";
import { DatagramLine } from "./datagrams/line.ts";
import type { LineClock } from "./datagrams/line-events.ts";

/** Whom the channels of a dialled connection report to. */
export interface DialEvents extends ChannelEvents {
  /** Packets of the server have come back: nothing blocks the way. The channels may still be far from open. */
  reached(): void;
  /** The page goes away: nobody would tell the server, as the end of a socket does. */
  leaving(): void;
}

/** One connection to the server as an engine makes it: a browser, or a library in Node. */
export interface DialledChannels extends Channels {
  /**
   * The description of this end. Candidates are not waited for, which can take seconds: the server wants none, it
   * answers whoever calls.
   */
  offer(): Promise<string>;
  /** Takes the server's description; the channels open by themselves afterwards. */
  accept(sdp: string): Promise<void> | void;
}

/** What an attempt needs from where it runs. */
export interface AttemptDeps extends LineClock {
  /** Begins a connection. @throws Error when there is no WebRTC here. */
  dial(events: DialEvents): Promise<DialledChannels>;
  /** Posts JSON to an address. */
  post(url: string, body: string): Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>;
}

/** Why nothing came of an attempt: `reason` as the server said it, or as `reason` says it. */
export interface AttemptFailure {
  /** Status of HTTP, or of the matchmaking. */
  readonly code: number;
  readonly reason: string;
  /** Close code for the room. */
  readonly closeCode: number;
}

/** What an attempt tells whoever made it. */
export interface AttemptEvents {
  /** One frame; with the first one it is certain that the server has taken this attempt. */
  frame(bytes: Uint8Array): void;
  /** A line that was open has ended, by the code and reason that were said, or 1006. */
  closed(code: number, reason: string): void;
  failed(failure: AttemptFailure): void;
  leaving(): void;
}

/** Status of an offer for a seat that is not there, or not any more, and what Colyseus calls it. */
const GONE = 410;

/** One offer and what comes of it: a line, or a failure. */
export class Attempt {
  readonly #deps: AttemptDeps;
  readonly #events: AttemptEvents;
  #channels: DialledChannels | undefined;
  #line: DatagramLine | undefined;
  #reached = false;
  #over = false;

  constructor(deps: AttemptDeps, url: string, events: AttemptEvents) {
    this.#deps = deps;
    this.#events = events;
    this.#dial(url).catch((error) => this.#fail(0, reason("webrtc_not_begun", { problem: wordsOf(error) })));
  }

  /** The line, once the channels have opened. */
  get line(): DatagramLine | undefined {
    return this.#line;
  }

  /** Whether packets have come back from the server. */
  get reached(): boolean {
    return this.#reached;
  }

  /** Lets go of it without a word; nothing is reported any more. */
  end(): void {
    this.#over = true;
    this.#channels?.close();
  }

  async #dial(url: string): Promise<void> {
    const channels = await this.#deps.dial({
      reached: () => {
        this.#reached = true;
      },
      open: () => this.#open(channels),
      datagram: (bytes) => this.#open(channels)?.onDatagram(bytes),
      reliable: (bytes) => this.#open(channels)?.onReliable(bytes),
      closed: () => this.#lost(),
      leaving: () => this.#events.leaving(),
    });
    this.#channels = channels;
    if (this.#over) channels.close();
    const sdp = await channels.offer();
    if (this.#over) return;
    const { server, seat } = parseSeatUrl(url);
    const offer: WebRtcOffer = { ...seat, sdp };
    const answer = await this.#deps.post(`${server}${SIGNALLING_PATH}`, JSON.stringify(offer));
    const body = await answer.json();
    if (this.#over) return;
    if (answer.ok && isAnswer(body)) await channels.accept(body.sdp);
    else if (answer.status === GONE) this.#fail(SEAT_EXPIRED, refusal(body), Close.FAILED_TO_RECONNECT);
    else this.#fail(answer.status, refusal(body));
  }

  #open(channels: Channels): DatagramLine | undefined {
    if (this.#over || this.#line !== undefined) return this.#line;
    const line = new DatagramLine(
      channels,
      {
        frame: (bytes) => {
          if (!this.#over) this.#events.frame(bytes);
        },
        closed: (code, reason) => {
          if (!this.#over) this.#events.closed(code, reason);
        },
        garbled: () => line.close(Close.PROTOCOL_ERROR, reason("server_not_ours")),
      },
      this.#deps,
    );
    this.#line = line;
    this.#reached = true;
    return line;
  }

  #lost(): void {
    if (this.#line !== undefined) this.#line.drop();
    else this.#fail(0, reason("webrtc_failed"));
  }

  #fail(code: number, reason: string, closeCode: number = Close.ABNORMAL): void {
    if (this.#over) return;
    this.end();
    this.#events.failed({ code, reason, closeCode });
  }
}

function isAnswer(body: unknown): body is WebRtcAnswer {
  return typeof body === "object" && body !== null && "sdp" in body && typeof body.sdp === "string";
}

function refusal(body: unknown): string {
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : undefined;
  return typeof error === "string" ? error : reason("webrtc_not_offered");
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
