import { median } from "../figures.ts";
import type { DuelSummary } from "./summary.ts";

/** A number with as many digits as matter. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return Math.abs(value) < 9.95 ? value.toFixed(1) : value.toFixed(0);
}

/** A time in ms. */
export function ms(value: number): string {
  return `${number(value)} ms`;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

/** A small share, with a digit more. */
export function finePercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** A share with as many digits as matter: `4.3 %`, `31 %`. */
export function sharePercent(share: number): string {
  return Number.isFinite(share) ? `${number(100 * share)} %` : "–";
}

/** By how much one number is larger than another one. */
export function times(value: number, than: number): string {
  const ratio = value / than;
  return `${ratio < 9.95 ? ratio.toFixed(1) : ratio.toFixed(0)} times`;
}

/** The median of the repeats, with the least and the most of them in brackets where there are several. */
export function ofRepeats(values: readonly number[], say: (value: number) => string = number): string {
  const known = values.filter((value) => Number.isFinite(value));
  const middle = say(median(known));
  if (known.length < 2) return middle;
  const [least, most] = [say(Math.min(...known)), say(Math.max(...known))];
  return least === most ? middle : `${middle} (${least}–${most})`;
}

/** The share of wins with its interval. */
export function wins({ share, low, high }: DuelSummary): string {
  return `${percent(share)} (${percent(low)} to ${percent(high)})`;
}

/** A list as in a sentence. */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    line(head.map((_cell, index) => (index === 0 ? "---" : "---:"))),
    ...rows.map(line),
  ].join("\n");
}

/** A table for the console. */
export function columns(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_cell, index) => Math.max(...all.map((row) => (row[index] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join("  ");
  return all.map(line).join("\n");
}
