import { bucketsBetween, growth, growthBy, parseMetrics, percentiles, type Samples } from "./metrics-text.ts";
import { type ListedProcess, ProcessDirectory } from "./processes.ts";
import type { ServerFigures } from "./report-schema.ts";
import { SummedMetrics } from "./summed-metrics.ts";

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
  /** By the address of its process, where there are several: % of a core. */
  serverCpuByProcess?: Record<string, number>;
}

/** What was told at a moment: counters of all processes together, and what each holds now. */
interface Look {
  readonly at: number;
  readonly samples: Samples;
  readonly memory: number;
  readonly heap: number;
}

const CPU = "process_cpu_seconds_total";

/** Reads the own metrics of all processes of a server, again and again. */
export class ServerWatch {
  /** Why there are no figures. */
  note: string | undefined;
  readonly #headers: Record<string, string>;
  readonly #directory: ProcessDirectory;
  readonly #sums = new SummedMetrics();
  #first: Look | undefined;
  #last: Look | undefined;
  #delays: number[] = [];

  constructor(origin: string, adminToken: string | undefined) {
    this.#headers = adminToken === undefined ? {} : { authorization: `Bearer ${adminToken}` };
    this.#directory = new ProcessDirectory(origin, this.#headers);
  }

  /** Reads them now (`nowMs` of any clock). Returns what was used since the last time, if there was one. */
  async look(nowMs: () => number): Promise<ServerSecond | undefined> {
    const processes = await this.#directory.all();
    const told = new Map<ListedProcess, Samples>();
    await Promise.all(
      processes.map(async (process) => {
        const samples = await this.#read(process);
        if (samples !== undefined) told.set(process, samples);
      }),
    );
    if (told.size === 0) return undefined;
    const at = nowMs();
    const before = this.#last;
    const percent = (cpuSeconds: number): number =>
      before === undefined ? 0 : (cpuSeconds / (at - before.at)) * 1000 * 100;
    const byProcess: Record<string, number> = {};
    for (const [{ id, address }, samples] of told) {
      const grown = this.#sums.grown(id, CPU, samples);
      if (grown !== undefined) byProcess[address] = percent(grown);
    }
    const all = [...told.values()];
    const memory = sumOf(all, "process_resident_memory_bytes") / MB;
    const heap = sumOf(all, "nodejs_heap_size_used_bytes") / MB;
    const samples = this.#sums.take(new Map([...told].map(([{ id }, of]) => [id, of])));
    this.#last = { at, samples, memory, heap };
    this.#first ??= this.#last;
    if (before === undefined) return undefined;
    const serverDelay = Math.max(...all.map(delayOf));
    this.#delays.push(serverDelay);
    return {
      serverCpu: percent(growth(CPU, before.samples, samples)),
      serverMemory: memory,
      serverDelay,
      ...(processes.length > 1 ? { serverCpuByProcess: byProcess } : {}),
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
    const cpuSeconds = growth(CPU, from, to);
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
      memory: last.memory,
      heap: last.heap,
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

  async #read({ url }: ListedProcess): Promise<Samples | undefined> {
    try {
      const answer = await fetch(`${url}/metrics`, {
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

function sumOf(all: readonly Samples[], name: string): number {
  return all.reduce((sum, samples) => sum + (samples.get(name) ?? 0), 0);
}
