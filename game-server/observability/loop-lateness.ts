import { monitorEventLoopDelay } from "node:perf_hooks";

/** The loop is looked at this often (ms). */
const RESOLUTION_MS = 10;
/** Of a second in which one look in four was late, three in four were not: the machine keeps up. */
const PERCENTILE = 75;

/**
 * Calls `tell` once a second with how late (ms) the event loop was with most of what was due: the timers of the steps are
 * late by as much. Returns what ends it.
 */
export function watchLoop(tell: (lateMs: number) => void): () => void {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  const timer = setInterval(() => {
    tell(Math.max(0, delays.percentile(PERCENTILE) / 1e6 - RESOLUTION_MS));
    delays.reset();
  }, 1000);
  timer.unref();
  return () => {
    clearInterval(timer);
    delays.disable();
  };
}
