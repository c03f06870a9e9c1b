import { seededDice } from "#shared/random.ts";
import { LineModel, type LineProfile } from "#transports/simulated/line-model.ts";
import type { Channels } from "#transports/webrtc/datagrams/channels.ts";
import { DatagramLine, PULSE_MS } from "#transports/webrtc/datagrams/line.ts";
import type { LineEvents } from "#transports/webrtc/datagrams/line-events.ts";

/** One end of the pair, and what happened to it. */
export interface PairEnd {
  readonly line: DatagramLine;
  /** Frames that arrived, in the order in which they did. */
  readonly frames: Uint8Array[];
  readonly closes: [number, string][];
  /** Times that it was sent what no line sends. */
  garbled: number;
  /** Bytes and messages that it sent over each channel. */
  readonly sent: { datagrams: number; datagramBytes: number; reliable: number };
  /** Called with each frame. */
  onFrame: (frame: Uint8Array) => void;
  /** What its channels say of bytes of datagrams that have not left. */
  waiting: { datagrams: number };
  /** False loses the datagrams that come and keeps the rest waiting: a line that is alive in the other direction only. */
  reads: boolean;
  /** Bytes a second that come to it; datagrams queue in front of that, as many as a router keeps. */
  rate: number;
}

/** Bytes of headers around each datagram, and of datagrams that may queue. */
const HEADERS = 70;
const QUEUE_BYTES = 8 * 1024;

/** Two lines on a link, on a clock that is turned by hand: what is lost and when it arrives comes from a seed. */
export class DatagramPair {
  readonly a: PairEnd;
  readonly b: PairEnd;
  now = 0;
  readonly #due: { at: number; order: number; run: () => void }[] = [];
  #order = 0;
  #unsorted = false;
  #soon: (() => void)[] = [];
  /** What has come the sure way and waits for an end that reads. */
  readonly #unread: { to: () => PairEnd; run: () => void }[] = [];

  constructor(profile: LineProfile, seed: number) {
    this.a = this.#end(() => this.b, profile, seed);
    this.b = this.#end(() => this.a, profile, seed + 2);
  }

  /** Passes time, one millisecond at a time; `each` is called in every one. */
  run(ms: number, each: (now: number) => void = () => {}): void {
    for (const until = this.now + ms; this.now < until; ) {
      this.now += 1;
      if (this.#unsorted) this.#due.sort((x, y) => x.at - y.at || x.order - y.order);
      this.#unsorted = false;
      while (this.#due[0] !== undefined && this.#due[0].at <= this.now) this.#due.shift()?.run();
      for (let i = 0; i < this.#unread.length; ) {
        if (this.#unread[i]?.to().reads) this.#unread.splice(i, 1)[0]?.run();
        else i += 1;
      }
      each(this.now);
      if (this.now % PULSE_MS === 0) for (const end of [this.a, this.b]) end.line.pulse();
      this.#flush();
    }
  }

  #flush(): void {
    const all = this.#soon;
    this.#soon = [];
    for (const run of all) run();
  }

  #end(other: () => PairEnd, profile: LineProfile, seed: number): PairEnd {
    const datagrams = new LineModel(profile, seededDice(seed), "datagram");
    const stream = new LineModel(profile, seededDice(seed + 1), "stream");
    const sent = { datagrams: 0, datagramBytes: 0, reliable: 0 };
    const waiting = { datagrams: 0 };
    const send = (at: number | undefined, run: () => void) => {
      if (at === undefined) return;
      this.#due.push({ at, order: this.#order++, run });
      this.#unsorted = true;
    };
    let freeAt = 0;
    const narrow = (at: number | undefined, bytes: number): number | undefined => {
      const { rate } = other();
      if (at === undefined || !Number.isFinite(rate)) return at;
      const from = Math.max(at, freeAt);
      if (((from - at) * rate) / 1000 + bytes > QUEUE_BYTES) return undefined;
      freeAt = from + (1000 * bytes) / rate;
      return freeAt;
    };
    const channels: Channels = {
      sendDatagram: (bytes) => {
        sent.datagrams += 1;
        sent.datagramBytes += bytes.length;
        send(narrow(datagrams.arrival(this.now), bytes.length + HEADERS), () => {
          if (other().reads) other().line.onDatagram(bytes);
        });
      },
      sendReliable: (bytes) => {
        sent.reliable += 1;
        send(stream.arrival(this.now), () =>
          this.#unread.push({ to: other, run: () => other().line.onReliable(bytes) }),
        );
      },
      get datagramsWaiting() {
        return waiting.datagrams;
      },
      // The other end hears of it like of everything else.
      close: () => send(stream.arrival(this.now), () => other().line.drop()),
    };
    const events: LineEvents = {
      frame: (bytes) => {
        end.frames.push(bytes);
        end.onFrame(bytes);
      },
      closed: (code, reason) => end.closes.push([code, reason]),
      garbled: () => {
        end.garbled += 1;
      },
    };
    const clock = { now: () => this.now, soon: (run: () => void) => this.#soon.push(run) };
    const end: PairEnd = {
      line: new DatagramLine(channels, events, clock),
      frames: [],
      closes: [],
      garbled: 0,
      sent,
      onFrame: () => {},
      waiting,
      reads: true,
      rate: Number.POSITIVE_INFINITY,
    };
    return end;
  }
}

/** A frame of a number: its four bytes, and as many zeros as wanted. */
export function numbered(number: number, padding = 0): Uint8Array {
  const bytes = new Uint8Array(4 + padding);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

/** The number of a frame. */
export function numberOf(frame: Uint8Array): number {
  return new DataView(frame.buffer, frame.byteOffset).getUint32(0);
}

/** Consecutive numbers from 1. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
