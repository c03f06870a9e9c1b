import { setTimeout as sleep } from "node:timers/promises";

/** Waits. @throws what the signal was aborted with. */
export async function pause(ms: number, stopping: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal: stopping });
  } catch {
    stopping.throwIfAborted();
  }
}
