/**
 * What a line does to a message: "stream" is TCP, which keeps order and delivers all, late if need be; "datagram" is
 * UDP, which loses and reorders.
 */
export type LineKind = "stream" | "datagram";

/** What happened to a message on its way. Times in ms. */
export interface Trip {
  readonly sentMs: number;
  /** Time on the way, without what losses cost. */
  readonly transitMs: number;
  /** How often it was lost before it got through, and the time until its sender had noticed that, in all. */
  readonly losses: number;
  readonly recoveryMs: number;
  /** When it was through by itself, after the stalls of the line. */
  readonly thereMs: number;
  /** When it was handed on: a stream holds it back until all before it have come. */
  readonly releasedMs: number;
}

/** One direction of a line. */
export interface LineProfile {
  /** One way (ms). */
  readonly delayMs: number;
  /** Each message takes `delayMs` plus or minus up to this much (ms), evenly spread. */
  readonly jitterMs: number;
  /** Share of segments that are lost, 0..1. */
  readonly loss: number;
  /** Losses that come in bursts, as Gilbert (1960) and Elliott (1963) describe them; in place of `loss`. */
  readonly burst?: LossBursts;
  /** Times in which nothing arrives; afterwards all that is due comes at once. */
  readonly stalls?: { readonly everyMs: number; readonly lengthMs: number };
}

/** Chances per segment, 0..1. */
export interface LossBursts {
  /** That a burst begins. */
  readonly enter: number;
  /** That it ends. */
  readonly leave: number;
  /** That a segment in a burst is lost. */
  readonly loss: number;
}

/** A line that only keeps the order. */
export const CLEAR_LINE: LineProfile = { delayMs: 0, jitterMs: 0, loss: 0 };

/** TCP never waits less (ms) beyond the round trip for an acknowledgement (Linux: TCP_RTO_MIN). */
const RTO_MIN_MS = 200;
/** Segments that have to get through behind a lost one until its sender knows (RFC 5681, fast retransmit). */
const DUPLICATE_ACKS = 3;
/** Times that a segment is sent again before it gets through in any case. */
const RETRIES = 6;
/** Weight of the newest gap between two segments in their average. */
const GAP_WEIGHT = 0.1;

/**
 * When what is sent over one direction of a line arrives: the same dice and the same times give the same arrivals. Over a stream a lost segment is sent again after as long as TCP needs to notice, and holds up everything
 * behind it; it is never a lost message.
 */
export class LineModel {
  profile: LineProfile;
  readonly #kind: LineKind;
  readonly #roll: () => number;
  #inBurst = false;
  #sentAt = Number.NaN;
  /** Average time (ms) between two segments. */
  #gap = 20;
  #lastArrival = Number.NEGATIVE_INFINITY;
  #heldUntil = Number.NEGATIVE_INFINITY;
  readonly #trip = { sentMs: 0, transitMs: 0, losses: 0, recoveryMs: 0, thereMs: 0, releasedMs: 0 };

  /** @param roll Dice: a number 0 <= n < 1 at each call. */
  constructor(profile: LineProfile, roll: () => number, kind: LineKind) {
    this.profile = profile;
    this.#roll = roll;
    this.#kind = kind;
  }

  /** The trip of the newest message over a stream. It is written over by the next one. */
  get newest(): Trip {
    return this.#trip;
  }

  /** Lets nothing arrive before a time (ms): a stall by hand. */
  holdUntil(timeMs: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, timeMs);
  }

  /** When (ms) a message arrives that is sent at `sentMs`, which must not go backwards; undefined when it is lost. */
  arrival(sentMs: number): number | undefined {
    this.#noteGap(sentMs);
    const { delayMs, jitterMs } = this.profile;
    const transit = Math.max(0, delayMs + (2 * this.#roll() - 1) * jitterMs);
    if (this.#kind === "datagram") {
      return this.#isLost() ? undefined : this.#afterStalls(sentMs + transit);
    }
    const losses = this.#losses();
    const recoveryMs = losses * this.#noticeMs;
    const thereMs = this.#afterStalls(sentMs + transit + recoveryMs);
    this.#lastArrival = Math.max(this.#lastArrival, thereMs);
    const releasedMs = this.#lastArrival;
    Object.assign(this.#trip, { sentMs, transitMs: transit, losses, recoveryMs, thereMs, releasedMs });
    return releasedMs;
  }

  /** How often a segment is lost. */
  #losses(): number {
    let times = 0;
    while (times < RETRIES && this.#isLost()) times += 1;
    return times;
  }

  /**
   * Time (ms) that a loss costs a segment. That it is missing is noticed by what gets through behind it, or by silence;
   * that it was lost again on its second way, likewise (RFC 8985, RACK).
   */
  get #noticeMs(): number {
    return 2 * this.profile.delayMs + Math.min(DUPLICATE_ACKS * this.#gap, RTO_MIN_MS);
  }

  #isLost(): boolean {
    const { burst, loss } = this.profile;
    if (burst === undefined) return loss > 0 && this.#roll() < loss;
    this.#inBurst = this.#inBurst ? this.#roll() >= burst.leave : this.#roll() < burst.enter;
    return this.#inBurst && this.#roll() < burst.loss;
  }

  #afterStalls(due: number): number {
    const { stalls } = this.profile;
    let at = Math.max(due, this.#heldUntil);
    if (stalls !== undefined && stalls.everyMs > 0) {
      const into = ((at % stalls.everyMs) + stalls.everyMs) % stalls.everyMs;
      // The stall is the last part of each period, so that a match does not begin with one.
      if (into > stalls.everyMs - stalls.lengthMs) at += stalls.everyMs - into;
    }
    return at;
  }

  #noteGap(sentMs: number): void {
    const gap = sentMs - this.#sentAt;
    if (gap > 0) this.#gap += (Math.min(gap, RTO_MIN_MS) - this.#gap) * GAP_WEIGHT;
    this.#sentAt = sentMs;
  }
}
