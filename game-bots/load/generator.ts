import type { Report, Second } from "./report-schema.ts";

/** A worker that uses more of its core (%) than this is at its end. */
const BUSY = 85;
/** Inputs that go out later than this (ms) change what is measured: half a step. */
const LATE_MS = 10;
/** Share of inputs that may be left out before it matters. */
const SKIPPED = 0.001;

/** How the load generator itself did: whether the figures are the server's or its own. */
export function judgeGenerator(
  timeline: readonly Second[],
  inputs: number,
  skipped: number,
): Report["generator"] {
  const steady = timeline.filter(({ phase }) => phase === "steady");
  const delays = steady.map(({ generatorDelay }) => generatorDelay).sort((a, b) => a - b);
  const cpuPercent = Math.max(0, ...steady.map(({ generatorCpu }) => generatorCpu));
  const typicalDelay = delays[delays.length >> 1] ?? 0;
  const worstDelay = delays.at(-1) ?? 0;
  const skippedInputs = inputs + skipped === 0 ? 0 : skipped / (inputs + skipped);
  const reasons = [
    ...(cpuPercent > BUSY ? [`a worker used ${cpuPercent.toFixed(0)} % of a core`] : []),
    ...(typicalDelay > LATE_MS ? [`it was ${typicalDelay.toFixed(0)} ms late (p99, median second)`] : []),
    ...(skippedInputs > SKIPPED ? [`it left out ${(skippedInputs * 100).toFixed(1)} % of the inputs`] : []),
  ];
  return {
    cpuPercent,
    worstDelay,
    typicalDelay,
    skippedInputs,
    bottleneck: reasons.length > 0,
    words:
      reasons.length === 0
        ? `The load generator kept up: it was ${typicalDelay.toFixed(1)} ms late (p99, median second).`
        : `The load generator was the bottleneck: ${reasons.join(", ")}. Latencies are partly its own; use more --workers, another machine, or --brain wander.`,
  };
}
