import { disturbanceOf } from "./disturbance.ts";
import { fightDuels } from "./duel/duels.ts";
import { measure } from "./measure.ts";
import type { LabOptions } from "./options.ts";
import type { Found } from "./progress.ts";
import type { PayloadSizes } from "./protocol.ts";
import type { Cell, DuelCount, Figures, Results } from "./results.ts";
import type { Site } from "./site.ts";
import { type CellTask, type DuelTask, isSettled, type Task } from "./tasks.ts";
import { REFERENCE, type Way } from "./ways.ts";

/** Sizes (bytes) of the control's messages until the game's are known. */
const FIRST_GUESS: PayloadSizes = { down: 120, up: 14 };
/** What the warm-up runs through. */
const WARM_UP: readonly string[] = [REFERENCE, "sse", "webrtc"];
const NO_ROUNDS = { wins: 0, losses: 0, draws: 0 };

/** Measures one thing after the other, and gathers what comes of it. */
export class Experiment implements Found {
  readonly cells: Cell[];
  readonly duels: DuelCount[];
  readonly linkLate: { p50: number; p99: number }[] = [];
  readonly #site: Site;
  readonly #options: LabOptions;
  readonly #say: (line: string) => void;
  readonly #stopping: AbortSignal;
  #payload = FIRST_GUESS;

  constructor(
    site: Site,
    options: LabOptions,
    say: (line: string) => void,
    stopping: AbortSignal,
    known: Results | undefined,
  ) {
    this.#site = site;
    this.#options = options;
    this.#say = say;
    this.#stopping = stopping;
    // What has failed and may be tried again is forgotten.
    this.cells = known?.cells.filter((cell) => isSettled(cell, options.tries)) ?? [];
    this.duels = known?.duels.filter(({ wins, losses, draws }) => wins + losses + draws > 0) ?? [];
    const reference = this.cells.findLast(({ way }) => way === REFERENCE)?.figures;
    if (reference !== undefined) this.#takeSizes(reference);
  }

  /** Lets everything happen once before anything is measured: code that runs for the first time is slow. */
  async warmUp(ways: readonly Way[]): Promise<void> {
    const { players, settleMs, warmUpS, seed } = this.#options;
    if (warmUpS === 0) return;
    this.#say("Warming up.");
    for (const way of ways.filter(({ id }) => WARM_UP.includes(id))) {
      const options = { way, players, windowMs: warmUpS * 1000, settleMs, seed, payload: this.#payload };
      await measure(this.#site, options, this.#stopping).catch((error) => {
        this.#stopping.throwIfAborted();
        this.#say(`${way.title} does not work: ${error instanceof Error ? error.message : error}`);
      });
    }
  }

  /** Does what is to be done, on a link that is set. */
  async do(task: Task): Promise<void> {
    if (task.kind === "duels") await this.#fight(task);
    else await this.#measure(task);
  }

  /** Measures a cell, and again if something disturbed it: the least disturbed one counts. */
  async #measure(task: CellTask): Promise<void> {
    let best: Cell | undefined;
    for (let tries = 1; tries <= this.#options.tries; tries++) {
      const cell = { ...(await this.#measureOnce(task)), tries };
      if (best === undefined || worthOf(cell) > worthOf(best)) best = cell;
      best = { ...best, tries };
      if (best.figures !== undefined && disturbanceOf(best) < 1) break;
    }
    if (best === undefined) return;
    this.cells.push(best);
    if (best.way === REFERENCE && best.figures !== undefined) this.#takeSizes(best.figures);
  }

  async #measureOnce({ repeat, condition, way }: CellTask): Promise<Cell> {
    const { players, windowS, settleMs, seed } = this.#options;
    const about = { repeat, condition: condition.id, way: way.id };
    try {
      const windowMs = windowS * 1000;
      const options = { way, players, windowMs, settleMs, seed: seed + repeat, payload: this.#payload };
      const { figures, ...disturbance } = await measure(this.#site, options, this.#stopping);
      await this.#noteLink();
      const cell = { ...about, figures, ...disturbance };
      this.#say(`  ${way.title}: ${sayFigures(figures)}${sayDisturbance(cell)}`);
      return cell;
    } catch (error) {
      this.#stopping.throwIfAborted();
      const failure = error instanceof Error ? error.message : String(error);
      this.#say(`  ${way.title}: no figures. ${failure}`);
      return { ...about, failure };
    }
  }

  async #fight({ repeat, condition, missing }: DuelTask): Promise<void> {
    const { duelRooms, duelS, seed } = this.#options;
    // Bots of another seed for those who have fought already.
    const fought = this.duels.filter((duel) => duel.repeat === repeat).length;
    const options = {
      missing,
      rooms: duelRooms,
      limitMs: duelS * 1000,
      seed: seed + repeat * 97 + fought * 1009,
    };
    const about = { repeat, condition: condition.id };
    try {
      const { outcomes, ...disturbance } = await fightDuels(this.#site, options, this.#stopping);
      await this.#noteLink();
      this.duels.push(...outcomes.map((outcome) => ({ ...outcome, ...about, ...disturbance })));
      const said = outcomes.map(({ way, wins, losses, failure }) =>
        failure === undefined ? `${way} ${wins}:${losses}` : `${way} ${wins}:${losses} (${failure})`,
      );
      this.#say(`  duels: ${said.join(", ")}${sayDisturbance(disturbance)}`);
    } catch (error) {
      this.#stopping.throwIfAborted();
      const failure = error instanceof Error ? error.message : String(error);
      const ways = [...missing.keys()];
      this.duels.push(...ways.map(({ id: way }) => ({ ...about, way, ...NO_ROUNDS, failure })));
      this.#say(`  duels: none. ${failure}`);
    }
  }

  #takeSizes({ payloadDown, payloadUp }: Figures): void {
    this.#payload = { down: Math.round(payloadDown), up: Math.max(4, Math.round(payloadUp)) };
  }

  async #noteLink(): Promise<void> {
    const counters = await this.#site.link.counters();
    if (counters !== undefined) this.linkLate.push(counters.lateMs);
  }
}

/** The less something was disturbed the more it is worth; nothing without figures. */
function worthOf(cell: Cell): number {
  return cell.figures === undefined ? Number.NEGATIVE_INFINITY : -disturbanceOf(cell);
}

function sayFigures({ age, inputToAck, dry }: Figures): string {
  const rough = dry === undefined ? "" : `, ${(dry * 100).toFixed(1)} % of frames dry`;
  return `age ${age.p50.toFixed(0)} ms, input to ack ${inputToAck.p50.toFixed(0)} ms${rough}`;
}

function sayDisturbance(disturbance: Pick<Cell, "lateMs" | "othersCores">): string {
  if (disturbanceOf(disturbance) < 1) return "";
  const { lateMs = 0, othersCores = 0 } = disturbance;
  return ` (disturbed: others used ${othersCores.toFixed(2)} cores, timers were ${lateMs.toFixed(0)} ms late)`;
}
