import { StateVariableFilter } from "./filter.ts";
import { waveAt } from "./oscillator.ts";
import { type Layer, layerSeconds, type Recipe, recipeSeconds } from "./recipe.ts";
import { roomEchoes } from "./room.ts";

/** Samples per second of everything that is rendered. The browser converts to what its output wants. */
export const SAMPLE_RATE = 44_100;
/** Samples between two settings of a moving filter: the ear hears no steps that short. */
const TUNE_EVERY = 16;
/** The last part (s) of every sound fades to zero, whatever is still ringing. */
const FADE_OUT = 0.01;
/** Below this (Hz) nothing can be heard, it only costs headroom. */
const SUBSONIC = 25;
const DEFAULT_CURVE = 5;

/** Renders a sound. Pure: the same recipe and random numbers (0..1) give the same samples, -1..1. */
export function render(recipe: Recipe, random: () => number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.ceil(recipeSeconds(recipe) * SAMPLE_RATE) + 1);
  for (const layer of recipe.layers) addLayer(samples, layer, random);
  if (recipe.drive !== undefined) saturate(samples, recipe.drive);
  if (recipe.room !== undefined) {
    mix(samples, roomEchoes(samples, SAMPLE_RATE, recipe.room.seconds), recipe.room.amount);
  }
  cleanUp(samples);
  normalize(samples, recipe.peak);
  return samples;
}

function addLayer(out: Float32Array, layer: Layer, random: () => number): void {
  const start = Math.round((layer.at ?? 0) * SAMPLE_RATE);
  const seconds = layerSeconds(layer);
  const length = Math.floor(seconds * SAMPLE_RATE);
  const [fromHz, toHz] = layer.pitch ?? [440, 440];
  const filter = layer.filter && new StateVariableFilter(layer.filter.kind, layer.filter.q, SAMPLE_RATE);
  let phase = 0;
  let bendPhase = 0;
  for (let i = 0; i < length; i++) {
    const time = i / SAMPLE_RATE;
    const glided = Math.min(1, time / seconds / (layer.glide ?? 1));
    const loudness = envelope(layer, time);
    let value: number;
    if (layer.wave === "noise") {
      value = 2 * random() - 1;
    } else {
      const step = (glide(fromHz, toHz, glided) * swing(layer, time, seconds)) / SAMPLE_RATE;
      const bend = layer.fm
        ? (layer.fm.index * loudness * Math.sin(2 * Math.PI * bendPhase)) / (2 * Math.PI)
        : 0;
      value = waveAt(layer.wave, wrap(phase + bend), step);
      phase = wrap(phase + step);
      bendPhase = wrap(bendPhase + step * (layer.fm?.ratio ?? 1));
    }
    if (filter && layer.filter) {
      if (i % TUNE_EVERY === 0) filter.tune(glide(layer.filter.from, layer.filter.to, glided));
      value = filter.process(value);
    }
    out[start + i] = (out[start + i] ?? 0) + value * loudness * layer.level;
  }
}

/** Loudness 0..1 of a layer at a time (s) since its start. */
function envelope(layer: Layer, time: number): number {
  if (time < layer.attack) return Math.sin((Math.PI / 2) * (time / layer.attack));
  const dying = time - layer.attack - (layer.hold ?? 0);
  if (dying <= 0) return 1;
  const curve = layer.curve ?? DEFAULT_CURVE;
  const floor = Math.exp(-curve);
  return Math.max(0, (Math.exp((-curve * dying) / layer.decay) - floor) / (1 - floor));
}

/** Between two frequencies, evenly to the ear. */
function glide(from: number, to: number, share: number): number {
  return from === to ? from : from * (to / from) ** share;
}

/** Factor of the pitch by the vibrato. */
function swing(layer: Layer, time: number, seconds: number): number {
  if (!layer.vibrato) return 1;
  const { rate, depth, calms } = layer.vibrato;
  const size = calms ? depth * (1 - time / seconds) : depth;
  return 2 ** ((size * Math.sin(2 * Math.PI * rate * time)) / 12);
}

function wrap(phase: number): number {
  return phase - Math.floor(phase);
}

function saturate(samples: Float32Array, drive: number): void {
  for (let i = 0; i < samples.length; i++) samples[i] = Math.tanh((samples[i] ?? 0) * (1 + drive));
}

function mix(samples: Float32Array, echoes: Float32Array, amount: number): void {
  for (let i = 0; i < samples.length; i++) {
    samples[i] = (samples[i] ?? 0) * (1 - amount) + (echoes[i] ?? 0) * amount;
  }
}

/** Removes what lies below hearing and fades the end out. */
function cleanUp(samples: Float32Array): void {
  const filter = new StateVariableFilter("high", Math.SQRT1_2, SAMPLE_RATE);
  filter.tune(SUBSONIC);
  const fade = Math.round(FADE_OUT * SAMPLE_RATE);
  for (let i = 0; i < samples.length; i++) {
    const left = samples.length - 1 - i;
    samples[i] = filter.process(samples[i] ?? 0) * Math.min(1, left / fade);
  }
}

/** Brings the largest sample to `peak`; silence stays silence. */
function normalize(samples: Float32Array, peak: number): void {
  let largest = 0;
  for (const value of samples) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return;
  for (let i = 0; i < samples.length; i++) samples[i] = ((samples[i] ?? 0) * peak) / largest;
}
