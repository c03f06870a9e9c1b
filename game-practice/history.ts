import { isFarOff } from "#shared/simulation/push.ts";
import type { Place } from "#shared/simulation/tick-input.ts";
import type { Player, World } from "#shared/simulation/types.ts";
import { PUSH, TICK_MS, ticks } from "#shared/tunables.ts";

/** Farther (tiles) than anybody's distance changes in a tick, before which it is decided what the attacker saw. */
const MARGIN = 2;
/** As far back (ticks) as the picture can be. */
const KEPT = ticks(PUSH.maxRewindMs / 1000);

/** Where everybody was in the last ticks: what a push hits is what its attacker saw. */
export class History {
  readonly #ticks = new Map<number, ReadonlyMap<string, Place>>();

  /** Keeps where everybody is after a tick. */
  note({ tick, players }: World): void {
    const places = new Map<string, Place>();
    for (const { id, x, y } of players.values()) places.set(id, { x, y });
    this.#ticks.set(tick, places);
    this.#ticks.delete(tick - KEPT);
  }

  /** Everybody is elsewhere, on another arena: what was before is nowhere on it. */
  clear(): void {
    this.#ticks.clear();
  }

  /** Where an attacker saw the others whom a push may reach, at a moment (ms of the simulation); nobody for 0. */
  seen(world: World, attacker: Player, atMs: number): ReadonlyMap<string, Place> {
    const sight = new Map<string, Place>();
    if (!(atMs > 0)) return sight;
    const before = Math.floor(atMs / TICK_MS);
    const share = atMs / TICK_MS - before;
    const from = this.#ticks.get(before);
    const to = this.#ticks.get(before + 1);
    for (const target of world.players.values()) {
      const a = from?.get(target.id);
      if (target === attacker || a === undefined || isFarOff(attacker, target, MARGIN)) continue;
      const b = to?.get(target.id) ?? a;
      sight.set(target.id, { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
    }
    return sight;
  }
}
