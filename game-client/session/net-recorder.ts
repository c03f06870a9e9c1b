import { FRAME_KINDS, type FrameKind } from "#player/colyseus/frame-kinds.ts";
import type { Match } from "#player/netcode/match.ts";
import type { RoomSession } from "#player/room-session.ts";
import { NetHistory } from "./net-history.ts";

/** Time (ms) between two questions to the server for how long its steps take. */
const ASK_EVERY_MS = 1000;

/** Keeps the history of a match for the net graph while somebody wants to see it, and does nothing otherwise. */
export class NetRecorder {
  #session: RoomSession;
  #match: Match;
  #history: NetHistory | undefined;
  #serverStep = Number.NaN;
  #askedAt = Number.NEGATIVE_INFINITY;
  #lastFrame = Number.NaN;
  #patches = 0;
  #corrections = 0;
  readonly #bytes: Record<FrameKind, number> = { state: 0, inputs: 0, messages: 0 };

  constructor(session: RoomSession, match: Match) {
    this.#session = session;
    this.#match = match;
    this.#hear();
  }

  /** Goes on with another match of the same room, whose figures begin at zero, and with what it comes by. */
  follow(session: RoomSession, match: Match): void {
    this.#match = match;
    if (session !== this.#session) {
      this.#session = session;
      this.#hear();
    }
    this.#takeStock();
  }

  /** What was recorded; undefined while nothing is. */
  get history(): NetHistory | undefined {
    return this.#history;
  }

  /** How long a step of the server takes (ms, 95th percentile of a second); NaN while nobody asks. */
  get serverStep(): number {
    return this.#serverStep;
  }

  /** After each frame of the match, at `nowMs` (time of the page). `wanted`: whether to record. */
  frame(nowMs: number, wanted: boolean): void {
    if (!wanted) {
      this.#history = undefined;
      this.#serverStep = Number.NaN;
      return;
    }
    if (this.#history === undefined) this.#begin(nowMs);
    this.#record(nowMs);
    this.#ask(nowMs);
    this.#lastFrame = nowMs;
  }

  #hear(): void {
    this.#session.onAnswer("stepTime", ({ p95 }) => {
      this.#serverStep = p95;
    });
  }

  #begin(nowMs: number): void {
    this.#history = new NetHistory();
    this.#lastFrame = nowMs;
    this.#takeStock();
  }

  /** What is counted from here on. */
  #takeStock(): void {
    const { traffic, prediction } = this.#match;
    this.#patches = traffic.patches;
    this.#corrections = prediction?.figures.corrections ?? 0;
    Object.assign(this.#bytes, traffic.bytes);
  }

  #record(nowMs: number): void {
    const history = this.#history;
    if (history === undefined) return;
    const { traffic, prediction } = this.#match;
    const { clock } = this.#session;
    const roundTrip = clock.smoothedRtt();
    // Until the first input has come back nobody knows it.
    history.noteGauge("roundTrip", roundTrip > 0 ? roundTrip : Number.NaN);
    history.noteGauge("jitter", clock.jitter());
    history.noteGauge("delay", this.#match.interpolationDelay);
    history.noteGauge("age", this.#match.ageOfState(nowMs));
    history.noteGauge("inputMargin", this.#match.inputMargin);
    history.noteGauge("serverStep", this.#serverStep);
    const { corrections, error } = prediction?.figures ?? { corrections: 0, error: 0 };
    if (corrections > this.#corrections) history.noteCorrection(error);
    this.#corrections = corrections;
    history.noteTransport(this.#session.transport.name, this.#match.line?.share ?? 0);
    history.patchRate = this.#match.state.netRate;
    history.notePatches(traffic.patches - this.#patches);
    this.#patches = traffic.patches;
    for (const kind of FRAME_KINDS) {
      history.noteBytes(kind, traffic.bytes[kind] - this.#bytes[kind]);
      this.#bytes[kind] = traffic.bytes[kind];
    }
    history.noteFrame(nowMs, nowMs - this.#lastFrame);
  }

  #ask(nowMs: number): void {
    if (nowMs - this.#askedAt < ASK_EVERY_MS || !this.#session.isConnected) return;
    this.#askedAt = nowMs;
    this.#session.give("stepTime");
  }
}
