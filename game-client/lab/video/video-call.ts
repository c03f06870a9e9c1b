import { FILM_RATE } from "./film-camera.ts";

/** Most bits a second that the encoder is allowed. */
const MAX_BITRATE = 1_500_000;

/** What has come over a call so far (bytes). */
export interface CallTotals {
  readonly payloadDown: number;
  readonly overheadDown: number;
  /** What the receiver has sent back: reports on what came. */
  readonly payloadUp: number;
}

/** A track of video between two ends in this page, encoded, sent in packets and decoded as between two machines. */
export class VideoCall {
  readonly #from = new RTCPeerConnection();
  readonly #to = new RTCPeerConnection();

  /** `failed` is called when no picture can come any more. */
  constructor(track: MediaStreamTrack, shows: (stream: MediaStream) => void, failed: () => void) {
    const [from, to] = [this.#from, this.#to];
    const stream = new MediaStream([track]);
    from.addTrack(track, stream);
    for (const [end, other] of [
      [from, to],
      [to, from],
    ] as const) {
      end.addEventListener("icecandidate", ({ candidate }) => {
        // One that comes after the end of the other finds nobody, and one that is unknown is left out.
        other.addIceCandidate(candidate).catch(() => {});
      });
      end.addEventListener("connectionstatechange", () => {
        if (end.connectionState === "failed") failed();
      });
    }
    to.addEventListener("track", ({ receiver, streams: [received] }) => {
      // A picture is to be shown when it is there, not when it would be smooth.
      if ("jitterBufferTarget" in receiver) receiver.jitterBufferTarget = 0;
      if (received !== undefined) shows(received);
    });
    this.#begin().catch(() => failed());
  }

  /** Counts what has come, by what the browser says of it. */
  async totals(): Promise<CallTotals> {
    const totals = { payloadDown: 0, overheadDown: 0, payloadUp: 0 };
    for (const stat of (await this.#to.getStats()).values()) {
      if (stat.type === "inbound-rtp") {
        totals.payloadDown += stat.bytesReceived ?? 0;
        totals.overheadDown += stat.headerBytesReceived ?? 0;
      } else if (stat.type === "candidate-pair") totals.payloadUp += stat.bytesSent ?? 0;
    }
    return totals;
  }

  close(): void {
    this.#from.close();
    this.#to.close();
  }

  async #begin(): Promise<void> {
    await this.#from.setLocalDescription();
    await this.#to.setRemoteDescription(this.#from.localDescription ?? { type: "offer" });
    await this.#to.setLocalDescription();
    await this.#from.setRemoteDescription(this.#to.localDescription ?? { type: "answer" });
    const [sender] = this.#from.getSenders();
    const parameters = sender?.getParameters();
    if (sender === undefined || parameters === undefined) return;
    for (const encoding of parameters.encodings) {
      encoding.maxBitrate = MAX_BITRATE;
      encoding.maxFramerate = FILM_RATE;
    }
    // A browser that bounds it otherwise sends as it likes.
    await sender.setParameters(parameters).catch(() => {});
  }
}
