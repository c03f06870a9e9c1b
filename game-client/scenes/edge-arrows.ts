import type { DrawnPlayer, MatchView } from "#player/netcode/match-view.ts";
import type { CameraRig } from "./camera-rig.ts";
import { type Beyond, EdgeChoice } from "./edge-choice.ts";
import { type Room, roomOf } from "./edge-room.ts";
import { eyeOf } from "./eye.ts";
import { addPart, type Kit } from "./kit.ts";
import { edgePoint, isInSight } from "./maths/edge.ts";
import { clamp } from "./maths/motion.ts";
import type { Part } from "./sprites/part.ts";

/** So far out of the picture (tiles) nothing is left to be seen of a character. */
const SLACK = 0.4;
/** Sizes (CSS pixels): the small body, that of a mate, who has no arrow, the arrow's drawing per tile, and its distance from the body. */
const SIZE = { body: 22, mate: 16, arrow: 52, apart: 19 } as const;
/** From here on (tiles from the middle of the picture) an arrow is as faint as it gets, and how faint that is. */
const FAR = 34;
const FAINT = 0.4;
const NEAR = 10;

/** The two sprites of one arrow. */
interface Arrow {
  readonly body: Part;
  readonly tip: Part;
}

/** Arrows at the edge of the picture, each with the colours of an opponent who is beyond it. */
export class EdgeArrows {
  readonly #kit: Kit;
  readonly #hasMap: boolean;
  /** Fingers may play here at any time. */
  readonly #byTouch = matchMedia("(any-pointer: coarse)").matches;
  readonly #arrows: Arrow[] = [];
  readonly #choice = new EdgeChoice<DrawnPlayer>();
  /** Half of what the camera sees (tiles), and of the window (CSS pixels). */
  readonly #half = { x: 0.5, y: 0.5 };
  readonly #window = { x: 0.5, y: 0.5 };
  #room: Room | undefined;

  /** `hasMap` tells that a minimap lies in the lower left corner. */
  constructor(kit: Kit, hasMap: boolean) {
    this.#kit = kit;
    this.#hasMap = hasMap;
  }

  /** `pixel` is the size of a CSS pixel in tiles. */
  update(view: MatchView, rig: CameraRig, pixel: number): void {
    const { width, height } = this.#kit.scene.cameras.main;
    this.#half.x = width / rig.zoom / 2;
    this.#half.y = height / rig.zoom / 2;
    this.#look(view, rig);
    const chosen = this.#choice.choose();
    const room = this.#roomOf(Math.round(this.#half.x / pixel), Math.round(this.#half.y / pixel));
    for (let index = 0; index < Math.max(chosen.length, this.#arrows.length); index++) {
      const seen = chosen[index];
      const arrow = this.#arrow(index);
      arrow.body.visible = seen !== undefined;
      arrow.tip.visible = seen?.mate === false;
      if (seen === undefined) continue;
      const { x, y } = edgePoint({ x: seen.x / pixel, y: seen.y / pixel }, room.frame, room.taken);
      this.#place(arrow, seen, rig.x + x * pixel, rig.y + y * pixel, pixel);
    }
  }

  destroy(): void {
    for (const { body, tip } of this.#arrows) {
      body.destroy();
      tip.destroy();
    }
  }

  /** What is free in a window of half this size (CSS pixels); looked up only when that changes. */
  #roomOf(x: number, y: number): Room {
    if (this.#room !== undefined && this.#window.x === x && this.#window.y === y) return this.#room;
    this.#window.x = x;
    this.#window.y = y;
    this.#room = roomOf(this.#window, this.#hasMap, this.#byTouch);
    return this.#room;
  }

  /** Finds who is in play and out of the picture. */
  #look(view: MatchView, rig: CameraRig): void {
    this.#choice.clear();
    // Who follows nobody sees the whole arena.
    const eye = eyeOf(view);
    if (eye === undefined) return;
    for (const player of view.players.values()) {
      const x = player.x - rig.x;
      const y = player.y - rig.y;
      if (player === eye || player.fall > 0 || isInSight(x, y, this.#half, SLACK)) continue;
      this.#choice.note(player, x, y, player.mate);
    }
  }

  #place(
    { body, tip }: Arrow,
    { who: player, x, y, distance, mate }: Beyond<DrawnPlayer>,
    atX: number,
    atY: number,
    pixel: number,
  ): void {
    const { color, pattern } = player.look;
    const pieces = this.#kit.looks.pieces(
      player.connected ? color : -1,
      pattern,
      this.#kit.settings().colors,
    );
    if (pieces) body.wear(pieces.body);
    body.visible = pieces !== undefined;
    body.at(atX, atY).size((mate ? SIZE.mate : SIZE.body) * pixel);
    const apart = SIZE.apart * pixel;
    tip.at(atX + (x / distance) * apart, atY + (y / distance) * apart).size(SIZE.arrow * pixel);
    tip.setRotation(Math.atan2(y, x));
    const faded = clamp((distance - NEAR) / (FAR - NEAR), 0, 1);
    body.alpha = tip.alpha = 1 - (1 - FAINT) * faded;
  }

  #arrow(index: number): Arrow {
    const known = this.#arrows[index];
    if (known) return known;
    const arrow = {
      body: addPart(this.#kit, "overlay", "dust"),
      tip: addPart(this.#kit, "overlay", "arrow"),
    };
    this.#arrows.push(arrow);
    return arrow;
  }
}
