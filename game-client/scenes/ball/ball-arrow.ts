import type { MatchView } from "#player/netcode/match-view.ts";
import type { CameraRig } from "../camera-rig.ts";
import { eyeOf } from "../eye.ts";
import { addPart, type Kit } from "../kit.ts";
import type { PictureEdge } from "../picture-edge.ts";
import type { Part } from "../sprites/part.ts";

/** Sizes (CSS pixels): the small ball, the arrow's drawing per tile, and the distance between the two. */
const SIZE = { ball: 17, arrow: 62, apart: 24 } as const;
/** So far out of the picture (tiles) nothing is left to be seen of it. */
const SLACK = 0.7;

/** An arrow at the edge of the picture to the ball, while it is in play out of sight. */
export class BallArrow {
  readonly #edge: PictureEdge;
  readonly #ball: Part;
  readonly #shade: Part;
  readonly #tip: Part;

  constructor(kit: Kit, edge: PictureEdge) {
    this.#edge = edge;
    this.#tip = addPart(kit, "overlay", "arrow");
    this.#ball = addPart(kit, "overlay", "ball");
    this.#shade = addPart(kit, "overlay", "ball-shade");
  }

  /** `pixel` is the size of a CSS pixel in tiles. */
  update(view: MatchView, rig: CameraRig, pixel: number): void {
    const { ball } = view;
    const x = (ball?.x ?? rig.x) - rig.x;
    const y = (ball?.y ?? rig.y) - rig.y;
    // Who follows nobody sees the whole arena.
    const shows = ball?.out === 0 && eyeOf(view) !== undefined && !this.#edge.shows(x, y, SLACK);
    for (const part of [this.#ball, this.#shade, this.#tip]) part.visible = shows;
    if (!shows) return;
    const place = this.#edge.point(x, y);
    this.#edge.claim(place);
    for (const part of [this.#ball, this.#shade]) part.at(place.x, place.y).size(SIZE.ball * pixel);
    this.#edge.turn(this.#tip, place, x, y, SIZE);
  }

  destroy(): void {
    for (const part of [this.#ball, this.#shade, this.#tip]) part.destroy();
  }
}
