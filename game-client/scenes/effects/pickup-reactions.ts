import type { GameEvent } from "#shared/simulation/types.ts";
import { eyeOf } from "../eye.ts";
import { burst, dustRing, flash, hoop, ring } from "./bursts.ts";
import type { Show } from "./effects.ts";

type Of<T extends GameEvent["type"]> = Extract<GameEvent, { type: T }>;

/** Shake of the camera for what happens to the character from which one sees, 0..1. */
const SHAKE = { hook: 0.35, slip: 0.3 } as const;
/** Height of the middle of a body over the ground (tiles). */
const CHEST = 0.14;

/** What is seen of what was picked up. */
export const PICKUP_REACTIONS = {
  pickup({ x, y, id }: Of<"pickup">, show: Show): void {
    hoop(show, x, y, 0.2, 1.1, 0.35);
    flash(show, x, y - 0.3, 0.7);
    ring(show, "spark", x, y - 0.3, 9, 4.5, 0.8);
    show.cast.get(id)?.pose.kick(4);
  },
  hook({ x, y, id, by }: Of<"hook">, show: Show): void {
    show.ropes.catch(by, id);
    flash(show, x, y - CHEST, 0.8);
    burst(show, "star", x, y - CHEST, { count: 4, aim: 0, spread: Math.PI, speed: 5, size: 0.7 });
    if (id === eyeOf(show.view)?.id) show.rig.shake(SHAKE.hook);
  },
  slip({ x, y, id }: Of<"slip">, show: Show): void {
    dustRing(show, x, y + 0.2, 9, 0, Math.PI);
    burst(show, "star", x, y - 0.5, { count: 5, aim: -Math.PI / 2, spread: 1.2, speed: 5, size: 0.7 });
    show.cast.get(id)?.pose.kick(-6);
    if (id === eyeOf(show.view)?.id) show.rig.shake(SHAKE.slip);
  },
  pop({ x, y }: Of<"pop">, show: Show): void {
    hoop(show, x, y - CHEST, 0.6, 1.25, 0.25);
    ring(show, "spark", x, y - CHEST, 12, 6, 0.7);
  },
};
