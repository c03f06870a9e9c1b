import type { CameraRig } from "./camera-rig.ts";
import { type Room, roomOf } from "./edge-room.ts";
import type { Kit } from "./kit.ts";
import { isInSight, partInside, type Vector } from "./maths/edge.ts";
import type { Part } from "./sprites/part.ts";

/** How an arrow looks (CSS pixels): per tile of its drawing, and how far it is from what it belongs to. */
export interface ArrowSize {
  readonly arrow: number;
  readonly apart: number;
}

/** Two signs that are nearer to each other than this (CSS pixels) lie over each other, or over the other's arrow. */
const APART = 42;

/** The edge of the picture, where arrows point to what is beyond it: one for all kinds of arrows. */
export class PictureEdge {
  readonly #kit: Kit;
  readonly #hasMap: boolean;
  readonly #byTouch: boolean;
  /** Half of what the camera sees (tiles), and of the window (CSS pixels). */
  readonly #half = { x: 0.5, y: 0.5 };
  readonly #window = { x: 0, y: 0 };
  readonly #middle = { x: 0, y: 0 };
  /** Signs of this frame, and those of others, to be used again. */
  readonly #signs: { x: number; y: number }[] = [];
  #claimed = 0;
  readonly #point = { x: 0.5, y: 0.5 };
  #room: Room | undefined;
  #pixel = 1;

  /** `hasMap` tells that a minimap lies in the lower left corner, `byTouch` that sticks for thumbs may. */
  constructor(kit: Kit, hasMap: boolean, byTouch: boolean) {
    this.#kit = kit;
    this.#hasMap = hasMap;
    this.#byTouch = byTouch;
  }

  /** Takes in what the camera sees in this frame. `pixel` is the size of a CSS pixel in tiles. */
  look({ x, y, zoom }: Pick<CameraRig, "x" | "y" | "zoom">, pixel: number): void {
    const { width, height } = this.#kit.scene.cameras.main;
    this.#middle.x = x;
    this.#middle.y = y;
    this.#half.x = width / zoom / 2;
    this.#half.y = height / zoom / 2;
    this.#pixel = pixel;
    this.#claimed = 0;
  }

  /** A sign stands here (tiles), which no other one may cover in this frame. */
  claim({ x, y }: Vector): void {
    const free = this.#signs[this.#claimed];
    if (free === undefined) this.#signs.push({ x, y });
    else {
      free.x = x;
      free.y = y;
    }
    this.#claimed += 1;
  }

  /** Whether a sign here (tiles) would cover one that matters more. */
  isClaimed({ x, y }: Vector): boolean {
    const apart = APART * this.#pixel;
    for (let i = 0; i < this.#claimed; i++) {
      const sign = this.#signs[i];
      if (sign !== undefined && Math.abs(sign.x - x) < apart && Math.abs(sign.y - y) < apart) return true;
    }
    return false;
  }

  /** Whether a place, as seen from the middle of the picture (tiles), is in it, or at most `slack` (tiles) beyond. */
  shows(x: number, y: number, slack: number): boolean {
    return isInSight(x, y, this.#half, slack);
  }

  /**
   * Where in the world (tiles) the sign for a place stands, which is so far from the middle of the picture (tiles). Reused from call
   * to call.
   */
  point(x: number, y: number): Vector {
    const { frame, taken } = this.#free();
    const pixel = this.#pixel;
    const part = partInside(x / pixel, y / pixel, frame, taken);
    const point = this.#point;
    point.x = this.#middle.x + x * part;
    point.y = this.#middle.y + y * part;
    return point;
  }

  /** Turns an arrow beside a sign towards a place, which is so far from the middle of the picture (tiles). */
  turn(tip: Part, sign: Vector, x: number, y: number, { arrow, apart }: ArrowSize): void {
    const reach = (apart * this.#pixel) / Math.hypot(x, y);
    tip.at(sign.x + x * reach, sign.y + y * reach).size(arrow * this.#pixel);
    tip.setRotation(Math.atan2(y, x));
  }

  /** What is free of the page; looked up only when the size of the window changes. */
  #free(): Room {
    const x = Math.round(this.#half.x / this.#pixel);
    const y = Math.round(this.#half.y / this.#pixel);
    const window = this.#window;
    if (this.#room !== undefined && window.x === x && window.y === y) return this.#room;
    window.x = x;
    window.y = y;
    this.#room = roomOf(window, this.#hasMap, this.#byTouch);
    return this.#room;
  }
}
