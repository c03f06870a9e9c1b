import type { DrawnThing, MatchView } from "#player/netcode/match-view.ts";
import type { CameraRig } from "./camera-rig.ts";
import { eyeOf } from "./eye.ts";
import { addPart, type Kit } from "./kit.ts";
import type { PictureEdge } from "./picture-edge.ts";
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
  readonly #edge: PictureEdge;
  readonly #arrows: Arrow[] = [];

  constructor(kit: Kit, edge: PictureEdge) {
    this.#kit = kit;
    this.#edge = edge;
  }

  /** `pixel` is the size of a CSS pixel in tiles. */
  update(view: MatchView, rig: CameraRig, pixel: number): void {
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
    if (this.#edge.shows(x, y, SEEN)) return false;
    const place = this.#edge.point(x, y);
    this.#edge.claim(place);
    const { plate, sign, tip } = this.#arrow(at);
    plate.visible = sign.visible = tip.visible = true;
    plate.at(place.x, place.y).size(SIZE.plate * pixel);
    sign.wear(this.#kit.art.piece(sprite)).at(place.x, place.y);
    sign.size((sprite === "hat-crown" ? SIZE.crown : SIZE.sign) * pixel);
    if (sprite === "hat-crown") sign.y += 7 * pixel;
    this.#edge.turn(tip, place, x, y, SIZE);
    return true;
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
  return owner !== "" && teamLook(Number(owner)) !== undefined ? `zone-mark-${owner}` : "zone-sign";
}
