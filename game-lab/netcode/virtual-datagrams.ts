import { seededDice } from "#shared/random.ts";
import { LineModel, type LineProfile } from "#transports/simulated/line-model.ts";
import type { DialEvents, DialledChannels } from "#transports/webrtc/attempt.ts";
import type { WebRtcDeps } from "#transports/webrtc/client.ts";
import type { Channels } from "#transports/webrtc/datagrams/channels.ts";
import { PULSE_MS } from "#transports/webrtc/datagrams/line.ts";
import { WebRtcPeer } from "#transports/webrtc/peer.ts";
import { type EndClock, TRUE_CLOCK, type VirtualTime } from "./virtual-time.ts";

/** Round trips of the handshakes below the channels: ICE, DTLS, SCTP. */
const HANDSHAKES = 4;

/** Takes a page in that has come over datagrams; `body` is what it has posted. */
export type Call = (body: string, peer: WebRtcPeer) => void;

/** UDP between a page and the server, beside its stream: it loses and reorders, and may die. */
export class VirtualDatagrams {
  /** Whether anything gets through. */
  alive = true;
  readonly #time: VirtualTime;
  readonly #client: EndClock;
  readonly #call: Call;
  readonly #profile: LineProfile;
  readonly #models: Record<"up" | "down", Record<"datagram" | "stream", LineModel>>;
  readonly #dialled = new Map<string, (peer: (channels: Channels) => WebRtcPeer) => void>();

  constructor(time: VirtualTime, client: EndClock, profile: LineProfile, seed: number, call: Call) {
    this.#time = time;
    this.#client = client;
    this.#profile = profile;
    this.#call = call;
    const models = (of: number) => ({
      datagram: new LineModel(profile, seededDice(seed * 4 + of), "datagram"),
      stream: new LineModel(profile, seededDice(seed * 4 + of + 1), "stream"),
    });
    this.#models = { up: models(1), down: models(3) };
  }

  /** What a page's transport is made with. */
  readonly deps: WebRtcDeps = {
    dial: async (events) => this.#dial(events),
    post: (_url, body) => this.#post(body),
    now: () => performance.now(),
    soon: (callback) => queueMicrotask(callback),
    every(everyMs, callback) {
      const timer = setInterval(callback, everyMs);
      return () => clearInterval(timer);
    },
  };

  #send(way: "up" | "down", kind: "datagram" | "stream", deliver: () => void): void {
    const at = this.#models[way][kind].arrival(this.#time.now);
    if (at === undefined) return;
    this.#time.at(at, way === "up" ? TRUE_CLOCK : this.#client, () => {
      if (this.alive) deliver();
    });
  }

  #dial(events: DialEvents): DialledChannels {
    const sdp = `call ${this.#dialled.size + 1}`;
    let peer: WebRtcPeer | undefined;
    const below: Channels = {
      datagramsWaiting: 0,
      sendDatagram: (bytes) => this.#send("down", "datagram", () => events.datagram(bytes)),
      sendReliable: (bytes) => this.#send("down", "stream", () => events.reliable(bytes)),
      close: () => this.#send("down", "stream", () => events.closed()),
    };
    this.#dialled.set(sdp, (make) => {
      const made = make(below);
      const pulse = setInterval(() => made.pulse(), PULSE_MS);
      made.once("close", () => clearInterval(pulse));
      peer = made;
    });
    return {
      datagramsWaiting: 0,
      offer: async () => sdp,
      accept: () => {
        const opensAt = this.#time.now + 2 * HANDSHAKES * this.#profile.delayMs;
        this.#time.at(opensAt, this.#client, () => {
          if (this.alive) events.open();
        });
      },
      sendDatagram: (bytes) => this.#send("up", "datagram", () => peer?.receive("datagram", bytes)),
      sendReliable: (bytes) => this.#send("up", "stream", () => peer?.receive("reliable", bytes)),
      close: () => this.#send("up", "stream", () => peer?.terminate()),
    };
  }

  /** The offer takes a round trip over the stream, and the server is called once the handshakes are over. */
  #post(body: string): ReturnType<WebRtcDeps["post"]> {
    const { delayMs } = this.#profile;
    const { sdp }: { sdp: string } = JSON.parse(body);
    this.#time.at(this.#time.now + (1 + 2 * HANDSHAKES) * delayMs, TRUE_CLOCK, () => {
      if (!this.alive) return;
      this.#dialled.get(sdp)?.((channels) => {
        const peer = new WebRtcPeer(channels);
        this.#call(body, peer);
        return peer;
      });
    });
    return new Promise((resolve) => {
      this.#time.at(this.#time.now + 2 * delayMs, this.#client, () => {
        resolve({ ok: true, status: 200, json: async () => ({ sdp }) });
        return Promise.resolve();
      });
    });
  }
}
