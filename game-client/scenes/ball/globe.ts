import type Phaser from "phaser";
import { BALL } from "#shared/ball-tunables.ts";
import type { Kit } from "../kit.ts";
import { Part } from "../sprites/part.ts";
import { type Direction, Turning } from "./turning.ts";

/** Something on the surface: where it is (a direction from the middle), and its size relative to its drawing. */
interface Spot {
  readonly part: Part;
  readonly at: Readonly<Direction>;
  readonly size: number;
  /** It has an upper side; what is round has none. */
  readonly isUpright: boolean;
}

/** Patches all around it, none in its face. */
const PATCHES: readonly Readonly<Direction>[] = [
  { x: 0.92, y: -0.2, z: 0.34 },
  { x: -0.92, y: -0.2, z: 0.34 },
  { x: 0, y: -0.94, z: 0.34 },
  { x: 0, y: 0.94, z: -0.34 },
  { x: 0.62, y: 0.74, z: 0.26 },
  { x: -0.62, y: 0.74, z: 0.26 },
  { x: 0.6, y: -0.3, z: -0.74 },
  { x: -0.6, y: -0.3, z: -0.74 },
  { x: 0, y: 0.3, z: -0.95 },
];
/** Its face, by the names of the drawings. */
const FACE: readonly (readonly [string, Readonly<Direction>, number])[] = [
  ["eye", { x: -0.27, y: -0.12, z: 0.955 }, 1.25],
  ["eye", { x: 0.27, y: -0.12, z: 0.955 }, 1.25],
  ["pupil", { x: -0.25, y: -0.08, z: 0.965 }, 1.25],
  ["pupil", { x: 0.25, y: -0.08, z: 0.965 }, 1.25],
  ["mouth-smile", { x: 0, y: 0.27, z: 0.963 }, 1.4],
];
/** Things on the surface are hidden from here on: they would be a line. */
const EDGE = 0.12;
/** How much of the radius the surface is drawn at: nothing lies over the outline. */
const INSIDE = 0.97;

/** The ball itself: what is on its surface turns as it rolls, light and shade stay. */
export class Globe {
  readonly #turning = new Turning();
  readonly #spots: readonly Spot[];
  readonly #point: Direction = { x: 0, y: 0, z: 0 };

  constructor(kit: Kit, into: Phaser.GameObjects.Container) {
    const part = (name: string): Part => {
      const part = new Part(kit.scene, kit.art.piece(name));
      into.add(part);
      return part.at(0, 0);
    };
    part("ball");
    this.#spots = [
      ...PATCHES.map((at) => ({ part: part("ball-patch"), at, size: 1, isUpright: false })),
      ...FACE.map(([name, at, size]) => ({ part: part(name), at, size, isUpright: true })),
    ];
    part("ball-shade");
    this.#place();
  }

  /** Rolls it over the ground by so much (tiles). */
  roll(dx: number, dy: number): void {
    if (dx === 0 && dy === 0) return;
    this.#turning.roll(dx, dy);
    this.#place();
  }

  #place(): void {
    const { down, right } = this.#turning;
    const point = this.#point;
    for (const { part, at, size, isUpright } of this.#spots) {
      const { x, y, z } = this.#turning.point(at, point);
      part.visible = z > EDGE;
      if (!part.visible) continue;
      part.at(x * BALL.radius * INSIDE, y * BALL.radius * INSIDE);
      // What was round gets narrow towards the edge of the disc; what has an upper side keeps it.
      if (isUpright) {
        part.setRotation(Math.atan2(-down.x, down.y));
        part.size(Math.hypot(right.x, right.y) * size, Math.hypot(down.x, down.y) * size);
      } else part.setRotation(Math.atan2(y, x)).size(z * size, size);
    }
  }
}
