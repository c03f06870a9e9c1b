import { largest } from "../statistics.ts";

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

/** The largest of several runs' figures, field by field: a bound that holds for all. */
export function worst(runs: readonly RunningFigures[]): Omit<RunningFigures, "trace"> {
  const { trace: _, ...fields } = runs[0] ?? ({} as RunningFigures);
  return Object.fromEntries(
    Object.keys(fields).map((key) => [key, largest(runs.map((run) => run[key as keyof typeof fields]))]),
  ) as Omit<RunningFigures, "trace">;
}
