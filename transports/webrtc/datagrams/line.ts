import { Close } from "../../contract/close-codes.ts";
import type { Channels } from "./channels.ts";
import { Inbox } from "./inbox.ts";
import type { LineClock, LineEvents } from "./line-events.ts";
import { Outbox } from "./outbox.ts";
import { Pace } from "./pace.ts";
import {
  DATAGRAM_BYTES,
  decodeDatagram,
  decodeReliable,
  encodeClose,
  encodeDatagram,
  encodeReliablePiece,
  type Piece,
} from "./wire.ts";

/** Time (ms) between two pulses of a line. */
export const PULSE_MS = 20;
/**
 * What is not acknowledged is repeated at least this often (ms), however seldom there is news: a little less often
 * than patches come at the usual rate, which repeat it by themselves.
 */
const REPEAT_MS = 50;
/** Beyond this many round trips, and as many ms, without an acknowledgement something was lost. */
const LATE_ROUND_TRIPS = 1.25;
const LATE_MS = 25;
/**
 * Once nothing has been acknowledged for this long (ms) beyond what is usual, the other end reads slowly or not at all. What is
 * repeated as ever would only queue below: from then on there are pauses, which grow with the wait, up to as many ms as an end
 * that reads again may have to wait for the state.
 */
const STUCK_MS = 1000;
const PAUSE_PER_MS = 1 / 16;
const MAX_PAUSE_MS = 400;
/** With pauses of this length (ms) what is not acknowledged is in a queue, and repeating it would make that longer. */
const SPARING_FROM_MS = 100;
/** Datagrams with news after which an end that has nothing to say says that it got them. */
const ANSWER_AFTER = 3;
/** An end that has nothing to say says so this often (ms). */
const KEEPALIVE_MS = 1000;
/** An end that has been silent for this long (ms) is gone. */
const SILENCE_MS = 8000;
/** Time (ms) that a good-bye gets to arrive. */
const FAREWELL_MS = 1000;
/** Datagrams that may wait in the channel. Whatever is skipped goes with the next one, so that nothing queues. */
const MAX_WAITING = 2 * DATAGRAM_BYTES;
/** Datagrams that leave in one turn. */
const MAX_IN_TURN = 16;

/**
 * Frames over a pair of channels: each once and in order, as over a WebSocket, but without its wait for what was
 * lost. Every datagram repeats whatever the other end has not acknowledged, so the next one makes a lost one good,
 * and the state that it brings is whole. What is more than fits into one goes in several, each a little later again
 * until it is acknowledged. The reliable channel says good-bye: what goes over it may wait for many seconds where
 * much is lost, for SCTP doubles its pauses.
 *
 * The other way would be snapshots of which the newest wins. They save the repetitions (a patch of 100 bytes is sent
 * about four times at a round trip of 150 ms), but cost an encoding of their own, have to agree with the patches on
 * who is there and which input is included, and leave a page without the states between. Patches as they are need no
 * word about transports anywhere in the room, whatever is added to the state.
 */
export class DatagramLine {
  readonly #channels: Channels;
  readonly #events: LineEvents;
  readonly #clock: LineClock;
  readonly #outbox = new Outbox();
  readonly #inbox = new Inbox();
  readonly #pace = new Pace();
  #state: "open" | "closing" | "closed" = "open";
  #farewell: { code: number; reason: string; at: number } = { code: Close.ABNORMAL, reason: "", at: 0 };
  #flushing = false;
  #unanswered = 0;
  #sentAt: number;
  #heardAt: number;

  constructor(channels: Channels, events: LineEvents, clock: LineClock) {
    this.#channels = channels;
    this.#events = events;
    this.#clock = clock;
    this.#sentAt = clock.now();
    this.#heardAt = clock.now();
  }

  get state(): "open" | "closing" | "closed" {
    return this.#state;
  }

  /** Bytes that were sent and have not arrived, as far as one knows. */
  get bufferedAmount(): number {
    return this.#outbox.bytes;
  }

  /** Sends a frame. The bytes are copied; all frames of a turn go into one datagram. */
  send(frame: Uint8Array): void {
    if (this.#state !== "open") return;
    this.#outbox.add(frame, this.#clock.now());
    if (this.#flushing) return;
    this.#flushing = true;
    this.#clock.soon(() => {
      this.#flushing = false;
      if (this.#state === "open") this.#sendDue();
    });
  }

  /** Takes in what came over the datagram channel. */
  onDatagram(bytes: Uint8Array): void {
    if (this.#state !== "open") return;
    const datagram = decodeDatagram(bytes);
    if (datagram === undefined || !this.#outbox.acknowledge(datagram.ack, this.#clock.now())) {
      this.#events.garbled();
      return;
    }
    const before = this.#hear();
    this.#pace.hear(datagram.number, this.#heardAt);
    this.#pace.hearEcho(datagram.echo, this.#heardAt);
    for (const piece of datagram.pieces) this.#take(piece, false);
    this.#answer(before);
  }

  /** Takes in what came over the reliable channel. */
  onReliable(bytes: Uint8Array): void {
    if (this.#state === "closed") return;
    const message = decodeReliable(bytes);
    const before = this.#hear();
    if (message === undefined) this.#events.garbled();
    else if (message.kind === "close") this.#end(message.code, message.reason);
    else {
      this.#take(message, true);
      this.#answer(before);
    }
  }

  /** To be called every `PULSE_MS`: repeats what seems lost, keeps the line alive and notices when it is dead. */
  pulse(): void {
    const now = this.#clock.now();
    if (this.#state === "closed") return;
    if (this.#state === "closing") {
      if (now - this.#farewell.at > FAREWELL_MS) this.#end(this.#farewell.code, this.#farewell.reason);
      return;
    }
    if (now - this.#heardAt > SILENCE_MS) {
      this.drop();
      return;
    }
    const silent = now - this.#sentAt;
    const late = this.#outbox.waiting(now) > LATE_ROUND_TRIPS * this.#outbox.roundTrip + LATE_MS;
    if (this.#flushing) return;
    if (!this.#inOne) {
      this.#sendDue();
      return;
    }
    const due = this.#outbox.isEmpty ? KEEPALIVE_MS : late ? PULSE_MS / 2 : REPEAT_MS;
    if (silent >= Math.max(due, this.#pause())) this.#sendDatagram();
  }

  /** Says good-bye, after everything that was sent before; the other end is told the code and the reason. */
  close(code: number = Close.NO_STATUS, reason = ""): void {
    if (this.#state !== "open") return;
    for (const piece of this.#outbox.empty()) this.#channels.sendReliable(encodeReliablePiece(piece));
    this.#channels.sendReliable(encodeClose(code, reason));
    this.#state = "closing";
    this.#farewell = { code, reason, at: this.#clock.now() };
  }

  /** Ends it without a word, or takes note that the channels have ended. */
  drop(): void {
    this.#end(this.#farewell.code, this.#farewell.reason);
  }

  /** Notes that something came. Returns what had come before. */
  #hear(): number {
    const now = this.#clock.now();
    // The other end makes pauses by now: it is told at once that they are over.
    if (now - this.#heardAt > STUCK_MS) this.#unanswered = ANSWER_AFTER;
    this.#heardAt = now;
    return this.#inbox.received;
  }

  /** Says what has come when enough has since one last did. */
  #answer(before: number): void {
    if (this.#inbox.received === before) return;
    this.#unanswered += 1;
    if (this.#unanswered >= ANSWER_AFTER && this.#state === "open") this.#sendDatagram();
  }

  /** Time (ms) that has to be between two datagrams. */
  #pause(): number {
    const stuck = this.#outbox.stuck(this.#clock.now()) - 2 * this.#outbox.roundTrip - STUCK_MS;
    return Math.max(this.#pace.pauseMs, Math.min(MAX_PAUSE_MS, stuck * PAUSE_PER_MS));
  }

  #take(piece: Piece, sure: boolean): void {
    const due = this.#inbox.take(piece, sure);
    if (due === undefined) this.#events.garbled();
    for (const bytes of due ?? []) if (this.#state === "open") this.#events.frame(bytes);
  }

  /** Whether the next datagram carries all that is not acknowledged. */
  get #inOne(): boolean {
    return this.#outbox.fitsAtOnce && this.#pace.pauseMs < SPARING_FROM_MS;
  }

  /** Sends what is due: in one datagram if it fits, else in as many as may be under way at once. */
  #sendDue(): void {
    for (let i = 0; i < MAX_IN_TURN; i++) {
      const pause = this.#pause();
      if (pause > 0 && this.#clock.now() - this.#sentAt < pause) return;
      const all = this.#inOne;
      const silent = this.#clock.now() - this.#sentAt;
      if (this.#sendDatagram(silent >= KEEPALIVE_MS) === 0 || all) return;
    }
  }

  /** Sends a datagram, unless it would be `empty` and need not be sent then. Returns how many pieces were in it. */
  #sendDatagram(empty = true): number {
    if (this.#channels.datagramsWaiting > MAX_WAITING) return 0;
    const now = this.#clock.now();
    const pieces = this.#outbox.take(now, this.#pace.pauseMs >= SPARING_FROM_MS);
    if (pieces.length === 0 && !empty) return 0;
    this.#sentAt = now;
    this.#unanswered = 0;
    const number = this.#pace.leave(now);
    const echo = this.#pace.echo(now);
    this.#channels.sendDatagram(encodeDatagram({ number, echo, ack: this.#inbox.received, pieces }));
    return pieces.length;
  }

  #end(code: number, reason: string): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#channels.close();
    this.#events.closed(code, reason);
  }
}
