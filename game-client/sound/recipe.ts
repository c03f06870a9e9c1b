/** One tone or one breath of noise in a sound. */
export interface Layer {
  wave: "sine" | "triangle" | "square" | "saw" | "noise";
  /** Loudness against the other layers of the recipe. */
  level: number;
  /** When it begins (s); 0 when absent. */
  at?: number;
  /** Times (s) in which it swells, stays and dies away. Nothing clicks from an attack of 0.001 on. */
  attack: number;
  hold?: number;
  decay: number;
  /** How steep the decay begins: 1 nearly straight .. 8 plucked. 5 when absent. */
  curve?: number;
  /** Pitch (Hz) at the start and at the end, gliding evenly to the ear. Noise has none. */
  pitch?: readonly [number, number];
  /** Share of the length in which the glide is done; 1 when absent. */
  glide?: number;
  /** The pitch swings around itself: how often (Hz), how far (semitones), and whether it calms down. */
  vibrato?: { rate: number; depth: number; calms: boolean };
  /** A second sine bends the phase: frequency against the pitch, and strength, which follows the loudness. */
  fm?: { ratio: number; index: number };
  /** Takes frequencies away; the corner (Hz) glides as the pitch does. */
  filter?: Filter;
}

export interface Filter {
  kind: "low" | "high" | "band";
  from: number;
  to: number;
  /** Resonance, 0.5 none .. 12 whistling. */
  q: number;
}

/** How to make a sound: its layers and what happens to their sum. */
export interface Recipe {
  layers: readonly Layer[];
  /** Largest amplitude of the result, 0..1. */
  peak: number;
  /** Rounds the loud parts off, which makes them fatter: 0 (absent) clean .. 5 growling. */
  drive?: number;
  /** Echoes of a room: share of them in the result (0..1) and how long they last (s). */
  room?: { amount: number; seconds: number };
}

/** Length of a layer without its start (s). */
export function layerSeconds(layer: Layer): number {
  return layer.attack + (layer.hold ?? 0) + layer.decay;
}

/** Length of the whole sound (s). */
export function recipeSeconds(recipe: Recipe): number {
  const dry = Math.max(...recipe.layers.map((layer) => (layer.at ?? 0) + layerSeconds(layer)));
  return dry + (recipe.room?.seconds ?? 0);
}
