/** A figure as the page shows it; without `digits`, one behind the point for small ones. */
export function show(value: number | null | undefined, digits?: number): string {
  if (value === undefined || value === null) return "–";
  const places = digits ?? (Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0);
  return value.toLocaleString("en", { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** A count with its word: "1 room", "2 rooms". */
export function counted(count: number, word: string): string {
  return `${show(count)} ${word}${count === 1 ? "" : "s"}`;
}
