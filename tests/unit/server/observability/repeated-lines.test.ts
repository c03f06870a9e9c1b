import { describe, expect, it } from "vitest";
import { createLog, logForColyseus } from "#server/observability/log.ts";
import { type Repeated, RepeatedLines } from "#server/observability/repeated-lines.ts";

const WARN = 40;

describe("lines that a stranger causes", () => {
  it("are written once for each kind, and summed up when the window is over", () => {
    const sums: Repeated[] = [];
    const lines = new RepeatedLines((repeated) => sums.push(repeated));
    const admitted = Array.from({ length: 1000 }, () =>
      lines.admits(WARN, "expelled", { reason: "garbage" }),
    );
    expect(admitted.filter(Boolean)).toHaveLength(1);
    expect(lines.admits(WARN, "expelled", { reason: "flood" })).toBe(true);
    lines.endWindow();
    expect(sums).toEqual([{ level: WARN, words: "expelled", kind: { reason: "garbage" }, times: 999 }]);
    expect(lines.admits(WARN, "expelled", { reason: "garbage" })).toBe(true);
    lines.endWindow();
    expect(sums).toHaveLength(1);
  });

  it("stay few from however many addresses they come", () => {
    const sums: Repeated[] = [];
    const lines = new RepeatedLines((repeated) => sums.push(repeated));
    const addresses = Array.from({ length: 10_000 }, (_, i) => `10.0.${i >> 8}.${i & 255}`);
    const written = addresses.filter((address) => lines.admits(WARN, "expelled", { address }));
    // 64 kinds, and one for all others.
    expect(written).toHaveLength(65);
    lines.endWindow();
    expect(sums).toEqual([{ level: WARN, words: "expelled", kind: {}, times: 10_000 - 65 }]);
  });

  it("carry what makes them different as fields, in every child of the log", () => {
    const written: string[] = [];
    const log = createLog("info", undefined, { write: (line) => written.push(line) }).child({
      room: "ABCDE",
    });
    for (let i = 0; i < 50; i++) log.warn({ sparing: { address: "10.0.0.1" }, more: i }, "expelled");
    log.info({ session: "a" }, "player joined");
    log.info({ session: "a" }, "player joined");
    log.debug({ sparing: {} }, "nobody asked");
    const lines = written.map((line) => JSON.parse(line));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ room: "ABCDE", address: "10.0.0.1", more: 0, msg: "expelled" });
  });

  it("are short and few when Colyseus logs them", () => {
    const written: string[] = [];
    const log = logForColyseus(createLog("info", "/p/2", { write: (line) => written.push(line) }));
    for (let i = 0; i < 50; i++) log.error(`${i} ${"x".repeat(100_000)}`);
    expect(written).toHaveLength(1);
    expect(written.join("").length).toBeLessThan(3000);
    expect(JSON.parse(written[0] ?? "")).toMatchObject({ process: "/p/2", part: "colyseus" });
  });
});
