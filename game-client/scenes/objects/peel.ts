import type { DrawnThing } from "#player/netcode/match-view.ts";
import { addPart } from "../kit.ts";
import { clamp } from "../maths/motion.ts";
import type { ThingLook } from "./thing-look.ts";

/** Time (s) in which it falls onto the ground, and from how high (tiles). */
const DROP = { time: 0.2, height: 0.5 } as const;

/** The peel of a banana, flat on the ground: below everybody, so that nobody is hidden by it. */
export const peelLook: ThingLook = {
  reach: 1,
  create(kit) {
    const shadow = addPart(kit, "shadows", "shadow");
    const peel = addPart(kit, "shadows", "peel");
    let age = 0;
    return {
      update({ x, y }: DrawnThing, { dt }): void {
        age += dt;
        const up = 1 - clamp(age / DROP.time, 0, 1);
        shadow.visible = peel.visible = true;
        shadow.at(x, y + 0.08).size(0.55);
        peel.at(x, y - up * up * DROP.height).setRotation(up * 1.5);
      },
      hide(): void {
        shadow.visible = peel.visible = false;
      },
      destroy(): void {
        shadow.destroy();
        peel.destroy();
      },
    };
  },
};
