import type { Distribution, Report } from "../report-schema.ts";
import type { Cards } from "./cards.ts";
import { type Cell, element, table, textCell } from "./elements.ts";
import { show } from "./words.ts";

/** Adds the percentiles of each latency that was measured. */
export function latencyTable(cards: Cards, { latencies }: Report): void {
  const named: [Distribution | undefined, string][] = [
    [latencies.timeToJoin, "time to join"],
    [latencies.roundTrip, "round trip"],
    [latencies.inputToAck, "input to ack"],
    [latencies.patchInterval, "between patches"],
    [latencies.ageOfState, "age of state"],
    [latencies.reconnect, "reconnect"],
    [latencies.move, "move"],
  ];
  const rows = named.flatMap(([all, words]) => {
    if (!all) return [];
    const percentiles = [all.p50, all.p90, all.p95, all.p99, all.p999, all.max];
    return [[words, ...percentiles.map((ms) => show(ms, 1)), show(all.count)]];
  });
  cards.add(
    "Latencies (ms)",
    "Counted from the moment at which the schedule wanted it, so a stall counts in full. Percentiles come from the merged histograms of all workers.",
    table(["", "p50", "p90", "p95", "p99", "p99.9", "max", "samples"], rows),
    true,
  );
}

/** Adds the limits that were set, and what was found. */
export function limits(cards: Cards, { verdict }: Report): void {
  const rows = verdict.judgements.map(({ name, limit, value, unit, passed }): Cell[] => [
    `--${name}`,
    `${show(limit)} ${unit}`,
    value === null ? "not measured" : `${show(value)} ${unit}`,
    element(
      "td",
      passed ? "pass" : "fail",
      value === null && passed ? "unknown" : passed ? "held" : "exceeded",
    ),
  ]);
  if (rows.length > 0) cards.add("Limits", "", table(["", "limit", "found", ""], rows));
}

/** Adds errors and diverged states, if there are any. */
export function whatWentWrong(cards: Cards, { errors, divergence }: Report): void {
  const rows: Cell[][] = [
    ...errors.kinds.map(({ words, count }) => [show(count), textCell(words)]),
    ...divergence.examples.map((words) => ["state", textCell(words)]),
  ];
  if (rows.length > 0) cards.add("What went wrong", "", table(["times", ""], rows));
}
