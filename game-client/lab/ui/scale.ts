import { t } from "../../words/t.ts";

/** The next round number at or above a value: 1, 2 or 5 with zeros. */
export function roundUp(value: number, atLeast: number): number {
  const wanted = Math.max(value, atLeast);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5].find((digit) => digit * power >= wanted) ?? 10) * power;
}

/** A rate of bytes in few characters. */
export function bytesPerSecond(value: number): string {
  if (!Number.isFinite(value)) return "…";
  return value >= 1000
    ? t(($) => $.units.kilobytesPerSecond, { value: (value / 1000).toFixed(1) })
    : t(($) => $.units.bytesPerSecond, { value: Math.round(value) });
}

/** A count in few characters; "…" while it is not known. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "…";
  return value > 0 && value < 10 ? value.toFixed(1) : String(Math.round(value));
}

/** A time (ms); "…" while it is not known. */
export function milliseconds(value: number): string {
  return Number.isFinite(value) ? t(($) => $.units.milliseconds, { value: Math.round(value) }) : "…";
}
