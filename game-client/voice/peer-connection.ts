import type { IceServer } from "#shared/voice.ts";
import type { Connection, ConnectionEvents, Description } from "../peers/connection.ts";
import { slimSdp } from "../peers/slim-sdp.ts";

/** What the line may take (bit/s): Opus speaks clearly at this. */
const MAX_BITRATE = 24_000;

export interface PeerOptions {
  readonly servers: readonly IceServer[];
  /** Nobody learns the address of this browser: nothing goes but by a relay. */
  readonly relayOnly: boolean;
  /** This end makes the first offer. */
  readonly begins: boolean;
  /** What is sent from the beginning, if anything is. */
  readonly track: MediaStreamTrack | null;
  /** The other end can be heard by this. */
  heard(stream: MediaStream): void;
  closed(): void;
}

/** A connection with one line for sound, as browsers make it. */
export class PeerConnection implements Connection {
  readonly #peer: RTCPeerConnection;
  readonly #options: PeerOptions;
  #track: MediaStreamTrack | null;
  #line: RTCRtpTransceiver | undefined;
  #route = "";

  constructor(options: PeerOptions, events: ConnectionEvents) {
    this.#options = options;
    this.#track = options.track;
    const peer = new RTCPeerConnection({
      iceServers: options.servers.map((server) => ({ ...server })),
      iceTransportPolicy: options.relayOnly ? "relay" : "all",
      bundlePolicy: "max-bundle",
    });
    this.#peer = peer;
    peer.onnegotiationneeded = () => events.negotiate();
    peer.onicecandidate = ({ candidate }) => {
      if (candidate === null || candidate.candidate === "") return;
      events.candidate({ candidate: candidate.candidate, mid: candidate.sdpMid ?? "0" });
    };
    peer.ontrack = ({ track }) => options.heard(new MediaStream([track]));
    peer.onconnectionstatechange = () => {
      if (peer.connectionState === "connected") {
        this.#limit();
        // Closed meanwhile: nobody asks.
        this.#findRoute().catch(() => {});
        events.connected();
      } else if (peer.connectionState === "failed") events.failed();
    };
    if (options.begins) this.#take(peer.addTransceiver("audio", { direction: "sendrecv" }));
  }

  get hasOffered(): boolean {
    return this.#peer.signalingState === "have-local-offer";
  }

  async describe(): Promise<Description> {
    await this.#peer.setLocalDescription();
    const { type, sdp } = this.#peer.localDescription ?? {};
    if ((type !== "offer" && type !== "answer") || sdp === undefined) throw new Error("nothing to say");
    return { type, sdp: slimSdp(sdp) };
  }

  async accept(description: Description): Promise<void> {
    await this.#peer.setRemoteDescription({ ...description });
    const [line] = this.#peer.getTransceivers();
    if (line !== undefined && line !== this.#line) this.#take(line);
  }

  async reach({ candidate, mid }: { candidate: string; mid: string }): Promise<void> {
    await this.#peer.addIceCandidate({ candidate, sdpMid: mid });
  }

  /** Sends this from now on, or nothing; the other end is not asked. */
  send(track: MediaStreamTrack | null): void {
    if (track === this.#track) return;
    this.#track = track;
    // Rejects when it is closed meanwhile.
    this.#line?.sender.replaceTrack(track).catch(() => {});
  }

  /** Of which kind this end of the connection is: host, srflx, prflx or relay; empty before there is one. */
  get route(): string {
    return this.#route;
  }

  close(): void {
    this.#peer.close();
    this.#options.closed();
  }

  #take(line: RTCRtpTransceiver): void {
    this.#line = line;
    line.direction = "sendrecv";
    // Without the others a description fits into a message of the room.
    const codecs = RTCRtpReceiver.getCapabilities("audio")?.codecs ?? [];
    line.setCodecPreferences(codecs.filter(({ mimeType }) => mimeType.toLowerCase() === "audio/opus"));
    line.sender.replaceTrack(this.#track).catch(() => {});
  }

  #limit(): void {
    const sender = this.#line?.sender;
    if (sender === undefined) return;
    const parameters = sender.getParameters();
    for (const encoding of parameters.encodings) encoding.maxBitrate = MAX_BITRATE;
    sender.setParameters(parameters).catch((error) => console.info("Voice: no limit for the line:", error));
  }

  async #findRoute(): Promise<void> {
    const stats = await this.#peer.getStats();
    for (const one of stats.values()) {
      if (one.type !== "transport") continue;
      const pair = stats.get(one.selectedCandidatePairId);
      this.#route = stats.get(pair?.localCandidateId)?.candidateType ?? "";
    }
  }
}
