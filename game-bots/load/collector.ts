import { Latencies } from "./latency.ts";
import { nameOfPlace } from "./processes.ts";
import type { WorkerEnd, WorkerSecond } from "./protocol.ts";
import type { Second } from "./report-schema.ts";
import type { ServerSecond } from "./server-watch.ts";
import { addCounts, type Counts, noCounts } from "./tally.ts";

/** Seconds that a worker may be behind the others before its part of a second is not waited for. */
const PATIENCE = 3;

type Phase = Second["phase"];

/** Puts together what the workers and the server tell, second by second. */
export class Collector {
  /** Of the measured time, and the times to join of all the time. */
  readonly latencies = new Latencies();
  /** Of the measured time. */
  readonly counts: Counts = noCounts();
  /** Of all the time. */
  readonly totals: Counts = noCounts();
  readonly errors = new Map<string, number>();
  readonly timeline: Second[] = [];
  readonly ends: WorkerEnd[] = [];
  /** Client-seconds of the measured time. */
  playerSeconds = 0;
  measuredSeconds = 0;
  /** Called with each second as soon as all workers have told theirs. */
  onSecond: (second: Second) => void = () => {};
  readonly #origin: string;
  readonly #workers: number;
  readonly #rampSeconds: number;
  readonly #endSecond: number;
  readonly #pending = new Map<number, WorkerSecond[]>();
  readonly #server = new Map<number, ServerSecond>();
  #closed = 0;

  /**
   * Seconds from `rampSeconds` on, up to `endSecond`, are measured.
   * @param origin Address of the server.
   */
  constructor(origin: string, workers: number, rampSeconds: number, endSecond: number) {
    this.#origin = origin;
    this.#workers = workers;
    this.#rampSeconds = rampSeconds;
    this.#endSecond = endSecond;
  }

  /** Takes in what a worker measured in a second. */
  add(part: WorkerSecond): void {
    const parts = this.#pending.get(part.second) ?? [];
    parts.push(part);
    this.#pending.set(part.second, parts);
    this.#close(part.second - PATIENCE);
  }

  /** Notes something that went wrong, in words. */
  error(words: string, count = 1): void {
    this.errors.set(words, (this.errors.get(words) ?? 0) + count);
  }

  /** What the server used in a second; the answer may come after the second was closed. */
  server(second: number, used: ServerSecond): void {
    const closed = this.timeline.find(({ at }) => at === second + 1);
    if (closed === undefined) this.#server.set(second, used);
    else Object.assign(closed, used);
  }

  /** Nothing more comes. */
  finish(): void {
    this.#close(Number.POSITIVE_INFINITY);
  }

  /** How many things went wrong. */
  get errorCount(): number {
    let sum = 0;
    for (const count of this.errors.values()) sum += count;
    return sum;
  }

  /** Closes every second that is complete, and those up to `overdue` as they are. */
  #close(overdue: number): void {
    for (;;) {
      const parts = this.#pending.get(this.#closed);
      const complete = parts?.length === this.#workers;
      const last = Math.max(...this.#pending.keys(), -1);
      if (!complete && (this.#closed > overdue || this.#closed > last)) return;
      this.#pending.delete(this.#closed);
      if (parts !== undefined) this.#take(this.#closed, parts);
      this.#closed += 1;
    }
  }

  #phase(second: number): Phase {
    if (second < this.#rampSeconds) return "ramp";
    return second < this.#endSecond ? "steady" : "end";
  }

  #take(second: number, parts: readonly WorkerSecond[]): void {
    const phase = this.#phase(second);
    const steady = phase === "steady";
    const counts = noCounts();
    const latencies = new Latencies();
    const errorsBefore = this.errorCount;
    let connected = 0;
    for (const part of parts) {
      addCounts(counts, part.counts);
      latencies.add(part.latencies);
      connected += part.connected;
      for (const [words, count] of part.errors) this.error(words, count);
      if (steady) this.latencies.add(part.latencies);
      else if (part.latencies.timeToJoin !== undefined)
        this.latencies.add({ timeToJoin: part.latencies.timeToJoin });
    }
    addCounts(this.totals, counts);
    if (steady) {
      addCounts(this.counts, counts);
      this.playerSeconds += connected;
      this.measuredSeconds += 1;
    }
    const closed: Second = {
      at: second + 1,
      phase,
      connected,
      errors: this.errorCount - errorsBefore,
      patches: counts.patches,
      bytesDown: counts.bytesDown,
      bytesUp: counts.bytesUp,
      generatorDelay: Math.max(...parts.map(({ lateMs }) => lateMs)),
      generatorCpu: Math.max(...parts.map(({ cpuPercent }) => cpuPercent)),
      ...(counts.moves === 0 ? {} : { moves: counts.moves }),
      ...this.#byProcess(parts),
      ...this.#server.get(second),
    };
    for (const name of ["roundTrip", "inputToAck", "patchInterval", "ageOfState"] as const) {
      const all = latencies.distribution(name);
      if (all !== undefined) closed[name] = { p50: all.p50, p95: all.p95, p99: all.p99 };
    }
    this.timeline.push(closed);
    this.onSecond(closed);
  }

  /** Clients by the process that they are on; nothing where there is one that has no address of its own. */
  #byProcess(parts: readonly WorkerSecond[]): Pick<Second, "clientsByProcess"> {
    const clientsByProcess: Record<string, number> = {};
    for (const { places } of parts) {
      for (const [place, count] of Object.entries(places)) {
        const name = nameOfPlace(place, this.#origin);
        if (name !== "") clientsByProcess[name] = (clientsByProcess[name] ?? 0) + count;
      }
    }
    return Object.keys(clientsByProcess).length === 0 ? {} : { clientsByProcess };
  }
}
