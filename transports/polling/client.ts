import type { Downstream } from "../http/connection.ts";
import { MAX_POLL_MS, MIN_POLL_MS, POLL_MS } from "../http/timing.ts";

/** The period (ms) of polling that a text asks for, within what is allowed; the usual one when it asks for none. */
export function parsePollPeriod(text: string | null): number {
  const asked = Number(text ?? "");
  if (text === null || text === "" || !Number.isFinite(asked)) return POLL_MS;
  return Math.min(MAX_POLL_MS, Math.max(MIN_POLL_MS, asked));
}

/**
 * Polling: a request in each period that carries what there is to say and comes back with what is new.
 * @param period Its length (ms), looked up for each request, so that it can be changed while it runs.
 */
export function polling(period: () => number): Downstream {
  return {
    get periodMs() {
      return period();
    },
  };
}
