import { describe, expect, it } from "vitest";
import { createRandom } from "#client/sound/random.ts";
import type { Layer, Recipe } from "#client/sound/recipe.ts";
import { render, SAMPLE_RATE } from "#client/sound/synth.ts";

function recipe(layer: Partial<Layer>): Recipe {
  const plain: Layer = { wave: "sine", level: 1, attack: 0.01, hold: 0.3, decay: 0.1, pitch: [440, 440] };
  return { layers: [{ ...plain, ...layer }], peak: 0.5 };
}

/** Crossings of zero upwards per second, between two times (s): the pitch of a clean tone. */
function pitchBetween(samples: Float32Array, from: number, to: number): number {
  let crossings = 0;
  for (let i = Math.round(from * SAMPLE_RATE); i < to * SAMPLE_RATE; i++) {
    if ((samples[i - 1] ?? 0) < 0 && (samples[i] ?? 0) >= 0) crossings++;
  }
  return crossings / (to - from);
}

function power(samples: Float32Array): number {
  return samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
}

describe("render", () => {
  it.each(["sine", "triangle", "square", "saw"] as const)("plays a %s at its pitch", (wave) => {
    const samples = render(recipe({ wave }), createRandom(1));
    // Ten crossings more or less in the quarter of a second would be a semitone and a half.
    expect(Math.abs(pitchBetween(samples, 0.05, 0.3) - 440)).toBeLessThan(8);
  });

  it("glides evenly to the ear: half way it is the geometric mean", () => {
    const samples = render(
      recipe({ pitch: [200, 3200], attack: 0.01, hold: 0.89, decay: 0.1 }),
      createRandom(1),
    );
    expect(pitchBetween(samples, 0.48, 0.52)).toBeGreaterThan(700);
    expect(pitchBetween(samples, 0.48, 0.52)).toBeLessThan(900);
  });

  it("starts a layer when it says", () => {
    const samples = render(recipe({ at: 0.2 }), createRandom(1));
    expect(power(samples.subarray(0, 0.19 * SAMPLE_RATE))).toBe(0);
    expect(power(samples.subarray(0.21 * SAMPLE_RATE))).toBeGreaterThan(0.01);
  });

  it("takes away what the filter says", () => {
    const high = { kind: "high", from: 4000, to: 4000, q: 0.7 } as const;
    const both: Recipe = {
      layers: [recipe({ filter: high }), recipe({ pitch: [8000, 8000] })].flatMap((r) => r.layers),
      peak: 0.5,
    };
    // The 440 Hz tone loses 40 dB in a filter of 12 dB per octave three octaves up: only 8 kHz is left.
    expect(pitchBetween(render(both, createRandom(1)), 0.05, 0.3)).toBeGreaterThan(7800);
  });

  it("rings on in a room", () => {
    const dry = render(recipe({ hold: 0 }), createRandom(1));
    const wet = render({ ...recipe({ hold: 0 }), room: { amount: 0.5, seconds: 0.5 } }, createRandom(1));
    expect(wet.length).toBeGreaterThan(dry.length + 0.4 * SAMPLE_RATE);
    expect(power(wet.subarray(dry.length, dry.length + 4410))).toBeGreaterThan(1e-7);
  });

  it("is the same with the same random numbers", () => {
    const one = render(recipe({ wave: "noise" }), createRandom(7));
    expect(render(recipe({ wave: "noise" }), createRandom(7))).toEqual(one);
    expect(render(recipe({ wave: "noise" }), createRandom(8))).not.toEqual(one);
  });

  it("is silent without a loud layer, and not broken", () => {
    expect(render(recipe({ level: 0 }), createRandom(1)).every((value) => value === 0)).toBe(true);
  });
});
