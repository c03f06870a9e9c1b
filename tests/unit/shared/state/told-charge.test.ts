import { describe, expect, it } from "vitest";
import { CHARGE_FULL } from "#shared/simulation/actions.ts";
import { tellCharge, toldCharge } from "#shared/state/told-charge.ts";

const CHARGES = Array.from({ length: CHARGE_FULL }, (_, ticks) => ticks);

describe("a charge as everybody is told of it", () => {
  it.each([0, 3, 253, 254, 1000, 2 ** 31])(
    "stays the same while it grows, and is known in each tick from %i on",
    (start) => {
      const told = CHARGES.slice(1).map((charge) => tellCharge(charge, start + charge));
      expect(new Set(told).size).toBe(1);
      for (const charge of CHARGES)
        expect(toldCharge(tellCharge(charge, start + charge), start + charge)).toBe(charge);
    },
  );

  it("is full for as long as it is held", () => {
    const told = [0, 1, 250, 500].map((tick) => tellCharge(CHARGE_FULL, tick));
    expect(new Set(told).size).toBe(1);
    expect(toldCharge(told[0] ?? 0, 77)).toBe(CHARGE_FULL);
  });

  it("fits into a byte, and none is 0", () => {
    const told = CHARGES.map((charge) => tellCharge(charge, 12345));
    expect(told[0]).toBe(0);
    expect(told.every((code) => code >= 0 && code <= 255)).toBe(true);
  });
});
