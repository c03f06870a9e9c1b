import type { DrawnPlayer } from "#player/netcode/match-view.ts";
import type { Arena } from "#shared/arena/arena.ts";

/** Width of what is seen (tiles). */
export const VIEW_WIDTH = 16;
/** Time (ms) in which the camera makes up for two thirds of its way. */
const GLIDE_MS = 260;
/** How far (tiles) the camera may look beyond the arena. */
const BEYOND = 1.5;

/** One camera for all panes: what they show differs by their news, and by nothing else. */
export class Camera {
  x: number;
  y: number;
  #followed = "";

  constructor(arena: Arena) {
    this.x = arena.width / 2;
    this.y = arena.height / 2;
  }

  /** Who is followed. */
  get followed(): string {
    return this.#followed;
  }

  /** Follows `wanted`, or without one a player of those that move by themselves, until they fall. */
  follow(
    players: ReadonlyMap<string, DrawnPlayer>,
    wanted: string | undefined,
    arena: Arena,
    dt: number,
  ): void {
    if (wanted !== undefined) this.#followed = wanted;
    else if (!canBeFollowed(players.get(this.#followed))) this.#followed = this.#nearest(players);
    const target = players.get(this.#followed);
    if (target === undefined) return;
    const share = 1 - Math.exp(-dt / GLIDE_MS);
    this.x += (within(target.x, arena.width, VIEW_WIDTH) - this.x) * share;
    this.y += (within(target.y, arena.height, VIEW_WIDTH * 0.62) - this.y) * share;
  }

  #nearest(players: ReadonlyMap<string, DrawnPlayer>): string {
    let best = "";
    let least = Number.POSITIVE_INFINITY;
    for (const player of players.values()) {
      const far = Math.hypot(player.x - this.x, player.y - this.y);
      if (canBeFollowed(player) && far < least) {
        best = player.id;
        least = far;
      }
    }
    return best;
  }
}

function canBeFollowed(player: DrawnPlayer | undefined): boolean {
  return player?.bot === true && player.fall === 0;
}

/** The place nearest to a coordinate at which a view of this size shows little beyond the arena. */
function within(at: number, size: number, view: number): number {
  const margin = view / 2 - BEYOND;
  return size <= 2 * margin ? size / 2 : Math.min(size - margin, Math.max(margin, at));
}
