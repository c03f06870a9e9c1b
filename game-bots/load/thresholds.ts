import type { Report } from "./report-schema.ts";

/** A figure of the report that may have a limit. */
export interface Threshold {
  /** Name of the option, without the dashes. */
  readonly flag: string;
  readonly help: string;
  readonly unit: string;
  /** Limit when nobody says one. */
  readonly preset?: string;
  /** The figure; undefined when it could not be measured. */
  value(report: Omit<Report, "verdict">): number | undefined;
}

/** A limit on a figure, largest value that is still right. */
export interface ThresholdLimit {
  readonly threshold: Threshold;
  readonly limit: number;
  /** Somebody asked for it; a preset limit does not count where its figure cannot be measured. */
  readonly asked: boolean;
}

/** How a limit was kept. */
export interface Judgement {
  readonly name: string;
  readonly unit: string;
  readonly limit: number;
  /** Null when it could not be measured, which is a failure where somebody asked for it. */
  readonly value: number | null;
  readonly passed: boolean;
}

/** All that can be limited. */
export const THRESHOLDS: readonly Threshold[] = [
  {
    flag: "max-errors",
    help: "failed joins, lost connections, frames that cannot be decoded",
    unit: "",
    preset: "0",
    value: ({ errors }) => errors.total,
  },
  {
    flag: "max-divergences",
    help: "states that differ from the server's at the same tick",
    unit: "",
    preset: "0",
    value: ({ divergence }) => divergence.diverged,
  },
  {
    flag: "max-p99-rtt",
    help: "round trip, 99th percentile (ms)",
    unit: "ms",
    value: ({ latencies }) => latencies.roundTrip?.p99,
  },
  {
    flag: "max-p99-ack",
    help: "input to ack, 99th percentile (ms)",
    unit: "ms",
    value: ({ latencies }) => latencies.inputToAck?.p99,
  },
  {
    flag: "max-p99-patch",
    help: "time between patches, 99th percentile (ms)",
    unit: "ms",
    value: ({ latencies }) => latencies.patchInterval?.p99,
  },
  {
    flag: "max-p99-age",
    help: "age of the newest state, 99th percentile (ms)",
    unit: "ms",
    value: ({ latencies }) => latencies.ageOfState?.p99,
  },
  {
    flag: "max-p99-join",
    help: "time to join, 99th percentile (ms)",
    unit: "ms",
    value: ({ latencies }) => latencies.timeToJoin?.p99,
  },
  {
    flag: "max-p50-move",
    help: "time away because a room moved, median (ms)",
    unit: "ms",
    value: ({ latencies }) => latencies.move?.p50,
  },
  {
    flag: "max-move",
    help: "time away because a room moved, longest (ms)",
    unit: "ms",
    value: ({ latencies }) => latencies.move?.max,
  },
  {
    flag: "max-p99-step",
    help: "length of a step on the server, 99th percentile (ms)",
    unit: "ms",
    value: ({ server }) => server?.stepLength?.p99,
  },
  {
    flag: "max-p99-step-interval",
    help: "time between steps on the server, 99th percentile (ms)",
    unit: "ms",
    value: ({ server }) => server?.stepInterval?.p99,
  },
  {
    flag: "max-overruns",
    help: "steps that took longer than a step may",
    unit: "",
    value: ({ server }) => server?.overruns,
  },
  {
    flag: "max-server-cpu",
    help: "CPU of the server (% of a core)",
    unit: "%",
    value: ({ server }) => server?.cpuPercent,
  },
];

/** Judges a report by limits. */
export function judge(report: Omit<Report, "verdict">, limits: readonly ThresholdLimit[]): Judgement[] {
  return limits.map(({ threshold, limit, asked }) => {
    const value = threshold.value(report);
    return {
      name: threshold.flag,
      unit: threshold.unit,
      limit,
      value: value ?? null,
      passed: value === undefined ? !asked : value <= limit,
    };
  });
}
