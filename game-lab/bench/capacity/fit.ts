/** What a fitted curve is made of: a constant and these, each with a coefficient. */
export interface Model {
  readonly name: string;
  readonly terms: readonly ((n: number) => number)[];
}

const N = (n: number): number => n;

/** How the cost of a room may grow with the players in it. */
export const MODELS = {
  linear: { name: "a + b n", terms: [N] },
  logarithmic: { name: "a + b n log2 n", terms: [(n) => n * Math.log2(n)] },
  square: { name: "a + b n + c n^2", terms: [N, (n) => n * n] },
} as const satisfies Record<string, Model>;

/** A curve through measured points. */
export interface Fit {
  readonly model: string;
  /** The constant, then one for each term. */
  readonly coefficients: readonly number[];
  /** Root of the mean square of the relative residuals, by degrees of freedom: what is left unexplained, 0.05 is 5 %. */
  readonly scatter: number;
  /** Largest relative residual. */
  readonly worst: number;
}

/** A measured point; y is above 0. */
export type Point = readonly [n: number, y: number];

/**
 * Least squares of the relative residuals, because what is measured twice differs by a share, not by an amount.
 * @throws Error when there are not more points than coefficients.
 */
export function fitCurve({ name, terms }: Model, points: readonly Point[]): Fit {
  const size = terms.length + 1;
  if (points.length <= size) throw new Error(`${name} needs more than ${size} points.`);
  const rows = points.map(([n, y]) => [1, ...terms.map((term) => term(n))].map((value) => value / y));
  const normal = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) => sum(rows.map((row) => at(row, i) * at(row, j)))),
    sum(rows.map((row) => at(row, i))),
  ]);
  const coefficients = solve(normal);
  const residuals = rows.map((row) => sum(row.map((value, i) => value * at(coefficients, i))) - 1);
  return {
    model: name,
    coefficients,
    scatter: Math.sqrt(sum(residuals.map((r) => r * r)) / (points.length - size)),
    worst: Math.max(...residuals.map(Math.abs)),
  };
}

/** Value of a fitted curve. */
export function valueAt({ terms }: Model, { coefficients }: Fit, n: number): number {
  return at(coefficients, 0) + sum(terms.map((term, i) => term(n) * at(coefficients, i + 1)));
}

/** Gauss' elimination with pivots, on rows that end with the right side. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    rows.splice(i, size, ...rows.slice(i).sort((a, b) => Math.abs(at(b, i)) - Math.abs(at(a, i))));
    const pivot = rows[i] ?? [];
    for (let r = i + 1; r < size; r++) {
      const row = rows[r] ?? [];
      const share = at(row, i) / at(pivot, i);
      for (let c = i; c <= size; c++) row[c] = at(row, c) - share * at(pivot, c);
    }
  }
  const found: number[] = Array.from({ length: size }, () => 0);
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    const known = sum(found.map((value, c) => (c > i ? value * at(row, c) : 0)));
    found[i] = (at(row, size) - known) / at(row, i);
  }
  return found;
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
