import type { WebRtcEngine } from "./engine.ts";
import { WebRtcPeer } from "./peer.ts";

/** Time (ms) that a page has to open the channels after its offer was answered. */
const CALL_LIMIT_MS = 15_000;

/** One connection, from the answered offer to the end. */
export class Call {
  readonly #opened: (peer: WebRtcPeer) => void;
  readonly #ended: () => void;
  readonly #deadline: NodeJS.Timeout;
  #connection: ReturnType<WebRtcEngine["answer"]> | undefined;
  #peer: WebRtcPeer | undefined;
  #over = false;

  /**
   * @param opened Told of the peer when the channels are open.
   * @param ended Told once when there is nothing left of the connection.
   */
  constructor(opened: (peer: WebRtcPeer) => void, ended: () => void) {
    this.#opened = opened;
    this.#ended = ended;
    this.#deadline = setTimeout(() => this.end(), CALL_LIMIT_MS);
  }

  /** Answers an offer. @throws Error when the engine cannot. */
  answer(engine: WebRtcEngine, offer: string): Promise<string> {
    this.#connection = engine.answer(offer, {
      open: () => this.#open(),
      datagram: (bytes) => this.#open()?.receive("datagram", bytes),
      reliable: (bytes) => this.#open()?.receive("reliable", bytes),
      closed: () => this.end(),
    });
    return this.#connection.sdp;
  }

  pulse(): void {
    this.#peer?.pulse();
  }

  /** Ends the connection at once. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#deadline);
    this.#peer?.terminate();
    this.#connection?.channels.close();
    this.#ended();
  }

  #open(): WebRtcPeer | undefined {
    if (this.#over || this.#peer !== undefined || this.#connection === undefined) return this.#peer;
    clearTimeout(this.#deadline);
    this.#peer = new WebRtcPeer(this.#connection.channels);
    this.#peer.once("close", () => this.end());
    this.#opened(this.#peer);
    return this.#peer;
  }
}
