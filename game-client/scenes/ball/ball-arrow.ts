import type { MatchView } from "#player/netcode/match-view.ts";
import type { CameraRig } from "../camera-rig.ts";
import { roomOf } from "../edge-room.ts";
import { eyeOf } from "../eye.ts";
import { addPart, type Kit } from "../kit.ts";
import { edgePoint, isInSight } from "../maths/edge.ts";
import type { Part } from "../sprites/part.ts";

/** Sizes (CSS pixels): the small ball, the arrow's drawing per tile, and the distance between the two. */
const SIZE = { ball: 17, arrow: 62, apart: 24 } as const;
/** So far out of the picture (tiles) nothing is left to be seen of it. */
const SLACK = 0.7;

/** An arrow at the edge of the picture to the ball, while it is in play out of sight. */
export class BallArrow {
  readonly #kit: Kit;
  readonly #ball: Part;
  readonly #shade: Part;
  readonly #tip: Part;
  readonly #hasMap: boolean;
  /** Fingers may play here at any time. */
  readonly #byTouch = matchMedia("(any-pointer: coarse)").matches;

  /** `hasMap` tells that a minimap lies in the lower left corner. */
  constructor(kit: Kit, hasMap: boolean) {
    this.#kit = kit;
    this.#hasMap = hasMap;
    this.#tip = addPart(kit, "overlay", "arrow");
    this.#ball = addPart(kit, "overlay", "ball");
    this.#shade = addPart(kit, "overlay", "ball-shade");
  }

  /** `pixel` is the size of a CSS pixel in tiles. */
  update(view: MatchView, rig: CameraRig, pixel: number): void {
    const { width, height } = this.#kit.scene.cameras.main;
    const half = { x: width / rig.zoom / 2, y: height / rig.zoom / 2 };
    const { ball } = view;
    const x = (ball?.x ?? rig.x) - rig.x;
    const y = (ball?.y ?? rig.y) - rig.y;
    // Who follows nobody sees the whole arena.
    const shows =
      ball !== undefined && ball.out === 0 && eyeOf(view) !== undefined && !isInSight(x, y, half, SLACK);
    for (const part of [this.#ball, this.#shade, this.#tip]) part.visible = shows;
    if (!shows) return;
    const window = { x: Math.round(half.x / pixel), y: Math.round(half.y / pixel) };
    const room = roomOf(window, this.#hasMap, this.#byTouch);
    const at = edgePoint({ x: x / pixel, y: y / pixel }, room.frame, room.taken);
    const distance = Math.hypot(x, y);
    const [atX, atY] = [rig.x + at.x * pixel, rig.y + at.y * pixel];
    for (const part of [this.#ball, this.#shade]) part.at(atX, atY).size(SIZE.ball * pixel);
    const apart = SIZE.apart * pixel;
    this.#tip.at(atX + (x / distance) * apart, atY + (y / distance) * apart).size(SIZE.arrow * pixel);
    this.#tip.setRotation(Math.atan2(y, x));
  }

  destroy(): void {
    for (const part of [this.#ball, this.#shade, this.#tip]) part.destroy();
  }
}
