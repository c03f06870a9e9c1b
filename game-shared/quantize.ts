import { WIRE } from "./tunables.ts";

/**
 * How a number is rounded to travel. Both ends simulate the rounded values, so what a client predicts from
 * a received state is what the server computes. The formulas are those of `t.quantized` in
 * @colyseus/schema 5, of which a test makes sure.
 */
export interface Quantum {
  readonly min: number;
  readonly max: number;
  readonly bits: 8 | 16;
  /** "wrap" for angles: the ends are the same point. */
  readonly mode: "clamp" | "wrap";
}

export const POSITION: Quantum = { min: WIRE.positionMin, max: WIRE.positionMax, bits: 16, mode: "clamp" };
export const VELOCITY: Quantum = { min: -WIRE.velocityMax, max: WIRE.velocityMax, bits: 16, mode: "clamp" };
export const AIM: Quantum = { min: 0, max: Math.PI * 2, bits: 8, mode: "wrap" };
export const AXIS: Quantum = { min: -1, max: 1, bits: 8, mode: "clamp" };

/** Steps of an aim in a full turn. */
export const AIM_STEPS = 256;

/** The nearest value that can travel. Not a number becomes `min`; what is out of range is clamped or wrapped. */
export function snap(quantum: Quantum, value: number): number {
  const { min, max, bits, mode } = quantum;
  const range = max - min;
  const steps = 2 ** bits;
  if (mode === "wrap") {
    if (!Number.isFinite(value)) return min;
    const turned = (((value - min) % range) + range) % range;
    return min + ((Math.floor((turned / range) * steps + 0.5) % steps) / steps) * range;
  }
  // A symmetric range uses one code less, so that zero is exact.
  const span = min === -max ? steps - 2 : steps - 1;
  if (Number.isNaN(value)) return min;
  const clamped = value < min ? min : Math.min(value, max);
  return min + (Math.floor(((clamped - min) / range) * span + 0.5) / span) * range;
}

/** Rounded to 2^-20, so that engines whose sine differs in the last bit still agree; zero has no sign. */
function roughly(value: number): number {
  return Math.round(value * 2 ** 20) / 2 ** 20 + 0;
}

const COSINES = Float64Array.from({ length: AIM_STEPS }, (_, i) =>
  roughly(Math.cos((i / AIM_STEPS) * Math.PI * 2)),
);

function stepOf(aim: number): number {
  return Math.round((aim / (Math.PI * 2)) * AIM_STEPS) & (AIM_STEPS - 1);
}

/** Unit vector of an aim, the same on every machine. */
export function aimX(aim: number): number {
  return COSINES[stepOf(aim)] ?? 1;
}
export function aimY(aim: number): number {
  // sin(a) = cos(a - 90 degrees); 192 steps are -90 degrees.
  return COSINES[(stepOf(aim) + 192) & (AIM_STEPS - 1)] ?? 0;
}
