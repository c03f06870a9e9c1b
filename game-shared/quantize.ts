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
  /** Distance from the smallest to the largest value. */
  readonly range: number;
  /** Number of steps in it. */
  readonly span: number;
}

function quantum(min: number, max: number, bits: Quantum["bits"], mode: Quantum["mode"]): Quantum {
  const steps = 2 ** bits;
  // A symmetric range uses one code less, so that zero is exact.
  const span = mode === "wrap" ? steps : min === -max ? steps - 2 : steps - 1;
  return { min, max, bits, mode, range: max - min, span };
}

export const POSITION = quantum(WIRE.positionMin, WIRE.positionMax, 16, "clamp");
export const VELOCITY = quantum(-WIRE.velocityMax, WIRE.velocityMax, 16, "clamp");
export const AIM = quantum(0, Math.PI * 2, 8, "wrap");
export const AXIS = quantum(-1, 1, 8, "clamp");

/** Steps of an aim in a full turn. */
export const AIM_STEPS = 256;

/** The code of the nearest value that can travel. Not a number becomes `min`; what is out of range is clamped or wrapped. */
export function codeOf({ min, max, mode, range, span }: Quantum, value: number): number {
  if (mode === "wrap") {
    if (!Number.isFinite(value)) return 0;
    const turned = (((value - min) % range) + range) % range;
    return Math.floor((turned / range) * span + 0.5) % span;
  }
  if (Number.isNaN(value)) return 0;
  const clamped = value < min ? min : Math.min(value, max);
  return Math.floor(((clamped - min) / range) * span + 0.5);
}

/** The nearest value that can travel; see `codeOf`. */
export function snap(quantum: Quantum, value: number): number {
  return dequantize(quantum, codeOf(quantum, value));
}

/** The value that a code from the wire stands for. */
export function dequantize({ min, range, span }: Quantum, code: number): number {
  return min + (code / span) * range;
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
