import { themeName } from "../themes.ts";
import type { Show } from "./effects.ts";

/** A spray of sprites. Speed in tiles/s, angles in radians, `size` relative to the drawing. */
export interface Spray {
  readonly count: number;
  readonly aim: number;
  readonly spread: number;
  readonly speed: number;
  readonly size?: number;
}

/** Throws sprites from a place into a cone; long ones point where they fly. */
export function burst(show: Show, sprite: string, x: number, y: number, spray: Spray): void {
  const tumbles = sprite === "star";
  for (let i = 0; i < spray.count * show.plenty; i++) {
    const angle = spray.aim + (Math.random() * 2 - 1) * spray.spread;
    const speed = spray.speed * (0.35 + Math.random() * 0.75);
    show.above.emit(sprite, x, y, {
      vx: Math.cos(angle) * speed,
      vy: Math.sin(angle) * speed,
      drag: 5,
      gravity: tumbles ? 5 : 0,
      life: 0.25 + Math.random() * 0.3 + (tumbles ? 0.2 : 0),
      from: (spray.size ?? 1) * (0.7 + Math.random() * 0.6),
      to: 0,
      rotation: tumbles ? Math.random() * 6 : angle,
      spin: tumbles ? (Math.random() - 0.5) * 16 : 0,
    });
  }
}

/** Throws sprites evenly to all sides. */
export function ring(
  show: Show,
  sprite: string,
  x: number,
  y: number,
  count: number,
  speed: number,
  size: number,
) {
  const shown = Math.max(3, Math.round(count * show.plenty));
  for (let i = 0; i < shown; i++) {
    const angle = ((i + Math.random() * 0.5) / shown) * Math.PI * 2;
    show.above.emit(sprite, x, y, {
      vx: Math.cos(angle) * speed,
      vy: Math.sin(angle) * speed,
      drag: 3.5,
      life: 0.55 + Math.random() * 0.25,
      from: size,
      to: sprite === "dust" ? size * 0.3 : 0,
      alpha: sprite === "dust" ? 0.8 : 1,
      rotation: Math.random() * 6,
      spin: sprite === "star" ? 9 : 0,
    });
  }
}

/** Puffs of dust along the ground within `spread` (radians) of a direction. */
export function dustRing(show: Show, x: number, y: number, count: number, aim: number, spread: number): void {
  for (let i = 0; i < count * show.plenty; i++) {
    const angle = aim + (Math.random() * 2 - 1) * spread;
    const speed = 1.2 + Math.random() * 2.4;
    show.below.emit("dust", x, y, {
      vx: Math.cos(angle) * speed,
      vy: Math.sin(angle) * speed * 0.8,
      drag: 4,
      gravity: -0.6,
      life: 0.35 + Math.random() * 0.3,
      from: 0.35 + Math.random() * 0.35,
      to: 0.1,
      alpha: 0.85,
    });
  }
}

/** The spiky flash of an impact. */
export function flash(show: Show, x: number, y: number, size: number): void {
  if (!show.flashes) return;
  show.above.emit("flash", x, y, {
    life: 0.16,
    from: size * 0.5,
    to: size,
    rotation: Math.random() * 6,
    spin: 3,
  });
}

/** A ring that opens (or closes) on the ground; radii in tiles. */
export function hoop(show: Show, x: number, y: number, from: number, to: number, life: number): void {
  show.above.emit("hoop", x, y, { life, from: from * 2, to: to * 2, alpha: 0.9 });
}

/** Bits of a crumbling tile that fall into the void. */
export function crumbs(show: Show, x: number, y: number, count: number): void {
  const shard = `shard-${themeName(show.view.arena.theme)}`;
  for (let i = 0; i < count * show.plenty; i++) {
    show.below.emit(shard, x + (Math.random() - 0.5) * 0.8, y + (Math.random() - 0.3) * 0.8, {
      vx: (Math.random() - 0.5) * 2.5,
      vy: -1.5 * Math.random(),
      gravity: 11,
      drag: 0.5,
      life: 0.5 + Math.random() * 0.3,
      from: 0.5 + Math.random() * 0.5,
      to: 0.2,
      rotation: Math.random() * 6,
      spin: (Math.random() - 0.5) * 12,
    });
  }
  dustRing(show, x, y + 0.3, count * 0.6, 0, Math.PI);
}
