import type { Spread } from "../results.ts";
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

/** By how much one number is larger than another one. */
export function times(value: number, than: number): string {
  const ratio = value / than;
  return `${ratio < 9.95 ? ratio.toFixed(1) : ratio.toFixed(0)} times`;
}

/** A spread as `p50 / p95 / p99`. */
export function spread({ p50, p95, p99 }: Spread): string {
  return `${number(p50)} / ${number(p95)} / ${number(p99)}`;
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
