import type { DrawnThing } from "#player/netcode/match-view.ts";
import { PICKUPS } from "#shared/pickup-tunables.ts";
import type { PickupName } from "#shared/simulation/pickups/table.ts";
import { addPart, type Kit } from "../kit.ts";
import { clamp } from "../maths/motion.ts";
import type { Part } from "../sprites/part.ts";
import { depthAt } from "../sprites/shape.ts";
import { sizeOf } from "./pickup.ts";
import type { ThingFrame, ThingLook, ThingPicture } from "./thing-look.ts";

/** Opacity of what is about to be there. */
const FAINT = 0.5;

/** A place that glows because a pickup is about to be there: light that gathers, and what it will be, faintly. */
export function pickupGlowLook(name: PickupName): ThingLook {
  return { reach: 1.5, create: (kit) => new GlowPicture(kit, name) };
}

class GlowPicture implements ThingPicture {
  readonly #kit: Kit;
  readonly #glow: Part;
  readonly #hint: Part;
  readonly #size: number;
  #age = 0;

  constructor(kit: Kit, name: PickupName) {
    this.#kit = kit;
    this.#glow = addPart(kit, "marks", "glow");
    this.#hint = addPart(kit, "actors", `pickup-${name}`);
    this.#size = sizeOf(name);
  }

  update({ x, y }: DrawnThing, { time, dt }: ThingFrame): void {
    this.#age += dt;
    const isStill = this.#kit.settings().moves.bobs === 0;
    const grown = clamp(this.#age / PICKUPS.glowTime, 0, 1);
    const beat = isStill ? 0 : Math.sin(time * (6 + grown * 8));
    this.#glow.visible = this.#hint.visible = true;
    this.#glow.at(x, y + 0.08).size(0.3 + 0.5 * grown + beat * 0.06);
    this.#glow.alpha = 0.5 + 0.5 * grown;
    this.#glow.setRotation(isStill ? 0 : time * 0.9);
    this.#hint.at(x, y - 0.1 * grown).size(this.#size * (0.35 + 0.45 * grown));
    this.#hint.alpha = FAINT * grown;
    this.#hint.setDepth(depthAt(y));
  }

  hide(): void {
    this.#glow.visible = this.#hint.visible = false;
  }

  destroy(): void {
    this.#glow.destroy();
    this.#hint.destroy();
  }
}
