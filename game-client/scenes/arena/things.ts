import type { Arena } from "#shared/arena/arena.ts";
import type { Kit } from "../kit.ts";
import { Belts } from "./belts.ts";
import { Bumpers } from "./bumpers.ts";
import { Crumbles } from "./crumbles.ts";
import { Springs } from "./springs.ts";

/** Everything on an island that moves by itself. */
export class ArenaThings {
  readonly bumpers: Bumpers;
  readonly springs: Springs;
  readonly #crumbles: Crumbles;
  readonly #belts: Belts;

  constructor(kit: Kit, arena: Arena) {
    this.#crumbles = new Crumbles(kit, arena);
    this.bumpers = new Bumpers(kit, arena);
    this.springs = new Springs(kit, arena);
    this.#belts = new Belts(kit, arena);
  }

  /** `states` per crumbling tile as in `Ground.crumblePhases`. */
  update(states: ArrayLike<number>, dt: number): void {
    this.#crumbles.update(states, dt);
    this.bumpers.update(dt);
    this.springs.update(dt);
    this.#belts.update(dt);
  }

  destroy(): void {
    for (const thing of [this.#crumbles, this.bumpers, this.springs, this.#belts]) thing.destroy();
  }
}
