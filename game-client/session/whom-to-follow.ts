import type { ArenaState } from "#shared/state/arena-state.ts";

/**
 * Ids of those whom somebody without a character in play can follow, in the order in which they came: who is out is none of them. `seesAll` is false on a huge arena: there
 * the state has the characters near to whom one follows only, so that everybody who plays is taken to have one.
 */
export function followable({ seats, players }: ArenaState, selfId: string, seesAll: boolean): string[] {
  const ids: string[] = [];
  seats.forEach((seat, id) => {
    const plays = seat.role === "player" && seat.lives > 0;
    if (id !== selfId && plays && (!seesAll || players.has(id))) ids.push(id);
  });
  return ids;
}

/** Who comes so many places after somebody, around the end; "" among nobody. Somebody who is not in the order counts as its end. */
export function inOrder(order: readonly string[], id: string, by: number): string {
  const from = order.indexOf(id);
  const start = from < 0 && by < 0 ? 0 : from;
  const { length } = order;
  return length === 0 ? "" : (order[(((start + by) % length) + length) % length] ?? "");
}

/**
 * Whom one follows next: the same one while they are there; when they are gone, the next in the order `before` who is still there;
 * without such a one whoever is ahead, by `ranked`.
 */
export function whomToFollow(
  followed: string,
  before: readonly string[],
  now: readonly string[],
  ranked: readonly { readonly id: string }[],
): string {
  if (now.includes(followed)) return followed;
  const place = before.indexOf(followed);
  if (place >= 0) {
    const around = [...before.slice(place + 1), ...before.slice(0, place)];
    const next = around.find((id) => now.includes(id));
    if (next !== undefined) return next;
  }
  return ranked.find(({ id }) => now.includes(id))?.id ?? now[0] ?? "";
}

/** Who is shown nearest to a point of the page, and no farther from it than `reach`; undefined when nobody is. */
export function shownAt<Player extends { readonly x: number; readonly y: number }>(
  players: Iterable<Player>,
  toScreen: (x: number, y: number) => { readonly x: number; readonly y: number },
  at: { readonly x: number; readonly y: number },
  reach: number,
): Player | undefined {
  let nearest: Player | undefined;
  let least = reach;
  for (const player of players) {
    const { x, y } = toScreen(player.x, player.y);
    const distance = Math.hypot(x - at.x, y - at.y);
    if (distance > least) continue;
    least = distance;
    nearest = player;
  }
  return nearest;
}
