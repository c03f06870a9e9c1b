import { quietFetch } from "../http/quiet-fetch.ts";
import type { DialEvents, DialledChannels } from "./attempt.ts";
import { webRtcTransport } from "./client.ts";
import { DATAGRAM_CHANNEL, RELIABLE_CHANNEL } from "./contract.ts";

/** A connection of the browser. */
class BrowserChannels implements DialledChannels {
  readonly #connection: RTCPeerConnection;
  readonly #reliable: RTCDataChannel;
  readonly #datagrams: RTCDataChannel;
  readonly #leaving: () => void;

  constructor(events: DialEvents) {
    // Nobody is asked for an address of this page: the game server learns it from the packets.
    this.#connection = new RTCPeerConnection();
    this.#reliable = this.#connection.createDataChannel(RELIABLE_CHANNEL.label, {
      negotiated: true,
      id: RELIABLE_CHANNEL.id,
    });
    this.#datagrams = this.#connection.createDataChannel(DATAGRAM_CHANNEL.label, {
      negotiated: true,
      id: DATAGRAM_CHANNEL.id,
      ordered: false,
      maxRetransmits: DATAGRAM_CHANNEL.maxRetransmits,
    });
    for (const [channel, receive] of [
      [this.#reliable, events.reliable],
      [this.#datagrams, events.datagram],
    ] as const) {
      channel.binaryType = "arraybuffer";
      channel.onmessage = ({ data }) => receive(new Uint8Array(data));
      channel.onopen = () => {
        if (this.#reliable.readyState === "open" && this.#datagrams.readyState === "open") events.open();
      };
      channel.onclose = () => events.closed();
    }
    this.#connection.oniceconnectionstatechange = () => {
      const state = this.#connection.iceConnectionState;
      if (state === "connected" || state === "completed") events.reached();
    };
    this.#connection.onconnectionstatechange = () => {
      if (this.#connection.connectionState === "failed") events.closed();
    };
    this.#leaving = events.leaving;
    addEventListener("pagehide", this.#leaving);
  }

  get datagramsWaiting(): number {
    return this.#datagrams.bufferedAmount;
  }

  async offer(): Promise<string> {
    await this.#connection.setLocalDescription();
    return this.#connection.localDescription?.sdp ?? "";
  }

  accept(sdp: string): Promise<void> {
    return this.#connection.setRemoteDescription({ type: "answer", sdp });
  }

  sendDatagram(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#datagrams.readyState === "open") this.#datagrams.send(bytes);
  }

  sendReliable(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#reliable.readyState === "open") this.#reliable.send(bytes);
  }

  close(): void {
    removeEventListener("pagehide", this.#leaving);
    this.#connection.close();
  }
}

/** WebRTC in a browser. */
export const webRtc = webRtcTransport({
  async dial(events) {
    if (typeof RTCPeerConnection === "undefined") throw new Error("This browser has no WebRTC.");
    return new BrowserChannels(events);
  },
  post: (url, body) =>
    quietFetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body }),
  now: () => performance.now(),
  soon: (callback) => queueMicrotask(callback),
  every(everyMs, callback) {
    const timer = setInterval(callback, everyMs);
    return () => clearInterval(timer);
  },
});
