import type { Arena } from "#shared/arena/arena.ts";
import type { Kit } from "../kit.ts";
import { Belts } from "./belts.ts";
import { Bumpers } from "./bumpers.ts";
import { Crumbles } from "./crumbles.ts";
import { Fans } from "./fans.ts";
import { Springs } from "./springs.ts";
import { Teleporters } from "./teleporters.ts";

/** Everything on an island that moves by itself. */
export class ArenaThings {
  readonly bumpers: Bumpers;
  readonly springs: Springs;
  readonly teleporters: Teleporters;
  readonly #crumbles: Crumbles;
  readonly #belts: Belts;
  readonly #fans: Fans;
  readonly #kit: Kit;

  constructor(kit: Kit, arena: Arena) {
    this.#kit = kit;
    this.#crumbles = new Crumbles(kit, arena);
    this.bumpers = new Bumpers(kit, arena);
    this.springs = new Springs(kit, arena);
    this.teleporters = new Teleporters(kit, arena);
    this.#belts = new Belts(kit, arena);
    this.#fans = new Fans(kit, arena);
  }

  /** `states` per crumbling tile as in `Ground.crumblePhases`. */
  update(states: ArrayLike<number>, dt: number): void {
    this.#crumbles.update(states, dt);
    this.bumpers.update(dt);
    this.springs.update(dt, this.#kit.settings().moves.bobs);
    this.teleporters.update(dt);
    this.#belts.update(dt);
    this.#fans.update(dt);
  }

  destroy(): void {
    const { bumpers, springs, teleporters } = this;
    for (const thing of [this.#crumbles, bumpers, springs, teleporters, this.#belts, this.#fans])
      thing.destroy();
  }
}
