import { expect, it } from "vitest";
import { loadArena } from "#lab/bench/tournament.ts";
import { measureWire } from "#lab/bench/wire.ts";
import { NIGHTLY } from "../../../support/nightly.ts";

// A crowd of bots thinks for 16 s: at night only.
it.runIf(NIGHTLY).each([32, 64])(
  "a character that moves among %i costs at most eight bytes a patch",
  (players) => {
    const arena = loadArena("archipelago");
    const figures = measureWire({ arena, players, interest: true, seconds: 8, seed: 1, now: () => 0 });
    // Fewer than the name of a character, of a field and its value have would be a fault of the measurement.
    expect(figures.bytesPerMover).toBeGreaterThan(6);
    expect(figures.bytesPerMover).toBeLessThanOrEqual(8);
  },
);
