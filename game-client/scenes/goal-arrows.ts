import type { DrawnThing, MatchView } from "#player/netcode/match-view.ts";
import type { CameraRig } from "./camera-rig.ts";
import { type Room, roomOf } from "./edge-room.ts";
import { eyeOf } from "./eye.ts";
import { addPart, type Kit } from "./kit.ts";
import { edgePoint, isInSight } from "./maths/edge.ts";
import type { Part } from "./sprites/part.ts";
import { teamLook } from "./teams.ts";

/** Sizes (CSS pixels per tile of the drawings), and the distance between the sign and the arrow (CSS pixels). */
const SIZE = { plate: 34, sign: 46, crown: 30, arrow: 64, apart: 26 } as const;
/** So much of a goal (tiles from its middle) is enough to see where it is. */
const SEEN = 1.2;

interface Arrow {
  readonly plate: Part;
  readonly sign: Part;
  readonly tip: Part;
}

/** Arrows at the edge of the picture to what a mode is about: the zones, and the crown. */
export class GoalArrows {
  readonly #kit: Kit;
  readonly #hasMap: boolean;
  /** Fingers may play here at any time. */
  readonly #byTouch = matchMedia("(any-pointer: coarse)").matches;
  readonly #arrows: Arrow[] = [];
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
    let shown = 0;
    // Who follows nobody sees the whole arena.
    if (eyeOf(view) !== undefined) {
      for (const thing of view.things.values()) if (this.#point(thing, view, rig, pixel, shown)) shown += 1;
    }
    for (let at = shown; at < this.#arrows.length; at++) {
      const { plate, sign, tip } = this.#arrow(at);
      plate.visible = sign.visible = tip.visible = false;
    }
  }

  destroy(): void {
    for (const arrow of this.#arrows) for (const part of Object.values(arrow)) part.destroy();
  }

  /** Points to a thing with the arrow of a number, if it is a goal out of sight; returns whether it does. */
  #point(thing: DrawnThing, view: MatchView, rig: CameraRig, pixel: number, at: number): boolean {
    const sprite = signOf(thing);
    if (sprite === undefined) return false;
    const bearer = view.players.get(thing.owner);
    if (bearer !== undefined && (bearer.self || bearer.fall > 0)) return false;
    const x = (bearer ?? thing).x - rig.x;
    const y = (bearer ?? thing).y - rig.y;
    if (isInSight(x, y, this.#half, SEEN)) return false;
    const { frame, taken } = this.#roomOf(Math.round(this.#half.x / pixel), Math.round(this.#half.y / pixel));
    const edge = edgePoint({ x: x / pixel, y: y / pixel }, frame, taken);
    const [atX, atY] = [rig.x + edge.x * pixel, rig.y + edge.y * pixel];
    const { plate, sign, tip } = this.#arrow(at);
    plate.visible = sign.visible = tip.visible = true;
    plate.at(atX, atY).size(SIZE.plate * pixel);
    sign.wear(this.#kit.art.piece(sprite)).at(atX, atY);
    sign.size((sprite === "hat-crown" ? SIZE.crown : SIZE.sign) * pixel);
    if (sprite === "hat-crown") sign.y += 7 * pixel;
    const angle = Math.atan2(y, x);
    tip.at(atX + Math.cos(angle) * SIZE.apart * pixel, atY + Math.sin(angle) * SIZE.apart * pixel);
    tip.setRotation(angle).size(SIZE.arrow * pixel);
    return true;
  }

  /** What is free in a window of half this size (CSS pixels); looked up only when that changes. */
  #roomOf(x: number, y: number): Room {
    if (this.#room !== undefined && this.#window.x === x && this.#window.y === y) return this.#room;
    this.#window.x = x;
    this.#window.y = y;
    this.#room = roomOf(this.#window, this.#hasMap, this.#byTouch);
    return this.#room;
  }

  #arrow(at: number): Arrow {
    const known = this.#arrows[at];
    if (known !== undefined) return known;
    const arrow = {
      plate: addPart(this.#kit, "overlay", "goal-plate"),
      sign: addPart(this.#kit, "overlay", "zone-mark"),
      tip: addPart(this.#kit, "overlay", "arrow"),
    };
    this.#arrows.push(arrow);
    return arrow;
  }
}

/** The sprite that stands for a thing; undefined for what is no goal. */
function signOf({ kind, owner }: DrawnThing): string | undefined {
  if (kind === "crown") return "hat-crown";
  if (kind !== "zone") return undefined;
  return owner !== "" && teamLook(Number(owner)) !== undefined ? `zone-mark-${owner}` : "zone-mark";
}
