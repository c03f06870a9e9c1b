import type { Arena } from "#shared/arena/arena.ts";
import type { Kit } from "../kit.ts";
import { Belts } from "./belts.ts";
import { Bumpers } from "./bumpers.ts";
import { Crumbles } from "./crumbles.ts";
import { Fans } from "./fans.ts";
import { Springs } from "./springs.ts";
import { Teleporters } from "./teleporters.ts";

/** A slab that fell so long ago (s) is out of sight. */
const LONG_AGO = 10;

/** Everything on an island that moves by itself. */
export class ArenaThings {
  bumpers: Bumpers;
  springs: Springs;
  teleporters: Teleporters;
  readonly #kit: Kit;
  #crumbles: Crumbles;
  #belts: Belts;
  #fans: Fans;

  constructor(kit: Kit, arena: Arena) {
    this.#kit = kit;
    this.#crumbles = new Crumbles(kit, arena);
    this.bumpers = new Bumpers(kit, arena);
    this.springs = new Springs(kit, arena);
    this.teleporters = new Teleporters(kit, arena);
    this.#belts = new Belts(kit, arena);
    this.#fans = new Fans(kit, arena);
  }

  /** The island has another shape from now on: what stood on ground that is gone goes with it. */
  reshape(arena: Arena, states: ArrayLike<number>): void {
    this.destroy();
    this.#crumbles = new Crumbles(this.#kit, arena);
    this.bumpers = new Bumpers(this.#kit, arena);
    this.springs = new Springs(this.#kit, arena);
    this.teleporters = new Teleporters(this.#kit, arena);
    this.#belts = new Belts(this.#kit, arena);
    this.#fans = new Fans(this.#kit, arena);
    // What has crumbled away before does not fall once more.
    this.#crumbles.update(states, LONG_AGO);
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
