import { describe, expect, it } from "vitest";
import { CUE_RECIPES } from "#client/sound/cue-recipes.ts";
import { CUES } from "#client/sound/cues.ts";
import { createRandom } from "#client/sound/random.ts";
import { recipeSeconds } from "#client/sound/recipe.ts";
import { render, SAMPLE_RATE } from "#client/sound/synth.ts";

const sounds = new Map(CUES.map((cue) => [cue, render(CUE_RECIPES[cue], createRandom(1))]));

function samplesOf(cue: (typeof CUES)[number]): Float32Array {
  return sounds.get(cue) ?? new Float32Array();
}

/** Root mean square of the loudest tenth of a second, in dB of full scale. */
function loudestDb(samples: Float32Array): number {
  const window = SAMPLE_RATE / 10;
  let loudest = 0;
  for (let start = 0; start < samples.length; start += window / 10) {
    const part = samples.subarray(start, start + window);
    loudest = Math.max(loudest, part.reduce((sum, value) => sum + value * value, 0) / window);
  }
  return 10 * Math.log10(loudest);
}

describe.each(CUES)("%s", (cue) => {
  const samples = samplesOf(cue);

  it("is made of finite numbers and keeps to its peak", () => {
    expect(samples.every(Number.isFinite)).toBe(true);
    const peak = samples.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    expect(peak).toBeCloseTo(CUE_RECIPES[cue].peak, 3);
    // Full scale would clip as soon as two sound at once; below a fifth nobody hears it over the music.
    expect(peak).toBeGreaterThanOrEqual(0.2);
    expect(peak).toBeLessThanOrEqual(0.95);
  });

  it("begins and ends at zero, so that nothing clicks", () => {
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.02);
    expect(Math.abs(samples.at(-1) ?? 1)).toBe(0);
    // The foot of the fade: a twentieth of whatever still rings.
    expect(samples.subarray(-20).every((value) => Math.abs(value) < 0.02)).toBe(true);
  });

  it("is over within three seconds", () => {
    expect(samples.length / SAMPLE_RATE).toBeCloseTo(recipeSeconds(CUE_RECIPES[cue]), 2);
    expect(samples.length / SAMPLE_RATE).toBeLessThan(3);
  });

  it("sounds the same from the same seed", () => {
    expect(render(CUE_RECIPES[cue], createRandom(1))).toEqual(samples);
  });
});

describe("the cues among each other", () => {
  it("are all different", () => {
    for (const one of CUES) {
      for (const other of CUES) {
        if (one < other)
          expect(likeness(samplesOf(one), samplesOf(other)), `${one}, ${other}`).toBeLessThan(0.7);
      }
    }
  });

  it("are balanced: what matters more is louder", () => {
    const db = (cue: (typeof CUES)[number]): number => loudestDb(samplesOf(cue));
    expect(db("pushFull")).toBeGreaterThan(db("pushTap") + 4);
    expect(db("hitHeavy")).toBeGreaterThan(db("hit") + 2);
    expect(db("ownFall")).toBeGreaterThan(db("fall") + 3);
    expect(db("knockout")).toBeGreaterThan(db("bump") + 4);
    for (const cue of ["uiMove", "uiClick", "uiBack", "uiError"] as const) {
      expect(db(cue)).toBeLessThan(db("knockout") - 3);
    }
  });

  it("stay between a whisper and a shout", () => {
    for (const cue of CUES) {
      expect(loudestDb(samplesOf(cue)), cue).toBeGreaterThan(-34);
      expect(loudestDb(samplesOf(cue)), cue).toBeLessThan(-4);
    }
  });
});

/** Correlation of two sounds sample by sample, 0 nothing alike .. 1 the same. */
function likeness(one: Float32Array, other: Float32Array): number {
  let product = 0;
  for (let i = 0; i < Math.min(one.length, other.length); i++) product += (one[i] ?? 0) * (other[i] ?? 0);
  return Math.abs(product) / Math.sqrt(energy(one) * energy(other));
}

function energy(samples: Float32Array): number {
  return samples.reduce((sum, value) => sum + value * value, 0);
}
