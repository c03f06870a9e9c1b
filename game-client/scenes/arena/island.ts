import type { SeenGround } from "#player/netcode/match-view.ts";
import type { Arena } from "#shared/arena/arena.ts";
import type { Kit } from "../kit.ts";
import { ArenaPicture, type Draft } from "./arena-picture.ts";
import { PaintThread } from "./paint-thread.ts";
import { Slabs } from "./slabs.ts";
import { ringTiles, sunkenArena } from "./sunken.ts";

/** Called when the ground has another shape. */
export type OnShape = (arena: Arena) => void;

/**
 * The island as it is at the moment. When a ring of its rim begins to shake, what will be left is painted in a thread; it comes below
 * the slabs of that ring, which shake on it and then fall.
 */
export class Island {
  readonly #kit: Kit;
  readonly #arena: Arena;
  readonly #from: { readonly x: number; readonly y: number };
  readonly #onShape: OnShape;
  /** By the number of rings that are gone. */
  readonly #pictures = new Map<number, ArenaPicture>();
  /** Which of the pictures is seen, and which is to be as soon as it is painted. */
  #shown: number;
  #wanted: number;
  #sunk: number;
  #shakes = false;
  #slabs: Slabs | undefined;

  /** `draft` stands in for the island until that is painted, beginning at `from`; without it all is painted at once. */
  constructor(
    kit: Kit,
    ground: SeenGround,
    from: { readonly x: number; readonly y: number },
    draft: Draft | undefined,
    onShape: OnShape,
  ) {
    this.#kit = kit;
    this.#arena = ground.arena;
    this.#from = from;
    this.#onShape = onShape;
    this.#sunk = this.#shown = this.#wanted = ground.sunk;
    const arena = sunkenArena(ground.arena, ground.sunk);
    this.#pictures.set(ground.sunk, new ArenaPicture(kit, arena, from, draft));
  }

  /** `dt` in seconds. */
  update(ground: SeenGround, dt: number): void {
    if (ground.sunk !== this.#sunk) this.#sink(ground.sunk);
    if (ground.shaking !== this.#shakes) {
      this.#shakes = ground.shaking;
      if (ground.shaking) this.#shake(ground.sunk);
    }
    const wanted = this.#pictures.get(this.#wanted);
    if (this.#shown !== this.#wanted && wanted?.isWhole) this.#show(this.#wanted);
    for (const picture of this.#pictures.values()) picture.update(dt);
    this.#slabs?.update(dt);
    if (this.#slabs?.areGone) this.#clear();
  }

  destroy(): void {
    this.#slabs?.destroy();
    for (const picture of this.#pictures.values()) picture.destroy();
  }

  /** A ring begins to shake. */
  #shake(ring: number): void {
    this.#clear();
    this.#want(ring + 1);
    const picture = this.#pictures.get(this.#shown);
    const tiles = ringTiles(this.#arena, ring).map(({ column, row }) => ({
      column,
      row,
      ground: this.#shown === ring ? picture?.tile(column, row) : undefined,
    }));
    this.#slabs = new Slabs(this.#kit, tiles);
  }

  /** Another number of rings is gone: one more, or none any more. */
  #sink(sunk: number): void {
    if (sunk === this.#sunk + 1) this.#slabs?.fall();
    else this.#clear();
    this.#sunk = sunk;
    this.#want(sunk);
    this.#onShape(sunkenArena(this.#arena, sunk));
  }

  /** What is left of the island is to be seen, and is painted for it. */
  #want(sunk: number): void {
    this.#wanted = sunk;
    if (this.#pictures.has(sunk)) return;
    const draft = { sketch: undefined, painter: new PaintThread() };
    const arena = sunkenArena(this.#arena, sunk);
    this.#pictures.set(sunk, new ArenaPicture(this.#kit, arena, this.#from, draft, false));
  }

  #show(sunk: number): void {
    for (const [number, picture] of this.#pictures) picture.visible = number === sunk;
    this.#shown = sunk;
    if (this.#slabs === undefined) this.#tidy();
  }

  /** The slabs are gone, and what they were cut out of. */
  #clear(): void {
    this.#slabs?.destroy();
    this.#slabs = undefined;
    this.#tidy();
  }

  /** The whole island is kept, for the next round; of the others only what is seen or comes. */
  #tidy(): void {
    for (const [sunk, picture] of this.#pictures) {
      if (sunk === 0 || sunk === this.#shown || sunk === this.#wanted) continue;
      picture.destroy();
      this.#pictures.delete(sunk);
    }
  }
}
