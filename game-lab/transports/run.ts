import { Experiment } from "./experiment.ts";
import type { LabOptions } from "./options.ts";
import { type Begun, resultsOf } from "./progress.ts";
import type { Results } from "./results.ts";
import type { Site } from "./site.ts";
import { type Plan, type Task, tasksOf } from "./tasks.ts";

/** What a run tells while it goes on. */
export interface Listener {
  say(line: string): void;
  /** Everything that is known so far, after each measurement. */
  keep(results: Results): Promise<void>;
}

/** What came of a run: everything, or as much as there was time for. */
export interface Outcome {
  readonly results: Results;
  /** Measurements that are left to do. */
  readonly left: number;
}

/** Runs the experiment on a site that is set up, from what is known already on. */
export async function runLab(
  site: Site,
  options: LabOptions,
  known: Results | undefined,
  { say, keep }: Listener,
  stopping: AbortSignal,
): Promise<Outcome> {
  const begun: Begun = { at: new Date(), site, options, known };
  const plan = planOf(site, options);
  const experiment = new Experiment(site, options, say, stopping, known);
  const tasks = tasksOf(plan, experiment);
  const now = (): Results => resultsOf(begun, plan, experiment);
  say(`${tasks.length} measurements to go.`);
  if (tasks.length > 0) await experiment.warmUp(plan.ways);
  const from = performance.now();
  for (const [done, task] of tasks.entries()) {
    const minutes = (performance.now() - from) / 60_000;
    if (options.minutes !== undefined && minutes >= options.minutes) {
      return { results: now(), left: tasks.length - done };
    }
    if (isNewCondition(tasks, done)) {
      say(
        `${task.condition.title}, repeat ${task.repeat + 1} of ${plan.repeats}${timeLeft(tasks.length, done, minutes)}`,
      );
      await site.link.set(task.condition);
    }
    await experiment.do(task);
    await keep(now());
  }
  return { results: now(), left: 0 };
}

/** What of what was asked for this link can do. */
function planOf(site: Site, { ways, conditions, repeats, tries, duelRounds, duelRooms }: LabOptions): Plan {
  const packets = site.link.kind === "packets";
  return {
    ways: ways.filter(({ datagrams }) => packets || !datagrams),
    conditions: conditions.filter(({ loss }) => packets || loss === 0),
    repeats,
    tries,
    duelRounds: duelRooms === 0 ? [] : duelRounds,
  };
}

function isNewCondition(tasks: readonly Task[], index: number): boolean {
  const [before, task] = [tasks[index - 1], tasks[index]];
  return before?.condition.id !== task?.condition.id || before?.repeat !== task?.repeat;
}

function timeLeft(all: number, done: number, minutes: number): string {
  return done === 0 ? "" : `; about ${Math.ceil((minutes / done) * (all - done))} minutes left`;
}
