import { z } from "zod";

const callFrame = z.object({
  functionName: z.string(),
  url: z.string().optional(),
  lineNumber: z.number().optional(),
  columnNumber: z.number().optional(),
});
const node = z.object({ id: z.number(), parent: z.number().optional(), callFrame });
const event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  /** us of the wall clock and of the thread's own. */
  dur: z.number().optional(),
  tdur: z.number().optional(),
  id: z.union([z.string(), z.number()]).optional(),
  args: z.record(z.string(), z.unknown()).optional(),
});
const trace = z.object({ traceEvents: z.array(event) });
const profileStart = z.object({ data: z.object({ startTime: z.number() }) });
const profileChunk = z.object({
  data: z.object({
    cpuProfile: z
      .object({ nodes: z.array(node).optional(), samples: z.array(z.number()).optional() })
      .optional(),
    timeDeltas: z.array(z.number()).optional(),
  }),
});
const collection = z.object({ usedHeapSizeBefore: z.number(), usedHeapSizeAfter: z.number() });

export type ProfileNode = z.infer<typeof node>;

/** A stretch of time of the main thread (us). */
export interface Task {
  readonly at: number;
  readonly wall: number;
  /** Processor time that it took: less than `wall` when others had the core. */
  readonly cpu: number;
}

/** What a trace tells of a page; all but `beside` of its main thread; times in us. */
export interface PageTrace {
  readonly tasks: readonly Task[];
  /** When each frame began. */
  readonly frames: readonly number[];
  /** What was running, from each time to the next. */
  readonly samples: readonly { readonly at: number; readonly node: number }[];
  readonly nodes: ReadonlyMap<number, ProfileNode>;
  readonly collections: readonly (Task & {
    readonly major: boolean;
    readonly before: number;
    readonly after: number;
  })[];
  /** Tasks of the threads beside the page: its workers. */
  readonly beside: readonly Task[];
  /** Times of the marks that the bench has set, by name. */
  readonly marks: ReadonlyMap<string, number>;
}

/**
 * Reads a trace of Chromium.
 * @throws Error when it is none, or nothing was drawn.
 */
export function readTrace(text: string): PageTrace {
  const all = trace.parse(JSON.parse(text)).traceEvents;
  const main = mainThread(all);
  const own = all.filter(({ pid, tid }) => `${pid}:${tid}` === main).sort((a, b) => a.ts - b.ts);
  const [pid, tid] = main.split(":");
  const tasks = own.filter(({ name, ph }) => name === "RunTask" && ph === "X").map(taskOf);
  const calls = own.filter(({ name, ph }) => name === "FireAnimationFrame" && ph === "X").map(({ ts }) => ts);
  return {
    tasks,
    frames: framesIn(tasks, calls),
    ...readProfile(
      all.filter((one) => String(one.pid) === pid),
      Number(tid),
    ),
    collections: own
      .filter(({ name, ph }) => /^(Minor|Major)GC$/.test(name) && ph === "X")
      .flatMap((one) => {
        const sizes = collection.safeParse(one.args);
        if (!sizes.success) return [];
        const { usedHeapSizeBefore: before, usedHeapSizeAfter: after } = sizes.data;
        return [{ ...taskOf(one), major: one.name === "MajorGC", before, after }];
      }),
    beside: besideOf(all.filter((one) => String(one.pid) === pid)),
    marks: new Map(all.filter(({ name }) => name.startsWith("bench-")).map(({ name, ts }) => [name, ts])),
  };
}

/** What the workers of a page did, by the names that Chromium gives to their threads. */
function besideOf(all: readonly z.infer<typeof event>[]): Task[] {
  const workers = new Set(
    all
      .filter(({ name, args }) => name === "thread_name" && String(args?.name).startsWith("DedicatedWorker"))
      .map(({ tid }) => tid),
  );
  return all.filter(({ name, ph, tid }) => name === "RunTask" && ph === "X" && workers.has(tid)).map(taskOf);
}

function taskOf({ ts, dur = 0, tdur }: z.infer<typeof event>): Task {
  return { at: ts, wall: dur, cpu: tdur ?? dur };
}

/** When frames began: whatever asked for the next frame is called in the same task, each by a call of its own. */
function framesIn(tasks: readonly Task[], calls: readonly number[]): number[] {
  const frames: number[] = [];
  let call = 0;
  for (const { at, wall } of tasks) {
    const first = calls[call];
    if (first === undefined) break;
    if (first > at + wall) continue;
    frames.push(first);
    while ((calls[call] ?? Number.POSITIVE_INFINITY) <= at + wall) call += 1;
  }
  return frames;
}

/** The thread that most frames begin on. */
function mainThread(all: readonly z.infer<typeof event>[]): string {
  const counts = new Map<string, number>();
  for (const { name, pid, tid } of all) {
    if (name !== "FireAnimationFrame") continue;
    const key = `${pid}:${tid}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined) throw new Error("The trace has no frames in it.");
  return most[0];
}

/** Of the events of a process, those of the profile of one thread: workers have profiles of their own. */
function readProfile(
  all: readonly z.infer<typeof event>[],
  tid: number,
): Pick<PageTrace, "samples" | "nodes"> {
  const nodes = new Map<number, ProfileNode>();
  const samples: { at: number; node: number }[] = [];
  const start = all.find((one) => one.name === "Profile" && one.tid === tid);
  if (start === undefined) throw new Error("The trace has no profile in it.");
  let at = profileStart.parse(start.args).data.startTime;
  const chunks = all.filter(({ name, id }) => name === "ProfileChunk" && id === start.id);
  for (const chunk of chunks) {
    const { cpuProfile, timeDeltas = [] } = profileChunk.parse(chunk.args).data;
    for (const one of cpuProfile?.nodes ?? []) nodes.set(one.id, one);
    (cpuProfile?.samples ?? []).forEach((id, i) => {
      at += timeDeltas[i] ?? 0;
      samples.push({ at, node: id });
    });
  }
  // The profiler hands some over late.
  return { nodes, samples: samples.sort((a, b) => a.at - b.at) };
}
