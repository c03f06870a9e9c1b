import type { MovableTransport } from "#transports/contract/movable.ts";
import { transportNamed } from "#transports/contract/names.ts";
import { LateStates, type LineRecord } from "./late-states.ts";
import { LineChoice } from "./line-choice.ts";
import { MinWindow } from "./min-window.ts";

/** Time (ms) over which the quickest state is looked for: as the picture does. */
const RECENT_MS = 2000;
/** Jitters that a state may be late by: those that the picture allows for. */
const JITTERS = 4;
/** Time (ms) after a line is new in which nothing is judged: the clocks and the pace of the inputs are still being set. */
const SETTLING_MS = 1500;
/**
 * A page that has not looked for so long (ms) stood still: it has read by so much later what came meanwhile, and its inputs left
 * by so much later. For how long (ms) that shows.
 */
const STALL_MS = 30;
const STALL_ENDS_MS = 300;
/** Interval (ms) of the looks. */
const LOOK_EVERY_MS = 100;

/** What a state says of its line. */
export interface StateOfLine {
  /** When it left, by the room's time (ms), so that a server that is late itself is no fault of the line. */
  readonly sentAt: number;
  /** Patches per second. */
  readonly netRate: number;
  /** How early (ms) the own inputs came to the server, the least of a patch; less than 0 if one came too late. */
  readonly inputMargin: number;
}

/**
 * Keeps a match on the better line where the choice is left to the page. A state is late when it came after the picture, which
 * is drawn by the jitter of the line, has run dry, or that says that an input of this player was as late on its way up.
 */
export class LineKeeper {
  readonly #lines: () => MovableTransport | undefined;
  readonly #jitterMs: () => number;
  readonly #now: () => number;
  readonly #choice = new LineChoice();
  readonly #late = new LateStates();
  readonly #ways = new MinWindow(RECENT_MS);
  #transport = "";
  #moves = 0;
  #lineSince: number;
  #lookedAt: number;
  #judgedAt = Number.NEGATIVE_INFINITY;
  #stateAt: number;
  /** How long the page stood still last, and until when what came meanwhile may still be in the queue. */
  #stall = { lengthMs: 0, over: 0 };

  /**
   * @param lines The transport of the match, if it can move.
   * @param jitterMs The jitter of the line by RFC 3550.
   * @param now A clock (ms) that goes on evenly.
   */
  constructor(lines: () => MovableTransport | undefined, jitterMs: () => number, now: () => number) {
    this.#lines = lines;
    this.#jitterMs = jitterMs;
    this.#now = now;
    this.#lineSince = now();
    this.#lookedAt = now();
    this.#stateAt = now();
  }

  /** How the present line has been over the last ten seconds. */
  get record(): LineRecord {
    return this.#late.record;
  }

  /** A state has come. */
  state({ sentAt, netRate, inputMargin }: StateOfLine): void {
    const now = this.#now();
    this.#noticeMove(now);
    this.#stateAt = now;
    const way = now - sentAt;
    this.#ways.push(now, way);
    if (now - this.#lineSince < SETTLING_MS) return;
    // What the page itself was late by is no fault of the line.
    const ownMs = Math.max(now - this.#lookedAt, now < this.#stall.over ? this.#stall.lengthMs : 0);
    const lateMs = Math.max(way - (this.#ways.value ?? way), -inputMargin) - ownMs;
    this.#late.note(now, lateMs > Math.max(1000 / netRate, JITTERS * this.#jitterMs()));
  }

  /** To be called often, at `nowMs` (time of the page): moves where that is better. */
  look(nowMs: number): void {
    const lengthMs = nowMs - this.#lookedAt;
    if (lengthMs >= STALL_MS) {
      const before = nowMs < this.#stall.over ? this.#stall.lengthMs : 0;
      this.#stall = { lengthMs: Math.max(before, lengthMs), over: nowMs + STALL_ENDS_MS };
    }
    this.#lookedAt = nowMs;
    if (nowMs < this.#judgedAt + LOOK_EVERY_MS) return;
    this.#judgedAt = nowMs;
    this.#noticeMove(nowMs);
    const lines = this.#lines();
    const transport = lines && transportNamed(lines.name);
    if (lines === undefined || transport === undefined || !lines.isFree || lines.isMoving) return;
    const silentMs = nowMs - Math.max(this.#stateAt, this.#stall.over);
    const wanted = this.#choice.look(nowMs, { transport, record: this.#late.record, silentMs });
    if (wanted === undefined) return;
    lines.move(wanted.to, wanted.why, ({ to, moved }) => this.#choice.ended(this.#now(), to, moved));
  }

  /** What is known of a line says nothing of the next one. */
  #noticeMove(now: number): void {
    const { name = "", moves = 0 } = this.#lines() ?? {};
    if (name === this.#transport && moves === this.#moves) return;
    this.#transport = name;
    this.#moves = moves;
    this.#lineSince = now;
    this.#stateAt = now;
    this.#late.clear();
    this.#ways.clear();
  }
}
