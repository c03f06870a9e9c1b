import type { Condition } from "./conditions.ts";
import { type RoundsRule, roundsWanted } from "./duel/rounds-wanted.ts";
import type { Cell, DuelCount } from "./results.ts";
import type { Way } from "./ways.ts";

/** One way is to be measured under one condition. */
export interface CellTask {
  readonly kind: "cell";
  readonly repeat: number;
  readonly condition: Condition;
  readonly way: Way;
}

/** Ways are to fight until each has its rounds. */
export interface DuelTask {
  readonly kind: "duels";
  readonly repeat: number;
  readonly condition: Condition;
  /** Rounds that are missing, by the way. */
  readonly missing: ReadonlyMap<Way, number>;
}

export type Task = CellTask | DuelTask;

/** What a run is to find out. */
export interface Plan {
  readonly ways: readonly Way[];
  readonly conditions: readonly Condition[];
  readonly repeats: number;
  /** Times after which a cell that fails is given up. */
  readonly tries: number;
  readonly duelRounds: readonly RoundsRule[];
}

/** What is known already. */
export interface Known {
  readonly cells: readonly Cell[];
  readonly duels: readonly DuelCount[];
}

/** What is left to do, repeat by repeat, so that a run that is cut knows something of everything. */
export function tasksOf(plan: Plan, known: Known): Task[] {
  return Array.from({ length: plan.repeats }, (_, repeat) =>
    plan.conditions.flatMap((condition) => [
      ...inTurns(plan.ways, repeat).flatMap((way): Task[] =>
        isDone(plan, known, repeat, condition, way) ? [] : [{ kind: "cell", repeat, condition, way }],
      ),
      ...duelsOf(plan, known, repeat, condition),
    ]),
  ).flat();
}

/** The ways of the game in turns, another one first each time, then the control, which repeats their sizes. */
function inTurns(ways: readonly Way[], repeat: number): Way[] {
  const game = ways.filter(({ kind }) => kind === "game");
  const first = repeat % game.length;
  return [...game.slice(first), ...game.slice(0, first), ...ways.filter(({ kind }) => kind === "control")];
}

function isDone({ tries }: Plan, { cells }: Known, repeat: number, condition: Condition, way: Way): boolean {
  return cells.some(
    (cell) =>
      cell.repeat === repeat &&
      cell.condition === condition.id &&
      cell.way === way.id &&
      isSettled(cell, tries),
  );
}

/** Whether there is nothing more to be had: there are figures, or it has failed as often as may be. */
export function isSettled({ figures, tries = 1 }: Cell, most: number): boolean {
  return figures !== undefined || tries >= most;
}

/** A turn of fights for all ways that want the same number of rounds: who wants many more fights on without the others. */
function duelsOf(plan: Plan, { duels }: Known, repeat: number, condition: Condition): Task[] {
  const turns = new Map<number, Map<Way, number>>();
  for (const way of plan.ways.filter(({ kind }) => kind === "game")) {
    const wanted = roundsWanted(plan.duelRounds, way.id, condition.id);
    const share = Math.ceil(wanted / plan.repeats);
    const fought = duels
      .filter((duel) => duel.repeat === repeat && duel.condition === condition.id && duel.way === way.id)
      .reduce((sum, { wins, losses, draws }) => sum + wins + losses + draws, 0);
    if (fought >= share) continue;
    const turn = turns.get(wanted) ?? new Map<Way, number>();
    turns.set(wanted, turn.set(way, share - fought));
  }
  return [...turns.values()].map((missing) => ({ kind: "duels", repeat, condition, missing }));
}
