import { describe, expect, it } from "vitest";
import { analyse } from "#lab/bench/capacity/analysis.ts";
import { fitCurve, MODELS, type Point, valueAt } from "#lab/bench/capacity/fit.ts";
import type { Load, Measured } from "#lab/bench/capacity/measure.ts";
import { insertMeasured } from "#lab/bench/document.ts";

const SIZES = [8, 16, 32, 64, 100, 128];

/** A measured point with a CPU (% of a core), as if nothing else were of interest. */
function point(load: Load, cpu: number, shortfall?: string): Measured {
  const none = { p50: 0, p95: 0, p99: 0 };
  return {
    load,
    cpu,
    perPlayer: 0,
    perUpdate: 0,
    step: none,
    interval: none,
    overruns: 0,
    steps: 0,
    bytesPerPatch: 0,
    bytesDown: 0,
    bytesUp: 0,
    inputToAck: none,
    memory: 0,
    errors: 0,
    diverged: 0,
    delivered: 1,
    skipped: 0,
    generatorCpu: 0,
    generatorLate: 0,
    shortfall,
    surroundings: { othersCores: undefined, loadAverage: 0 },
  };
}

function room(players: number, inView: Load["inView"], cpu: number): Measured[] {
  return [point({ mode: "stampede", inView, players, rooms: 1 }, cpu)];
}

describe("a cost curve", () => {
  it.each([
    ["linear", (n: number) => 30 + 2 * n],
    ["logarithmic", (n: number) => 30 + 0.5 * n * Math.log2(n)],
    ["square", (n: number) => 30 + 2 * n + 0.05 * n * n],
  ] as const)("finds a %s one again, and nothing is left over", (name, cost) => {
    const points = SIZES.map((n): Point => [n, cost(n)]);
    const found = fitCurve(MODELS[name], points);
    expect(found.scatter).toBeLessThan(1e-9);
    expect(valueAt(MODELS[name], found, 200)).toBeCloseTo(cost(200), 6);
  });

  it("says by how much it misses", () => {
    const points = SIZES.map((n, i): Point => [n, (30 + 2 * n) * (i === 2 ? 1.2 : 1)]);
    expect(fitCurve(MODELS.linear, points).worst).toBeGreaterThan(0.1);
    expect(() => fitCurve(MODELS.linear, points.slice(0, 2))).toThrow("more than 2 points");
  });
});

describe("the capacity of a process", () => {
  it("is told by the curve that fits best, and by where the line of full rooms reaches a core", () => {
    const rooms = [1, 2, 4, 8].map((count) => [
      point({ mode: "brawl", inView: "all", players: 16 * count, rooms: count }, 2 + count * 4),
    ]);
    // The clients fell behind there: it counts for nothing.
    rooms.push([
      point({ mode: "brawl", inView: "all", players: 256, rooms: 16 }, 40, "Clients left out inputs."),
    ]);
    const found = analyse({
      near: SIZES.map((n) => room(n, "near", 1 + 0.1 * n)),
      all: SIZES.map((n) => room(n, "all", 1 + 0.1 * n + 0.005 * n * n)),
      rooms,
    });
    expect(found.near.fits[0]?.model).toBe(MODELS.linear.name);
    expect(found.all.fits[0]?.model).toBe(MODELS.square.name);
    expect(found.growth.near).toMatchObject({ from: 16, to: 128, linear: 8, logarithmic: 14, square: 64 });
    // 98 % are left for rooms of 16 players that take 4 % each.
    expect(found.saturation).toEqual({ players: 392, measuredUpTo: 128, cpuThere: 34, extrapolated: true });
  });
});

describe("what a command writes into a document", () => {
  it("replaces just its own part", () => {
    const part = (name: string, text: string) =>
      `<!-- measured: npm run bench -- ${name} -->\n\n${text}\n<!-- measured: end -->`;
    const before = `# Title\n${part("one", "old")}\nbetween\n${part("two", "kept")}\nafter`;
    expect(insertMeasured(before, "one", "new")).toBe(before.replace("old", "new"));
    expect(() => insertMeasured(before, "three", "new")).toThrow("no place");
  });
});
