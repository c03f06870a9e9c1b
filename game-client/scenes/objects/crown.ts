import type { DrawnThing } from "#player/netcode/match-view.ts";
import { ANATOMY } from "../characters/anatomy.ts";
import { AIR } from "../characters/pose.ts";
import { addPart, type Kit } from "../kit.ts";
import type { Part } from "../sprites/part.ts";
import { depthAt } from "../sprites/shape.ts";
import type { ThingFrame, ThingLook, ThingPicture } from "./thing-look.ts";

/** Where the crown sits, over the ground below its bearer (tiles). */
const HEAD = (ANATOMY.bodyY + ANATOMY.hatY) / 100;
/** How high the crown floats where it lies, and how far it goes up and down (tiles). */
const FLOATS = { high: 0.25, far: 0.07 } as const;
/** Sizes relative to the drawings. */
const SIZE = { worn: 1.12, lying: 1.3 } as const;

/** The crown: on a head, with a golden ground below its bearer, or floating where it waits for one. */
class CrownPicture implements ThingPicture {
  readonly #kit: Kit;
  readonly #glow: Part;
  readonly #rays: Part;
  readonly #crown: Part;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#glow = addPart(kit, "marks", "crown-glow");
    this.#rays = addPart(kit, "marks", "crown-rays");
    this.#crown = addPart(kit, "actors", "hat-crown");
  }

  update({ x, y, owner }: DrawnThing, { view, time }: ThingFrame): void {
    const t = this.#kit.settings().moves.bobs === 0 ? 0 : time;
    const bearer = view.players.get(owner);
    const [footX, footY] = bearer === undefined ? [x, y] : [bearer.x, bearer.y];
    const gone = bearer !== undefined && bearer.fall > 0;
    this.#glow.visible = this.#rays.visible = this.#crown.visible = !gone;
    if (gone) return;
    this.#glow.at(footX, footY + 0.1).size(1.05 + 0.08 * Math.sin(t * 4), 0.95);
    this.#rays.at(footX, footY + 0.05).setRotation(t * 0.5);
    if (bearer === undefined) {
      this.#crown
        .at(x, y - FLOATS.high + Math.sin(t * 2.6) * FLOATS.far)
        .setRotation(Math.sin(t * 1.7) * 0.12);
      this.#crown.size(SIZE.lying).setDepth(depthAt(y));
      return;
    }
    this.#crown.at(bearer.x, bearer.y + HEAD - bearer.height * AIR).setRotation(Math.sin(t * 5) * 0.06);
    // Before its bearer, who stands at the same height.
    this.#crown.size(SIZE.worn).setDepth(depthAt(bearer.y) + 1);
  }

  hide(): void {
    this.#glow.visible = this.#rays.visible = this.#crown.visible = false;
  }

  destroy(): void {
    for (const part of [this.#glow, this.#rays, this.#crown]) part.destroy();
  }
}

/** Its bearer is drawn a little ahead of what the state says, hence more than its size. */
export const crown: ThingLook = { reach: Number.POSITIVE_INFINITY, create: (kit) => new CrownPicture(kit) };
