import { expect, it } from "vitest";
import { measureContact } from "#lab/netcode/contact.ts";
import { PROFILES } from "#lab/netcode/profiles.ts";

it("two who press against each other at 150 ms stand calmly, because each page lets its own run into the other", async () => {
  const on = await measureContact(PROFILES.rough);
  const off = await measureContact(PROFILES.rough, { contacts: false });
  // A pixel on a laptop is a fiftieth of a tile: the distance trembles by less than half of one, and is corrected by two.
  expect(on.tremble).toBeLessThan(0.01);
  expect(on.correctionP95).toBeLessThan(0.04);
  // They overlap by a fifth of a radius at most; without it they would stand in one place.
  expect(on.overlapP95).toBeLessThan(0.09);
  expect(off.overlapP95).toBeGreaterThan(0.45);
  expect(off.tremble).toBeGreaterThan(3 * on.tremble);
  expect(off.correctionP95).toBeGreaterThan(5 * on.correctionP95);
});
