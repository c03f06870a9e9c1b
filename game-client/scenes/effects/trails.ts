import type { DrawnPlayer, MatchView } from "#player/netcode/match-view.ts";
import { Action } from "#shared/simulation/types.ts";
import { ANATOMY } from "../characters/anatomy.ts";
import type { Cast } from "../characters/cast.ts";
import type { Particles } from "./particles.ts";

/** Seconds between two after-images, two puffs of running dust, and two wisps of a fall. */
const EVERY = { ghost: 0.03, run: 0.13, launch: 0.035, fall: 0.05 } as const;
/** Faster than anybody runs (tiles/s): somebody was launched. */
const LAUNCHED = 8;
const RUNNING = 4.5;

/** What players leave behind while they run, dash, fly and fall. */
export class Trails {
  readonly #below: Particles;
  readonly #above: Particles;
  /** Seconds until each leaves something again. */
  readonly #waits = new Map<string, { left: number }>();

  constructor(below: Particles, above: Particles) {
    this.#below = below;
    this.#above = above;
  }

  update(view: MatchView, cast: Cast, dt: number, plenty: number): void {
    view.players.forEach((player, id) => {
      let wait = this.#waits.get(id);
      if (wait === undefined) {
        // Broken from the start: see `giveShape`.
        wait = { left: -0.5 };
        this.#waits.set(id, wait);
      }
      wait.left -= dt;
      if (wait.left <= 0) wait.left = this.#leave(player, cast) / plenty;
    });
    if (this.#waits.size <= view.players.size) return;
    for (const id of this.#waits.keys()) if (!view.players.has(id)) this.#waits.delete(id);
  }

  /** Leaves one thing and returns the seconds until the next. */
  #leave(player: DrawnPlayer, cast: Cast): number {
    const { x, y, vx, vy } = player;
    const speed = Math.sqrt(vx * vx + vy * vy);
    if (player.fall >= 1) return EVERY.fall;
    if (player.fall > 0) {
      const pose = cast.get(player.id)?.pose;
      const size = 0.6 * (1 - player.fall * 0.7);
      this.#above.emit("dust", x, y + (pose?.drop ?? 0), { life: 0.45, from: size, to: 0.1, alpha: 0.55 });
      return EVERY.fall;
    }
    if (player.action === Action.Dashing) {
      const pieces = cast.get(player.id)?.pieces;
      const top = y + ANATOMY.bodyY / 100;
      if (pieces)
        this.#below.emit(pieces.body, x, top, { life: 0.28, from: 1, to: 0.86, alpha: 0.5, drag: 0 });
      return EVERY.ghost;
    }
    if (player.height > 0) return EVERY.fall;
    if (speed > LAUNCHED) {
      const spot = { vx: vx * 0.1, vy: vy * 0.1, life: 0.4, alpha: 0.7 };
      this.#below.emit("dust", x, y + 0.22, { ...spot, from: 0.55, to: 0.1 });
      this.#above.emit("streak", x - vx * 0.03, y - 0.15 + (Math.random() - 0.5) * 0.6, {
        life: 0.2,
        from: 0.7,
        to: 0.2,
        alpha: 0.55,
        rotation: Math.atan2(vy, vx),
      });
      return EVERY.launch;
    }
    if (speed > RUNNING) {
      const side = (Math.random() - 0.5) * 0.3;
      this.#below.emit("dust", x + side, y + 0.28, { vy: -0.4, life: 0.35, from: 0.3, to: 0.05, alpha: 0.6 });
    }
    return EVERY.run;
  }
}
