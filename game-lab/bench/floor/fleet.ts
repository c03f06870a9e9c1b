import { monitorEventLoopDelay } from "node:perf_hooks";

/** Time (ms) between two looks at how late a process of clients is. */
const LOOK_MS = 5;

/**
 * Answers the bench in a process of clients: what `counts` says, and how late (ms, 99th percentile) the process itself was since it was
 * last asked. Clients that are late are no measure of a server.
 */
export function answerAsFleet(counts: () => object): void {
  const delay = monitorEventLoopDelay({ resolution: LOOK_MS });
  delay.enable();
  process.on("message", () => {
    process.send?.({ ...counts(), lateP99: Math.max(0, delay.percentile(99) / 1e6 - LOOK_MS) });
    delay.reset();
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.("ready");
}
