import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";

/** Lines that are written of faults in a minute; further ones are only counted. */
const MAX_LINES = 10;
const WINDOW_MS = 60_000;

/**
 * What is done about an error that no part of the server has caught. It belongs to one request, connection or timer, of which
 * nothing is left to mend; the rooms keep their state to themselves and go on. So the process stays, counts the fault in
 * `pushback_faults_total` and logs it: an end would throw out everybody for what one of them, or a stranger, did.
 */
export class LastResort {
  readonly #log: Log;
  readonly #metrics: Metrics;
  readonly #now: () => number;
  #windowEnds = 0;
  #lines = 0;

  constructor(log: Log, metrics: Metrics, now: () => number = Date.now) {
    this.#log = log;
    this.#metrics = metrics;
    this.#now = now;
  }

  /** Notes a fault: an exception or a rejection that reached nobody. */
  note(error: unknown, kind: "exception" | "rejection"): void {
    this.#metrics.fault(kind);
    const now = this.#now();
    if (now >= this.#windowEnds) {
      this.#windowEnds = now + WINDOW_MS;
      this.#lines = 0;
    }
    this.#lines += 1;
    if (this.#lines <= MAX_LINES) this.#log.error({ err: error, kind }, "a fault that nothing caught");
  }

  /** Takes in the faults of this process from now on. */
  install(): void {
    process.on("uncaughtException", (error) => this.note(error, "exception"));
    process.on("unhandledRejection", (reason) => this.note(reason, "rejection"));
  }
}
