import type { Condition } from "./conditions.ts";
import { type DuelOutcome, fightDuels } from "./duel/duels.ts";
import { median } from "./figures.ts";
import { describeMachine } from "./machine.ts";
import { measure } from "./measure.ts";
import type { LabOptions } from "./options.ts";
import type { PayloadSizes } from "./protocol.ts";
import type { Cell, DuelCount, Results } from "./results.ts";
import type { Site } from "./site.ts";
import { REFERENCE, type Way } from "./ways.ts";

/** Sizes (bytes) of the control's messages until the game's are known. */
const FIRST_GUESS: PayloadSizes = { down: 120, up: 14 };
/** What the warm-up runs through. */
const WARM_UP: readonly string[] = [REFERENCE, "sse", "webrtc"];

/** Runs the experiment on a site that is set up. `say` is told of each step. */
export async function runLab(
  site: Site,
  options: LabOptions,
  say: (line: string) => void,
  stopping: AbortSignal,
): Promise<Results> {
  const started = new Date();
  const experiment = new Experiment(site, options, say, stopping);
  await experiment.warmUp();
  for (let repeat = 0; repeat < options.repeats; repeat++) await experiment.repeat(repeat);
  const { cells, duels, lateness, linkLate } = experiment;
  return {
    machine: describeMachine(),
    startedAt: started.toISOString(),
    seconds: Math.round((Date.now() - started.getTime()) / 1000),
    link: { kind: site.link.kind, why: site.why },
    plan: {
      seed: options.seed,
      repeats: options.repeats,
      players: options.players,
      windowS: options.windowS,
      duelRooms: options.duelRooms,
      duelS: options.duelS,
    },
    ways: [...experiment.ways],
    conditions: [...experiment.conditions],
    leftOut: [...experiment.leftOut],
    instruments: {
      playersLate: { median: median(lateness), worst: Math.max(...lateness) },
      linkLate:
        linkLate.length === 0
          ? undefined
          : { p50: median(linkLate.map(({ p50 }) => p50)), p99: median(linkLate.map(({ p99 }) => p99)) },
    },
    cells,
    duels,
  };
}

const NO_ROUNDS = { wins: 0, losses: 0, draws: 0 };

class Experiment {
  readonly cells: Cell[] = [];
  readonly duels: DuelCount[] = [];
  readonly lateness: number[] = [];
  readonly linkLate: { p50: number; p99: number }[] = [];
  readonly ways: readonly Way[];
  readonly conditions: readonly Condition[];
  readonly leftOut: readonly string[];
  readonly #site: Site;
  readonly #options: LabOptions;
  readonly #say: (line: string) => void;
  readonly #stopping: AbortSignal;
  #payload = FIRST_GUESS;

  constructor(site: Site, options: LabOptions, say: (line: string) => void, stopping: AbortSignal) {
    this.#site = site;
    this.#options = options;
    this.#say = say;
    this.#stopping = stopping;
    const packets = site.link.kind === "packets";
    this.ways = options.ways.filter(({ datagrams }) => packets || !datagrams);
    this.conditions = options.conditions.filter(({ loss }) => packets || loss === 0);
    this.leftOut = [
      ...options.ways.filter((way) => !this.ways.includes(way)).map(({ title }) => title),
      ...options.conditions.filter((one) => !this.conditions.includes(one)).map(({ title }) => title),
    ];
  }

  /** Lets everything happen once before anything is measured: code that runs for the first time is slow. */
  async warmUp(): Promise<void> {
    const { players, warmUpS, seed } = this.#options;
    if (warmUpS === 0) return;
    this.#say("Warming up.");
    for (const way of this.ways.filter(({ id }) => WARM_UP.includes(id))) {
      const options = { way, players, windowMs: warmUpS * 1000, seed, payload: this.#payload };
      await measure(this.#site, options, this.#stopping).catch((error) => {
        this.#stopping.throwIfAborted();
        this.#say(`${way.title} does not work: ${error instanceof Error ? error.message : error}`);
      });
    }
  }

  async repeat(repeat: number): Promise<void> {
    for (const condition of this.conditions) {
      await this.#site.link.set(condition);
      for (const way of this.#order(repeat)) await this.#measure(repeat, condition, way);
      if (this.#options.duelRooms > 0) await this.#fight(repeat, condition);
    }
  }

  /** The ways of the game in turns, another one first each time, then the control, which repeats their sizes. */
  #order(repeat: number): Way[] {
    const game = this.ways.filter(({ kind }) => kind === "game");
    const first = repeat % game.length;
    return [
      ...game.slice(first),
      ...game.slice(0, first),
      ...this.ways.filter(({ kind }) => kind === "control"),
    ];
  }

  async #measure(repeat: number, condition: Condition, way: Way): Promise<void> {
    const { players, windowS, seed } = this.#options;
    const about = { repeat, condition: condition.id, way: way.id };
    try {
      const options = { way, players, windowMs: windowS * 1000, seed: seed + repeat, payload: this.#payload };
      const { figures, lateMs } = await measure(this.#site, options, this.#stopping);
      this.lateness.push(lateMs);
      await this.#noteLink();
      if (way.id === REFERENCE) {
        this.#payload = { down: Math.round(figures.payloadDown), up: Math.round(figures.payloadUp) };
      }
      this.cells.push({ ...about, figures, failure: undefined });
      const { age, inputToAck } = figures;
      this.#say(
        `${condition.title}, ${way.title}: age ${age.p50.toFixed(0)} ms, input to ack ${inputToAck.p50.toFixed(0)} ms`,
      );
    } catch (error) {
      this.#stopping.throwIfAborted();
      const failure = error instanceof Error ? error.message : String(error);
      this.cells.push({ ...about, figures: undefined, failure });
      this.#say(`${condition.title}, ${way.title}: no figures. ${failure}`);
    }
  }

  async #fight(repeat: number, condition: Condition): Promise<void> {
    const { duelRooms, duelS, seed } = this.#options;
    const ways = this.ways.filter(({ kind }) => kind === "game");
    const options = { ways, rooms: duelRooms, durationMs: duelS * 1000, seed: seed + repeat * 97 };
    const about = { repeat, condition: condition.id };
    try {
      const { outcomes, lateMs } = await fightDuels(this.#site, options, this.#stopping);
      this.lateness.push(lateMs);
      await this.#noteLink();
      this.duels.push(...outcomes.map((outcome) => ({ ...outcome, ...about })));
      this.#say(`${condition.title}, duels: ${outcomes.map(sayDuel).join(", ")}`);
    } catch (error) {
      this.#stopping.throwIfAborted();
      const failure = error instanceof Error ? error.message : String(error);
      this.duels.push(...ways.map(({ id: way }) => ({ ...about, way, ...NO_ROUNDS, failure })));
      this.#say(`${condition.title}, duels: none. ${failure}`);
    }
  }

  async #noteLink(): Promise<void> {
    const counters = await this.#site.link.counters();
    if (counters !== undefined) this.linkLate.push(counters.lateMs);
  }
}

function sayDuel({ way, wins, losses, failure }: DuelOutcome): string {
  return failure === undefined ? `${way} ${wins}:${losses}` : `${way} ${wins}:${losses} (${failure})`;
}
