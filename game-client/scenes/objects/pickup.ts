import type { DrawnThing } from "#player/netcode/match-view.ts";
import type { PickupName } from "#shared/simulation/pickups/table.ts";
import { addPart, type Kit } from "../kit.ts";
import { hash } from "../maths/hash.ts";
import { clamp } from "../maths/motion.ts";
import type { Part } from "../sprites/part.ts";
import { depthAt } from "../sprites/shape.ts";
import type { ThingFrame, ThingLook, ThingPicture } from "./thing-look.ts";

/** How high it hovers, and how far up and down (tiles). */
const HOVER = { height: 0.32, sway: 0.06 } as const;
/** A bubble is drawn for whoever is inside of it; as a pickup it is smaller. */
const SIZES: Partial<Record<PickupName, number>> = { bubble: 0.44 };
const SIZE = 0.95;
/** Time (s) in which it pops out of the ground. */
const POP = 0.3;

/** Something to pick up, which hovers over its shadow and over the light that told of it. */
export function pickupLook(name: PickupName): ThingLook {
  return { reach: 1.5, create: (kit, thing) => new PickupPicture(kit, thing, name) };
}

/** Size of a pickup's drawing where it lies. */
export function sizeOf(name: PickupName): number {
  return SIZES[name] ?? SIZE;
}

class PickupPicture implements ThingPicture {
  readonly #kit: Kit;
  readonly #glow: Part;
  readonly #shadow: Part;
  readonly #item: Part;
  readonly #all: readonly Part[];
  readonly #phase: number;
  readonly #size: number;
  #age = 0;

  constructor(kit: Kit, { id }: DrawnThing, name: PickupName) {
    this.#kit = kit;
    this.#glow = addPart(kit, "marks", "glow");
    this.#shadow = addPart(kit, "shadows", "shadow");
    this.#item = addPart(kit, "actors", `pickup-${name}`);
    this.#all = [this.#glow, this.#shadow, this.#item];
    this.#phase = hash(Number(id), 7) * 6;
    this.#size = sizeOf(name);
  }

  update({ x, y }: DrawnThing, { time, dt }: ThingFrame): void {
    this.#age += dt;
    const isStill = this.#kit.settings().moves.bobs === 0;
    const grown = isStill ? 1 : popped(clamp(this.#age / POP, 0, 1));
    const swing = isStill ? 0 : Math.sin(time * 2.7 + this.#phase);
    for (const part of this.#all) part.visible = true;
    this.#glow.at(x, y + 0.08).size(0.8 + swing * 0.04);
    this.#shadow.alpha = 0.45;
    this.#shadow.at(x, y + 0.12).size((0.42 - swing * 0.04) * grown);
    this.#item
      .at(x, y - HOVER.height - swing * HOVER.sway)
      .setRotation(swing * 0.09)
      .size(this.#size * grown);
    this.#item.setDepth(depthAt(y));
  }

  hide(): void {
    for (const part of this.#all) part.visible = false;
  }

  destroy(): void {
    for (const part of this.#all) part.destroy();
  }
}

/** From nothing to its size, a little beyond it and back; `t` 0..1. */
function popped(t: number): number {
  return t < 1 ? 1 - (1 - t) ** 3 * Math.cos(t * 7) : 1;
}
