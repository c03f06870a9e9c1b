import type { TransportName } from "#transports/contract/names.ts";
import { reason } from "#transports/contract/reasons.ts";
import type { LineRecord } from "./late-states.ts";

/**
 * Share of late states from which WebSocket is left: one loss in ten seconds at 25 states a second. More than one episode is
 * needed besides, because any machine stands still once in a while.
 */
const LATE_SHARE = 0.02;
const LATE_EPISODES = 2;
/** States that must have come before a line is judged: a second. */
const LEAST_STATES = 25;
/** Time (ms) that a line over WebRTC gets until it is compared with the one before. */
const COMPARE_AFTER_MS = 10_000;
/** Silence (ms) after which WebRTC is given up: 25 states would have come, and what is lost is repeated within 50 ms. */
const SILENT_MS = 1000;
/** Pause (ms) until WebRTC is tried again: the first one, doubled each time, and the longest. */
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** What is known of the line of a match. */
export interface LineView {
  readonly transport: TransportName;
  readonly record: LineRecord;
  /** Time (ms) since the last state. */
  readonly silentMs: number;
}

/** A transport to go on over, and why, as `reason` says it. */
export interface Wanted {
  readonly to: TransportName;
  readonly why: string;
}

/**
 * Which of WebSocket and WebRTC a match is better served by, by what its line shows: WebRTC when too many states come late over
 * TCP; WebSocket again when WebRTC falls silent, or is no better. Other transports are used where neither works.
 */
export class LineChoice {
  /** Share of late states over WebSocket when it was left. */
  #before = LATE_SHARE;
  #movedAt = Number.NaN;
  #tryAfter = Number.NEGATIVE_INFINITY;
  #pauseMs = FIRST_PAUSE_MS;

  /** Where to go now, if not to stay. */
  look(nowMs: number, { transport, record, silentMs }: LineView): Wanted | undefined {
    const percent = Math.round(record.share * 100);
    if (transport === "websocket") {
      const isBad = record.share >= LATE_SHARE && record.episodes >= LATE_EPISODES;
      if (!isBad || record.states < LEAST_STATES || nowMs < this.#tryAfter) return undefined;
      this.#before = record.share;
      return { to: "webrtc", why: reason("losses_so_webrtc", { percent }) };
    }
    if (transport !== "webrtc") return undefined;
    if (silentMs >= SILENT_MS)
      return { to: "websocket", why: reason("udp_silent_so_back", { ms: SILENT_MS }) };
    if (nowMs - this.#movedAt < COMPARE_AFTER_MS || record.share < this.#before) return undefined;
    return { to: "websocket", why: reason("no_better_so_back", { percent }) };
  }

  /** Tells how a move ended. */
  ended(nowMs: number, to: TransportName, moved: boolean): void {
    if (to === "webrtc" && moved) this.#movedAt = nowMs;
    else this.#rest(nowMs);
  }

  /** WebRTC is not tried for a while. */
  #rest(nowMs: number): void {
    this.#tryAfter = nowMs + this.#pauseMs;
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * this.#pauseMs);
  }
}
