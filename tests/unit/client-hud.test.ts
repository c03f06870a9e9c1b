import { describe, expect, it } from "vitest";
import { qualityOf } from "#client/session/hud.ts";

describe("the quality of a connection", () => {
  it.each([
    [5, 1, 3],
    [80, 12, 3],
    [81, 12, 2],
    [80, 13, 2],
    [180, 35, 2],
    [181, 1, 1],
    [20, 36, 1],
    [900, 300, 1],
  ])("with a round trip of %i ms and a jitter of %i ms is %i", (rtt, jitter, quality) => {
    expect(qualityOf(rtt, jitter)).toBe(quality);
  });
});
