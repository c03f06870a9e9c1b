import { describe, expect, it } from "vitest";
import { framesOf, ownTime } from "#lab/bench/client/attribute.ts";
import { kindOfSource } from "#lab/bench/client/kinds.ts";
import { type ProfileNode, readTrace } from "#lab/bench/client/trace.ts";

const MAIN = { pid: 1, tid: 2 };

/** A function of the profile whose built file stands for its source. */
function node(id: number, parent: number | undefined, url: string, functionName = "f"): ProfileNode {
  return { id, ...(parent === undefined ? {} : { parent }), callFrame: { functionName, url } };
}

const NODES = [
  node(1, undefined, "", "(root)"),
  node(2, 1, "node_modules/phaser/dist/phaser.esm.js", "step"),
  node(3, 2, "game-client/scenes/stage-scene.ts", "update"),
  node(4, 3, "node_modules/phaser/dist/phaser.esm.js", "setPosition"),
  node(5, 2, "", "drawImage"),
  node(6, 1, "", "(garbage collector)"),
  node(7, 1, "node_modules/@colyseus/schema/build/index.mjs", "decode"),
];

/** Two frames of 16 ms, the first asked for by two loops: a task of 8 ms by the wall clock that had the core for 4, and one that decodes. */
function traceText(): string {
  const event = (name: string, ph: string, ts: number, more: object = {}) => ({
    name,
    ph,
    ts,
    ...MAIN,
    ...more,
  });
  const samples = [3, 4, 5, 6, 1, 7, 1];
  return JSON.stringify({
    traceEvents: [
      event("RunTask", "X", 1000, { dur: 8000, tdur: 4000 }),
      event("FireAnimationFrame", "X", 1000, { dur: 5000 }),
      event("FireAnimationFrame", "X", 6000, { dur: 3000 }),
      event("RunTask", "X", 11_000, { dur: 2000, tdur: 2000 }),
      event("RunTask", "X", 17_000, { dur: 20, tdur: 20 }),
      event("FireAnimationFrame", "X", 17_000, { dur: 10 }),
      event("MinorGC", "X", 7000, {
        dur: 2000,
        tdur: 1000,
        args: { usedHeapSizeBefore: 300, usedHeapSizeAfter: 100 },
      }),
      event("bench-coming", "R", 500),
      { name: "thread_name", ph: "M", pid: 1, tid: 3, ts: 0, args: { name: "DedicatedWorker thread" } },
      { name: "thread_name", ph: "M", pid: 1, tid: 4, ts: 0, args: { name: "Compositor" } },
      { name: "RunTask", ph: "X", pid: 1, tid: 3, ts: 2000, dur: 900, tdur: 700 },
      { name: "RunTask", ph: "X", pid: 1, tid: 4, ts: 2000, dur: 900, tdur: 900 },
      // A worker of the page has a profile, too.
      { name: "Profile", ph: "P", id: "0x0", pid: 1, tid: 3, ts: 0, args: { data: { startTime: 0 } } },
      event("Profile", "P", 0, { id: "0x1", args: { data: { startTime: 0 } } }),
      {
        ...{ name: "ProfileChunk", ph: "P", id: "0x1", pid: 1, tid: 9, ts: 9 },
        args: {
          data: {
            cpuProfile: { nodes: NODES, samples },
            timeDeltas: [1000, 2000, 2000, 2000, 2000, 2000, 2000],
          },
        },
      },
    ],
  });
}

describe("what a frame costs", () => {
  const trace = readTrace(traceText());

  it("is processor time, dealt out by the innermost source of the game on the stack", () => {
    const [frame, ...others] = framesOf(trace, (url) => url);
    expect(others).toEqual([]);
    expect(frame?.length).toBe(16);
    // Four samples of 2 ms in a task that had half of its time; what Phaser does for the picture is the picture's.
    expect(frame?.spent).toMatchObject({ picture: 2, drawing: 1, garbage: 1, phaser: 0, decode: 2 });
    expect(ownTime(frame?.spent ?? expect.fail("There is no frame."))).toBe(5);
  });

  it("knows collections of garbage, the work of workers and marks", () => {
    expect(trace.collections).toEqual([
      { at: 7000, wall: 2000, cpu: 1000, major: false, before: 300, after: 100 },
    ]);
    expect(trace.beside).toEqual([{ at: 2000, wall: 900, cpu: 700 }]);
    expect(trace.marks.get("bench-coming")).toBe(500);
    expect(() => readTrace('{"traceEvents":[]}')).toThrow("no frames");
  });

  it.each([
    ["game-player/netcode/match.ts", "predict"],
    ["game-shared/simulation/step.ts", "predict"],
    ["game-shared/state/player-state.ts", "decode"],
    ["game-client/ui/hud/hud.tsx", "page"],
    ["game-client/scenes/plain-canvas.ts", "drawing"],
    ["game-client/scenes/stage-scene.ts", "picture"],
    ["transports/websocket/client.ts", "decode"],
    ["transports/simulated/simulated-line.ts", undefined],
    ["node_modules/preact/dist/preact.mjs", "page"],
    ["node_modules/zod/index.js", undefined],
  ])("counts %s as %s", (source, kind) => {
    expect(kindOfSource(source)).toBe(kind);
  });
});
