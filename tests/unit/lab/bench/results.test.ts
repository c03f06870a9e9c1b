import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compare, figureOf, report } from "#lab/bench/results.ts";

it("calls a change only what lies outside of the noise of both", () => {
  const before = figureOf("x", "us", [10, 11, 12]);
  expect(before).toMatchObject({ median: 11, low: 10, high: 12 });
  expect(compare(figureOf("x", "us", [12, 13, 14]), before)).toBe("+18 %, within the noise");
  expect(compare(figureOf("x", "us", [13, 14, 15]), before)).toBe("+27 %, more");
  expect(compare(figureOf("x", "us", [5, 6, 7]), before)).toBe("-45 %, less");
  expect(() => figureOf("x", "us", [])).toThrow("no round");
});

it("compares with what was kept the last time", () => {
  const folder = mkdtempSync(join(tmpdir(), "pushback-bench-"));
  expect(report("some", [figureOf("x", "us", [10])], folder)).toContain("first");
  expect(report("some", [figureOf("x", "us", [20])], folder)).toContain("+100 %, more");
  rmSync(folder, { recursive: true });
});
