import { KINDS, type Kind, kindOfSource, OWN } from "./kinds.ts";
import type { PageTrace, ProfileNode } from "./trace.ts";

/** Processor time (ms) by what it was spent on. */
export type Spent = Record<Kind, number>;

/** A frame: from the beginning of one to that of the next, with all tasks in between. */
export interface Frame {
  /** us, by the clock of the trace. */
  readonly at: number;
  /** ms of the wall clock. */
  readonly length: number;
  readonly spent: Spent;
}

/** The source file of a place in a built file. */
export type SourceOf = (url: string, line: number, column: number) => string | undefined;

export function nothingSpent(): Spent {
  return {
    decode: 0,
    predict: 0,
    picture: 0,
    page: 0,
    phaser: 0,
    garbage: 0,
    drawing: 0,
    browser: 0,
  };
}

/** Processor time (ms) in our own code. */
export function ownTime(spent: Spent): number {
  return OWN.reduce((sum, kind) => sum + spent[kind], 0);
}

/**
 * Says for each frame what its processor time went into. A task's processor time, which others on a busy machine cannot
 * lengthen, is dealt out by the samples in it.
 */
export function framesOf(trace: PageTrace, sourceOf: SourceOf): Frame[] {
  const kinds = kindsOfNodes(trace.nodes, sourceOf);
  const frames = trace.frames.map((at, i) => ({
    at,
    length: ((trace.frames[i + 1] ?? at) - at) / 1000,
    spent: nothingSpent(),
  }));
  let frame = -1;
  let sample = 0;
  for (const task of trace.tasks) {
    while (frame + 1 < frames.length && (frames[frame + 1]?.at ?? 0) <= task.at + task.wall) frame += 1;
    const spent = nothingSpent();
    const end = task.at + task.wall;
    let known = 0;
    while (sample > 0 && (trace.samples[sample - 1]?.at ?? 0) >= task.at) sample -= 1;
    while (sample < trace.samples.length && (trace.samples[sample]?.at ?? 0) < task.at) sample += 1;
    for (; sample < trace.samples.length; sample++) {
      const { at, node } = trace.samples[sample] ?? { at: end, node: 0 };
      if (at >= end) break;
      const until = Math.min(end, trace.samples[sample + 1]?.at ?? end);
      spent[kinds.get(node) ?? "browser"] += until - at;
      known += until - at;
    }
    const into = frames[frame]?.spent;
    if (into === undefined) continue;
    // What no sample fell into was too short for the profiler, and is the browser's more often than not.
    const scale = known === 0 ? 0 : task.cpu / Math.max(known, task.wall) / 1000;
    for (const kind of KINDS) into[kind] += spent[kind] * scale;
    into.browser += (task.cpu / 1000) * (1 - Math.min(1, known / Math.max(known, task.wall)));
  }
  // The last one has no end.
  return frames.slice(0, -1);
}

function kindsOfNodes(nodes: ReadonlyMap<number, ProfileNode>, sourceOf: SourceOf): Map<number, Kind> {
  const sources = new Map<number, Kind | undefined>();
  for (const [id, { callFrame }] of nodes) {
    const { url = "", lineNumber = 0, columnNumber = 0 } = callFrame;
    const source = url === "" ? undefined : sourceOf(url, lineNumber, columnNumber);
    sources.set(id, source === undefined ? undefined : kindOfSource(source));
  }
  return new Map([...nodes].map(([id, node]) => [id, kindOf(node, nodes, sources)]));
}

/** The innermost of our own code on the stack decides, also for what it asks of Phaser and of the browser. */
function kindOf(
  node: ProfileNode,
  nodes: ReadonlyMap<number, ProfileNode>,
  sources: ReadonlyMap<number, Kind | undefined>,
): Kind {
  if (node.callFrame.functionName === "(garbage collector)") return "garbage";
  let phaser = false;
  for (let at: ProfileNode | undefined = node; at !== undefined; at = nodes.get(at.parent ?? -1)) {
    const kind = sources.get(at.id);
    if (kind === "phaser") phaser = true;
    else if (kind !== undefined) return kind;
  }
  if (!phaser) return "browser";
  return sources.get(node.id) === "phaser" ? "phaser" : "drawing";
}
