import type { PeerConnection } from "node-datachannel";
import type { DialEvents, DialledChannels } from "./attempt.ts";
import { type WebRtcDeps, webRtcTransport } from "./client.ts";
import { LibraryChannels } from "./library-channels.ts";

/** A connection that begins in Node. */
class NodeChannels extends LibraryChannels implements DialledChannels {
  readonly #connection: PeerConnection;

  constructor(connection: PeerConnection, events: DialEvents) {
    super(connection, events, queueMicrotask);
    connection.onIceStateChange((state) => {
      if (state === "connected" || state === "completed") queueMicrotask(events.reached);
    });
    this.#connection = connection;
  }

  async offer(): Promise<string> {
    this.#connection.setLocalDescription("offer");
    return this.#connection.localDescription()?.sdp ?? "";
  }

  accept(sdp: string): void {
    this.#connection.setRemoteDescription(sdp, "answer");
  }
}

/** Node as WebRTC sees it. The library is loaded with the first connection: not every machine has its binary. */
export const nodeWebRtc: WebRtcDeps = {
  async dial(events) {
    const { PeerConnection } = await import("node-datachannel");
    const connection = new PeerConnection("player", { iceServers: [], disableAutoNegotiation: true });
    return new NodeChannels(connection, events);
  },
  post: (url, body) => fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body }),
  now: () => performance.now(),
  soon: (callback) => queueMicrotask(callback),
  every(everyMs, callback) {
    const timer = setInterval(callback, everyMs);
    return () => clearInterval(timer);
  },
};

/** WebRTC in Node. */
export const webRtc = webRtcTransport(nodeWebRtc);
