import { shortestArc } from "#player/netcode/interpolation.ts";
import { Action } from "#shared/simulation/types.ts";
import { mean, percentile } from "../statistics.ts";
import type { RunningFigures } from "./running-figures.ts";
import { placeAt, type Truth } from "./truth.ts";
import type { VirtualMatch } from "./virtual-match.ts";
import type { VirtualPage } from "./virtual-page.ts";

/** Looks at a page once a frame and compares what it shows with where everybody was. */
export class RunningWatch {
  readonly page: VirtualPage;
  readonly #match: VirtualMatch;
  readonly #truth: ReadonlyMap<string, Truth[]>;
  readonly #steady = { input: "", frames: 0 };
  readonly #errors: number[] = [];
  readonly #drawnErrors: number[] = [];
  readonly #staleness: number[] = [];
  readonly #delays: number[] = [];
  readonly #clockErrors: number[] = [];
  readonly #sdkClockErrors: number[] = [];
  readonly #waits: number[] = [];
  readonly #before: { corrections: number; tick: number };
  #ownBackwards = 0;
  #otherBackwards = 0;
  #clockBackwards = 0;
  #lastClock = Number.NEGATIVE_INFINITY;
  #last: { own: { x: number; y: number }; others: Map<string, { x: number; y: number }> } | undefined;
  #lastTime = Number.NaN;
  #hash = 0x811c9dc5;
  #frames = 0;
  #underRuns = 0;

  constructor(match: VirtualMatch, page: VirtualPage, truth: ReadonlyMap<string, Truth[]>) {
    this.page = page;
    this.#match = match;
    this.#truth = truth;
    const corrections = page.match.prediction?.figures.corrections ?? 0;
    this.#before = { corrections, tick: page.match.state.tick };
    page.match.prediction?.resetFigures();
  }

  frame(): void {
    const { match } = this.page;
    const { prediction, self } = match;
    if (prediction === undefined || self === undefined) return;
    this.#frames += 1;
    if (match.state.tick !== this.#before.tick) {
      const corrected = prediction.figures.corrections !== this.#before.corrections;
      this.#errors.push(corrected ? prediction.figures.error : 0);
      this.#before.corrections = prediction.figures.corrections;
      this.#before.tick = match.state.tick;
      this.#waits.push(match.state.players.get(self.id)?.inputMargin ?? 0);
    }
    const trueTime = this.#match.simulationTime;
    const clock = match.serverTime;
    this.#clockErrors.push(Math.abs(clock - trueTime));
    const sdk = this.page.sdkClock?.serverNow() ?? Number.NaN;
    this.#sdkClockErrors.push(Math.abs(sdk - this.#match.roomTime));
    if (clock < this.#lastClock) this.#clockBackwards += 1;
    this.#lastClock = clock;
    this.#staleness.push(trueTime - match.renderTime);
    this.#delays.push(match.interpolationDelay);
    if (match.starved) this.#underRuns += 1;
    this.#watchOwn(self);
    this.#watchOthers(match.renderTime, self.id);
    this.#note(self.x, self.y, match.renderTime);
    this.#lastTime = match.renderTime;
    const others = new Map([...match.players].map(([id, { x, y }]) => [id, { x, y }] as const));
    this.#last = { own: { x: self.x, y: self.y }, others };
  }

  figures(): Omit<RunningFigures, "starvation"> {
    const figures = this.page.match.prediction?.figures;
    return {
      corrections: figures?.corrections ?? 0,
      errorP95: percentile(this.#errors, 0.95),
      errorMax: figures?.maxError ?? 0,
      ownBackwards: this.#ownBackwards,
      otherBackwards: this.#otherBackwards,
      drawnErrorP95: percentile(this.#drawnErrors, 0.95),
      underRuns: this.#underRuns / this.#frames,
      stalenessMean: mean(this.#staleness),
      stalenessP95: percentile(this.#staleness, 0.95),
      delay: mean(this.#delays),
      clockErrorP95: percentile(this.#clockErrors, 0.95),
      clockBackwards: this.#clockBackwards,
      sdkClockErrorP95: percentile(this.#sdkClockErrors, 0.95),
      inputWait: mean(this.#waits),
      trace: (this.#hash >>> 0).toString(16),
    };
  }

  #watchOwn(self: { x: number; y: number; vx: number; vy: number; action: Action }): void {
    const { moveX = 0, moveY = 0 } = this.page.input;
    const input = `${moveX.toFixed(3)} ${moveY.toFixed(3)}`;
    this.#steady.frames = input === this.#steady.input ? this.#steady.frames + 1 : 0;
    this.#steady.input = input;
    const { own } = this.#last ?? {};
    const along = own === undefined ? 0 : (self.x - own.x) * moveX + (self.y - own.y) * moveY;
    const free = self.action === Action.Idle || self.action === Action.Charging;
    if (this.#steady.frames > 20 && free && along < -0.001) this.#ownBackwards += 1;
  }

  #watchOthers(time: number, selfId: string): void {
    for (const [id, drawn] of this.page.match.players) {
      if (id === selfId) continue;
      const now = placeAt(this.#truth.get(id), time);
      if (now === undefined) continue;
      this.#drawnErrors.push(Math.hypot(drawn.x - now.x, drawn.y - now.y));
      const before = this.#last?.others.get(id);
      const then = placeAt(this.#truth.get(id), this.#lastTime);
      if (before === undefined || then === undefined) continue;
      const [x, y] = [now.x - then.x, now.y - then.y];
      const way = Math.hypot(x, y);
      const along = ((drawn.x - before.x) * x + (drawn.y - before.y) * y) / way;
      if (way > 0.01 && this.#isSteady(id, time))
        this.#otherBackwards = Math.max(this.#otherBackwards, -along);
    }
  }

  /** Whether somebody ran straight on around a moment: between two patches a turn is drawn as its chord. */
  #isSteady(id: string, time: number): boolean {
    const [before, at, after] = [-60, 0, 60].map((ms) => placeAt(this.#truth.get(id), time + ms));
    if (before === undefined || at === undefined || after === undefined) return false;
    const into = Math.atan2(at.y - before.y, at.x - before.x);
    const out = Math.atan2(after.y - at.y, after.x - at.x);
    return Math.abs(shortestArc(into, out)) < 0.2;
  }

  #note(...values: number[]): void {
    for (const byte of new Uint8Array(Float64Array.from(values).buffer)) {
      this.#hash = Math.imul(this.#hash ^ byte, 0x01000193);
    }
  }
}
