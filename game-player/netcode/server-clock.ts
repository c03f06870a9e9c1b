import { TICK_MS } from "#shared/tunables.ts";
import { MinWindow } from "./min-window.ts";

/** Time (ms) over which the quickest messages are looked for: long enough to meet a quick one on a rough line. */
const WINDOW_MS = 8000;
/** The same for what is drawn, which has to follow when the way gets longer. */
const RECENT_MS = 2000;
/** Weight of the newest round trip in the smoothed one (RFC 6298). */
const RTT_WEIGHT = 1 / 8;
/** Weight of the newest deviation in the jitter (RFC 3550, 6.4.1). */
const JITTER_WEIGHT = 1 / 16;
/**
 * A patch that is later than this (ms) was not jittered but lost and sent again, or the line stood still. No delay is
 * worth that: the picture waits for it, and the jitter does not know of it, nor of those that it held up.
 */
const STALL_MS = 100;
const STALL_ENDS_MS = 500;
/** What is left of a step makes the two times differ by up to 20 ms from patch to patch; more (ms) is dropped steps. */
const DROP_MS = 30;
/** Time (ms) in which two thirds of a newly found error are slewed away. */
const SLEW_MS = 200;
/** While it is corrected backwards the clock goes at least this fast: it never stands or turns. */
const SLOWEST = 0.5;
/**
 * A clock that is behind by more than this (ms) jumps forward: the page was away. The first word over a new line may set it back
 * as well: a match in which nobody was connected has rested meanwhile.
 */
const JUMP_MS = 200;

/**
 * What time it is on the server. Its time is that of the simulation: the step that has run times its length, so that
 * places that are a step apart are a step apart in time, however unevenly the server's timer fires.
 *
 * Of the messages of either direction the quickest ones count, because they met the emptiest queues: their two
 * transit times differ only by what the way up differs from the way down. It is the clock filter of NTP (RFC 5905, 10),
 * but applied to each direction by itself, which needs far fewer samples than to wait for a quick round trip.
 */
export class ServerClock {
  readonly #now: () => number;
  /** Arrival here less departure there, of patches: transit down less the offset. */
  readonly #down = new MinWindow(WINDOW_MS);
  readonly #recentDown = new MinWindow(RECENT_MS);
  /** Arrival there less departure here, of questions: transit up plus the offset. */
  readonly #up = new MinWindow(WINDOW_MS);
  #estimate = Number.NaN;
  #estimatedAt = Number.NaN;
  #smoothedRtt = 0;
  #rtt = 0;
  #jitter = 0;
  #lastArrival = Number.NaN;
  #lastTick = 0;
  /** Nothing has come yet over a line that is new. */
  #isNewLine = false;
  /** The newest stall: how late (ms) it was less what has come at once behind it, and when it is over for sure. */
  #stall = { late: 0, over: 0 };
  #roomTime = 0;
  /** How far the room's time is ahead of the simulation's (ms). */
  #roomAhead = Number.NaN;
  #patchInterval = 0;

  /** `now` is a local clock (ms) that goes on evenly. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A patch with the state of a step has come. */
  patch(tick: number): void {
    const now = this.#now();
    const sent = tick * TICK_MS;
    this.#noticeDrop(this.#roomTime - sent);
    this.#down.push(now, now - sent);
    this.#recentDown.push(now, now - sent);
    const late = now - this.#lastArrival - (tick - this.#lastTick) * TICK_MS;
    if (late >= STALL_MS) this.#stall = { late, over: now + STALL_ENDS_MS };
    else if (late < 0 && this.#stall.late > 0 && now < this.#stall.over) this.#stall.late += late;
    else if (!Number.isNaN(late)) this.#jitter += (Math.abs(late) - this.#jitter) * JITTER_WEIGHT;
    this.#lastArrival = now;
    this.#lastTick = tick;
  }

  /** The server has answered a question that left at `askedAt` (local ms) and reached it at `serverMs`. */
  answer(askedAt: number, serverMs: number): void {
    const now = this.#now();
    this.#rtt = now - askedAt;
    this.#smoothedRtt += (this.#rtt - this.#smoothedRtt) * (this.#smoothedRtt === 0 ? 1 : RTT_WEIGHT);
    this.#up.push(now, serverMs - askedAt);
    this.#down.push(now, now - serverMs);
  }

  /** Something that left at `sentAt` (local ms) reached the server at `serverMs`. */
  arrival(sentAt: number, serverMs: number): void {
    this.#up.push(this.#now(), serverMs - sentAt);
  }

  /** Forgets the way to the server, which is another one after a reconnection, but not what time it is. */
  reconnected(): void {
    this.#down.clear();
    this.#up.clear();
    this.#recentDown.clear();
    this.#lastArrival = Number.NaN;
    this.#isNewLine = true;
  }

  /** Time of the simulation on the server now (ms). It goes on with every call, never backwards while a line holds. */
  simulationNow(): number {
    const now = this.#now();
    const target = now + this.#offset();
    if (Number.isNaN(this.#estimate)) this.#estimate = target;
    else if (now > this.#estimatedAt) this.#slew(now - this.#estimatedAt, target);
    this.#estimatedAt = now;
    return this.#estimate;
  }

  /** Simulation time (ms) of the newest state that can have come by now, if it was as quick as the quickest of late. */
  get newestArrivable(): number {
    const { value: down } = this.#recentDown;
    return down === undefined ? this.simulationNow() : this.#now() - down;
  }

  /** A server that was stopped for long does not make up for all its steps: its time has gone back. */
  #noticeDrop(roomAhead: number): void {
    const dropped = roomAhead - this.#roomAhead;
    if (Math.abs(dropped) < DROP_MS) return;
    this.#roomAhead = roomAhead;
    if (Number.isNaN(dropped)) return;
    this.#down.clear();
    this.#recentDown.clear();
    this.#up.shift(-dropped);
  }

  #offset(): number {
    const { value: up } = this.#up;
    const { value: down } = this.#down;
    // Nobody has told the time yet, or not since a reconnection: then it goes on as it was.
    if (down === undefined) return Number.isNaN(this.#estimate) ? 0 : this.#estimate - this.#estimatedAt;
    return up === undefined ? -down : (up - down) / 2;
  }

  #slew(dt: number, target: number): void {
    const free = this.#estimate + dt;
    const error = target - free;
    const isTold = this.#isNewLine && this.#down.value !== undefined;
    if (isTold) this.#isNewLine = false;
    if (error > JUMP_MS || (isTold && error < -JUMP_MS)) this.#estimate = target;
    else this.#estimate = free + Math.max(error * (1 - Math.exp(-dt / SLEW_MS)), -dt * (1 - SLOWEST));
  }

  // What follows is what the SDK asks of a room's clock. Its time is the room's, which goes on when steps are dropped.

  now(): number {
    return this.#now();
  }

  serverNow(): number {
    return this.simulationNow() + this.#roomTime - this.#lastTick * TICK_MS;
  }

  renderNow(): number {
    return this.serverNow();
  }

  /** Newest round trip (ms): of a question and its answer, without the time that inputs wait for their tick. */
  rtt(): number {
    return this.#rtt;
  }

  smoothedRtt(): number {
    return this.#smoothedRtt;
  }

  /** How unevenly patches come (ms), by RFC 3550. */
  jitter(): number {
    return this.#jitter;
  }

  lastServerTime(): number {
    return this.#roomTime;
  }

  patchInterval(): number {
    return this.#patchInterval;
  }

  setPatchInterval(milliseconds: number): void {
    this.#patchInterval = milliseconds;
  }

  sample(roomTime: number): void {
    this.#roomTime = roomTime;
  }
}
