/** Where something is drawn (tiles), and which step it is drawn for. */
export interface Sight {
  readonly tick: number;
  readonly x: number;
  readonly y: number;
}

/** How far (tiles) a place is from the way of something in the step that was about to be made; nothing where that is unknown. */
export function wayError({ tick, x, y }: Sight, truth: readonly { x: number; y: number }[]): number[] {
  const [from, to] = [truth[tick], truth[tick + 1]];
  if (from === undefined || to === undefined) return [];
  const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
  const along = length === 0 ? 0 : ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / length;
  const share = Math.min(1, Math.max(0, along));
  return [Math.hypot(x - from.x - (to.x - from.x) * share, y - from.y - (to.y - from.y) * share)];
}
