import { shortestArc } from "#player/netcode/interpolation.ts";
import { Action } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { largest, mean, percentile } from "../statistics.ts";
import type { Profile } from "./profiles.ts";
import { HOMES, meadowForTwo, runAbout } from "./scripts.ts";
import { type VirtualMatch, virtualMatch } from "./virtual-match.ts";
import type { VirtualPage } from "./virtual-page.ts";

/** Where somebody was after a step. */
interface Truth {
  x: number;
  y: number;
  /** Between this step and the one before there was a respawn. */
  jump: boolean;
}

/** What was seen on a page and on the server while two people ran about undisturbed. */
export interface RunningFigures {
  /** Corrections of the own character beyond rounding, and their size at the 95th percentile of patches and at most (tiles). */
  corrections: number;
  errorP95: number;
  errorMax: number;
  /** Frames in which the own character went against the keys that had been held for a while. */
  ownBackwards: number;
  /** Largest way (tiles) that another player was drawn against the direction in which they ran. */
  otherBackwards: number;
  /** Distance (tiles) of another player's picture from where they were at the moment drawn. */
  drawnErrorP95: number;
  /** Share of frames without a newer state to move towards. */
  underRuns: number;
  /** Time (ms) from what is drawn of others to now: mean and 95th percentile. */
  stalenessMean: number;
  stalenessP95: number;
  /** Interpolation delay (ms) on average. */
  delay: number;
  /** Error of the page's idea of the server's time (ms), 95th percentile, and whether it ever went backwards. */
  clockErrorP95: number;
  clockBackwards: number;
  /** The same error of the clock that the SDK brings. */
  sdkClockErrorP95: number;
  /** Share of the page's ticks for which the server had no input. */
  starvation: number;
  /** Time (ms) that inputs usually lie on the server. */
  inputWait: number;
  /** The same for everything that was drawn: two runs are the same when these are. */
  trace: string;
}

export interface RunningOptions {
  seed?: number;
  /** Length of the measured time, after the time to settle (s). */
  seconds?: number;
  settleSeconds?: number;
  room?: object;
  /** For proofs of what a part of the netcode is worth. */
  tune?(page: VirtualPage): void;
}

/** Lets two people run about, the first one on a line as the profile says, and watches that one's page. */
export async function measureRunning(
  profile: Profile,
  options: RunningOptions = {},
): Promise<RunningFigures> {
  const { seed = 1, seconds = 20, settleSeconds = 5, room, tune } = options;
  const truth = new Map<string, Truth[]>();
  const starved = { ticks: 0, missed: 0 };
  let watched: Watch | undefined;
  const match = await virtualMatch({
    arena: meadowForTwo(),
    seed,
    ...(room === undefined ? {} : { room }),
    onStep(world, inputs) {
      for (const player of world.players.values()) {
        // Everybody begins where they stay, so that nobody has met anybody before.
        if (!truth.has(player.id)) Object.assign(player, HOMES[player.name === "Ann" ? 0 : 1]);
        const { x, y } = player;
        const list = truth.get(player.id) ?? [];
        const last = list[world.tick - 1];
        const jump = last !== undefined && Math.hypot(x - last.x, y - last.y) > 1;
        list[world.tick] = { x, y, jump };
        truth.set(player.id, list);
      }
      if (watched === undefined) return;
      starved.ticks += 1;
      if (inputs.get(watched.page.id)?.length === 0) starved.missed += 1;
    },
  });
  try {
    const page = await match.open({
      name: "Ann",
      link: profile.link,
      seed: seed * 2,
      ...(profile.clock === undefined ? {} : { clock: profile.clock }),
      ...(profile.frames === undefined ? {} : { frames: profile.frames }),
      play: runAbout(HOMES[0], seed),
      onFrame: () => watched?.frame(),
    });
    await match.open({
      name: "Bob",
      link: { delayMs: 20, jitterMs: 5, loss: 0 },
      seed: seed * 2 + 1,
      play: runAbout(HOMES[1], seed + 1000),
    });
    const settled = match.time.now + settleSeconds * 1000;
    while (!page.inMatch && match.time.now < settled) await match.run(0.1);
    tune?.(page);
    await match.run((settled - match.time.now) / 1000);
    watched = new Watch(match, page, truth);
    await match.run(seconds);
    return { ...watched.figures(), starvation: starved.missed / starved.ticks };
  } finally {
    await match.end();
  }
}

/** Looks at a page once a frame. */
class Watch {
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

/** Where somebody was at a simulation time (ms); undefined when that is unknown or they were put elsewhere. */
function placeAt(steps: readonly Truth[] | undefined, time: number): { x: number; y: number } | undefined {
  const tick = Math.floor(time / TICK_MS);
  const [from, to] = [steps?.[tick], steps?.[tick + 1]];
  if (from === undefined || to === undefined || from.jump || to.jump) return undefined;
  const share = time / TICK_MS - tick;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The largest of several runs' figures, field by field: a bound that holds for all. */
export function worst(runs: readonly RunningFigures[]): Omit<RunningFigures, "trace"> {
  const { trace: _, ...fields } = runs[0] ?? ({} as RunningFigures);
  return Object.fromEntries(
    Object.keys(fields).map((key) => [key, largest(runs.map((run) => run[key as keyof typeof fields]))]),
  ) as Omit<RunningFigures, "trace">;
}
