import { PICKUPS } from "#shared/pickup-tunables.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { PUSH } from "#shared/tunables.ts";
import { wobbleTone } from "../characters/digits.ts";
import { eyeOf } from "../eye.ts";
import { burst, crumbs, dustRing, flash, hoop, ring } from "./bursts.ts";
import type { Show } from "./effects.ts";
import { MODE_REACTIONS } from "./mode-reactions.ts";
import { PICKUP_REACTIONS } from "./pickup-reactions.ts";

/** What each kind of event looks like. */
export type Reactions = {
  readonly [T in GameEvent["type"]]: (event: Extract<GameEvent, { type: T }>, show: Show) => void;
};

/** Shake of the camera for what happens to the character from which one sees, 0..1. */
const SHAKE = {
  push: 0.16,
  hit: 0.5,
  fall: 0.6,
  parry: 0.4,
  bump: 0.25,
  knockout: 0.45,
  goal: 0.35,
} as const;
/** A mega-push is seen as three beside each other: each is half a cone, and the outer ones end where it ends. */
const SIDE = PICKUPS.megaHalfCone - PUSH.halfCone;
/** Height of the middle of a body over the ground (tiles). */
const CHEST = 0.14;
/** Speed (tiles/s) of a hit that counts as the hardest. */
const HARD = 22;

/** What shows each of them. */
export const REACTIONS: Reactions = {
  ...PICKUP_REACTIONS,
  push(event, show) {
    const { x, y, aim, charge, id } = event;
    const tipX = x + Math.cos(aim) * 0.7;
    const tipY = y + Math.sin(aim) * 0.7;
    show.cast.get(id)?.limbs.thrust(charge);
    if (event.with === "hook") show.ropes.throw(id, aim);
    else show.waves.push(x, y - CHEST / 2, aim, charge);
    if (event.with === "mega") {
      for (const side of [-1, 1]) show.waves.push(x, y - CHEST / 2, aim + side * SIDE, charge);
    }
    burst(show, "streak", tipX, tipY, { count: 5 + charge * 9, aim, spread: 0.55, speed: 9 + charge * 9 });
    dustRing(show, x, y + 0.25, 3 + charge * 5, aim + Math.PI, 1.1);
    if (id === eyeOf(show.view)?.id) show.rig.shake(SHAKE.push * (0.5 + charge));
  },
  hit(event, show) {
    const { x, y, vx, vy, id, wobble } = event;
    const speed = Math.hypot(vx, vy);
    const power = Math.min(1, speed / HARD);
    const aim = Math.atan2(vy, vx);
    show.cast.get(id)?.pose.hurt();
    flash(show, x - Math.cos(aim) * 0.35, y - CHEST - Math.sin(aim) * 0.35, 0.5 + power * 0.75);
    burst(show, "star", x, y - CHEST, {
      count: 2 + power * 5,
      aim,
      spread: 1.1,
      speed: 5 + power * 7,
      size: 0.8,
    });
    burst(show, "ember", x, y - CHEST, { count: 5 + power * 10, aim, spread: 0.7, speed: 8 + power * 10 });
    const added = wobble - (show.wobble.get(id) ?? wobble);
    if (added >= 1) show.numbers.pop(x, y - 0.75, added, wobbleTone(wobble), Math.cos(aim));
    if (id === eyeOf(show.view)?.id) show.rig.shake(SHAKE.hit * (0.4 + power));
    else if (event.by === eyeOf(show.view)?.id) show.rig.shake(SHAKE.hit * 0.3 * power);
  },
  braced(event, show) {
    hoop(show, event.x, event.y - CHEST, 0.5, 1.25, 0.3);
    burst(show, "spark", event.x, event.y - CHEST, {
      count: 6,
      aim: 0,
      spread: Math.PI,
      speed: 5,
      size: 0.7,
    });
    show.cast.get(event.id)?.pose.kick(-3);
  },
  parry(event, show) {
    flash(show, event.x, event.y - CHEST, 1.25);
    hoop(show, event.x, event.y - CHEST, 0.4, 2.6, 0.4);
    hoop(show, event.x, event.y - CHEST, 0.2, 1.8, 0.4);
    show.waves.burst(event.x, event.y, 3, 0.9);
    burst(show, "spark", event.x, event.y - CHEST, { count: 16, aim: 0, spread: Math.PI, speed: 10 });
    const own = eyeOf(show.view)?.id;
    if (event.id === own || event.by === own) show.rig.shake(SHAKE.parry);
  },
  dodge(event, show) {
    hoop(show, event.x, event.y - CHEST, 0.9, 1.5, 0.3);
    dustRing(show, event.x, event.y + 0.25, 6, 0, Math.PI);
  },
  dash(event, show) {
    dustRing(show, event.x, event.y + 0.25, 8, event.aim + Math.PI, 0.8);
    hoop(show, event.x, event.y, 0.3, 0.95, 0.25);
    show.cast.get(event.id)?.pose.kick(-3);
  },
  bump(event, show) {
    const power = Math.min(1, event.speed / HARD);
    burst(show, "spark", event.x, event.y - CHEST, {
      count: 2 + power * 6,
      aim: 0,
      spread: Math.PI,
      speed: 5,
    });
    dustRing(show, event.x, event.y + 0.1, 3 + power * 4, 0, Math.PI);
    if (event.id === eyeOf(show.view)?.id) show.rig.shake(SHAKE.bump * power);
  },
  bumper(event, show) {
    show.things.bumpers.hit(event.x, event.y);
    hoop(show, event.x, event.y - CHEST, 0.35, 1.3, 0.3);
    burst(show, "star", event.x, event.y - CHEST, {
      count: 5,
      aim: 0,
      spread: Math.PI,
      speed: 6,
      size: 0.65,
    });
    if (event.id === eyeOf(show.view)?.id) show.rig.shake(SHAKE.bump);
  },
  spring(event, show) {
    show.things.springs.hit(event.x, event.y);
    hoop(show, event.x, event.y, 0.4, 1.2, 0.3);
    dustRing(show, event.x, event.y + 0.2, 7, event.aim + Math.PI, 1);
  },
  teleport(event, show) {
    for (const [x, y] of [
      [event.x, event.y],
      [event.toX, event.toY],
    ] as const) {
      show.things.teleporters.hit(x, y);
      hoop(show, x, y - CHEST, 0.9, 0.2, 0.3);
      burst(show, "spark", x, y - CHEST, { count: 7, aim: 0, spread: Math.PI, speed: 5, size: 0.7 });
    }
    show.cast.get(event.id)?.pose.kick(-5);
  },
  fall(event, show) {
    const own = eyeOf(show.view)?.id;
    ring(show, "dust", event.x, event.y, 9, 3.2, 0.75);
    if (event.by !== "") {
      show.waves.burst(event.x, event.y, 4.2, 0.8);
      flash(show, event.x, event.y, 1.7);
      ring(show, "star", event.x, event.y, 8, 7.5, 0.7);
      hoop(show, event.x, event.y, 0.5, 2.8, 0.5);
      hoop(show, event.x, event.y, 0.2, 2, 0.55);
    }
    if (event.id === own) show.rig.shake(SHAKE.fall);
    else if (event.by === own) show.rig.shake(SHAKE.knockout);
  },
  respawn(event, show) {
    show.above.emit("beam", event.x, event.y + 0.2, { life: 0.75, from: 1.1, to: 1, drag: 0 });
    hoop(show, event.x, event.y, 1.5, 0.5, 0.4);
    hoop(show, event.x, event.y, 0.4, 1.5, 0.5);
    for (let i = 0; i < 10 * show.plenty; i++) {
      const x = event.x + (Math.random() - 0.5) * 0.8;
      const life = 0.4 + Math.random() * 0.5;
      show.above.emit("spark", x, event.y + 0.2, {
        vy: -3 - Math.random() * 3,
        life,
        drag: 1,
        from: 0.7,
        to: 0,
      });
    }
    show.cast.get(event.id)?.pose.kick(-6);
  },
  crumble(event, show) {
    if (event.phase === 1) crumbs(show, event.x, event.y, 4);
    else if (event.phase === 2) crumbs(show, event.x, event.y, 10);
    else hoop(show, event.x, event.y, 0.3, 0.9, 0.3);
  },
  goal({ x, y }, show) {
    flash(show, x, y, 2.2);
    show.waves.burst(x, y, 6, 1);
    for (const size of [2.4, 3.4, 4.6]) hoop(show, x, y, 0.6, size, 0.35 + size * 0.08);
    ring(show, "star", x, y, 12, 9, 0.9);
    burst(show, "spark", x, y - CHEST, { count: 24, aim: -Math.PI / 2, spread: 1.2, speed: 13 });
    show.rig.shake(SHAKE.goal);
  },
  ...MODE_REACTIONS,
  phase() {},
};
