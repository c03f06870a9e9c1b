import { describe, expect, it } from "vitest";
import { isJump } from "#player/netcode/jump.ts";
import { BODY } from "#shared/tunables.ts";

describe("a jump", () => {
  it("is a way that nobody can have flown", () => {
    expect(isJump(BODY.maxSpeed * 0.04, 0, 0.04)).toBe(false);
    expect(isJump(6, 0, 0.04)).toBe(true);
    expect(isJump(0, -6, 0.1)).toBe(true);
    expect(isJump(0, -6, 0.2)).toBe(false);
  });
});
