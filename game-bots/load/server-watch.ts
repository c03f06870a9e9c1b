import { bucketsBetween, growth, growthBy, parseMetrics, percentiles, type Samples } from "./metrics-text.ts";
import type { ServerFigures } from "./report-schema.ts";

const MB = 1024 * 1024;
/** Longest time (ms) to wait for the metrics. */
const TIMEOUT_MS = 3000;
/** Node measures the delay of its event loop with a timer of this length (ms), and counts it in. */
const LOOP_TIMER_MS = 10;

/** What the server used in a second. */
export interface ServerSecond {
  serverCpu: number;
  serverMemory: number;
  serverDelay: number;
}

/** Reads the server's own metrics, again and again. */
export class ServerWatch {
  /** Why there are no figures. */
  note: string | undefined;
  readonly #url: string;
  readonly #headers: Record<string, string>;
  #first: { at: number; samples: Samples } | undefined;
  #last: { at: number; samples: Samples } | undefined;
  #delays: number[] = [];

  constructor(origin: string, adminToken: string | undefined) {
    this.#url = `${origin}/metrics`;
    this.#headers = adminToken === undefined ? {} : { authorization: `Bearer ${adminToken}` };
  }

  /** Reads them now (`nowMs` of any clock). Returns what was used since the last time, if there was one. */
  async look(nowMs: () => number): Promise<ServerSecond | undefined> {
    const samples = await this.#read();
    if (samples === undefined) return undefined;
    const at = nowMs();
    const before = this.#last;
    this.#last = { at, samples };
    this.#first ??= this.#last;
    if (before === undefined) return undefined;
    const serverDelay = delayOf(samples);
    this.#delays.push(serverDelay);
    return {
      serverCpu:
        (growth("process_cpu_seconds_total", before.samples, samples) / (at - before.at)) * 1000 * 100,
      serverMemory: (samples.get("process_resident_memory_bytes") ?? 0) / MB,
      serverDelay,
    };
  }

  /** What is measured begins at the newest figures. */
  begin(): void {
    this.#first = this.#last;
    this.#delays = [];
  }

  /** Figures since the beginning; `patches` and `playerSeconds` are what clients got in that time. */
  figures(patches: number, playerSeconds: number): ServerFigures | undefined {
    const [first, last] = [this.#first, this.#last];
    if (first === undefined || last === undefined || last.at <= first.at) return undefined;
    const [from, to] = [first.samples, last.samples];
    const seconds = (last.at - first.at) / 1000;
    const cpuSeconds = growth("process_cpu_seconds_total", from, to);
    const stepLengths = bucketsBetween("pushback_step_duration_seconds", from, to);
    const stepIntervals = bucketsBetween("pushback_step_interval_seconds", from, to);
    const stepLength = percentiles(stepLengths);
    const stepInterval = percentiles(stepIntervals);
    const by = (name: string, direction: string) => growthBy(name, "direction", from, to)[direction] ?? 0;
    const delays = this.#delays.toSorted((a, b) => a - b);
    return {
      cpuSeconds,
      cpuPercent: (cpuSeconds / seconds) * 100,
      cpuPerUpdate: patches === 0 ? 0 : (cpuSeconds / patches) * 1e6,
      cpuPerPlayerSecond: playerSeconds === 0 ? 0 : cpuSeconds / playerSeconds,
      memory: (to.get("process_resident_memory_bytes") ?? 0) / MB,
      heap: (to.get("nodejs_heap_size_used_bytes") ?? 0) / MB,
      garbageCollection: (growth("nodejs_gc_duration_seconds_sum", from, to) / seconds) * 100,
      ...(stepLength === undefined ? {} : { stepLength }),
      ...(stepInterval === undefined ? {} : { stepInterval }),
      stepLengths,
      stepIntervals,
      steps: growth("pushback_step_duration_seconds_count", from, to),
      overruns: growth("pushback_step_overruns_total", from, to),
      eventLoopDelay: { typical: delays[delays.length >> 1] ?? 0, worst: delays.at(-1) ?? 0 },
      resyncs: growth("pushback_resyncs_total", from, to),
      refusals: growthBy("pushback_refusals_total", "reason", new Map(), to),
      bytesOut: by("pushback_bytes_total", "out"),
      bytesIn: by("pushback_bytes_total", "in"),
      messagesOut: by("pushback_messages_total", "out"),
      messagesIn: by("pushback_messages_total", "in"),
    };
  }

  async #read(): Promise<Samples | undefined> {
    try {
      const answer = await fetch(this.#url, {
        headers: this.#headers,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (answer.ok) return parseMetrics(await answer.text());
      this.note =
        answer.status === 401
          ? "The server keeps its figures to itself: they need its ADMIN_TOKEN (--admin-token)."
          : `The server has no figures: GET /metrics was answered with status ${answer.status}.`;
    } catch {
      this.note ??= "The server did not answer when it was asked for its figures.";
    }
    return undefined;
  }
}

/** Event-loop delay (ms, 99th percentile since the last look). */
function delayOf(samples: Samples): number {
  return Math.max(0, (samples.get("nodejs_eventloop_lag_p99_seconds") ?? 0) * 1000 - LOOP_TIMER_MS);
}
