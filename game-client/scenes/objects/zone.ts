import type { DrawnThing } from "#player/netcode/match-view.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { HILL } from "#shared/mode-tunables.ts";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import { addPart, type Kit } from "../kit.ts";
import { approach } from "../maths/motion.ts";
import type { Part } from "../sprites/part.ts";
import { teamLook } from "../teams.ts";
import type { ThingFrame, ThingLook, ThingPicture } from "./thing-look.ts";

/** Distance (tiles) of the marks on the ring from each other, and how fast (radians/s) they go around when somebody holds the zone. */
const APART = 0.78;
const TURN = 0.22;
/** How quickly a zone opens (1/s). */
const OPENS = 6;

/** Radius (tiles) of the zones of an arena. */
export function zoneRadius(arena: Arena): number {
  return isHuge(arena) ? HILL.crowd.radius : HILL.radius;
}

/** What a zone says of who holds it: the end of the name of its sprites. */
function sideOf({ owner }: DrawnThing): string {
  return owner !== "" && teamLook(Number(owner)) !== undefined ? `-${owner}` : "";
}

/** A zone: a disc on the ground, and a ring of marks in the shape and the colour of the team that holds it. */
class ZonePicture implements ThingPicture {
  readonly #kit: Kit;
  readonly #disc: Part;
  readonly #marks: Part[] = [];
  /** It only shows where the zone will be. */
  readonly #soon: boolean;
  #opened = 0;
  #turned = 0;

  constructor(kit: Kit, soon: boolean) {
    this.#kit = kit;
    this.#soon = soon;
    this.#disc = addPart(kit, "tiles", "zone-disc");
  }

  update(thing: DrawnThing, { view, time, dt }: ThingFrame): void {
    const { x, y } = thing;
    const still = this.#kit.settings().moves.bobs === 0;
    const side = this.#soon ? "" : sideOf(thing);
    this.#opened = still ? 1 : approach(this.#opened, 1, OPENS, dt);
    const radius = zoneRadius(view.arena) * this.#opened;
    const pulse = still ? 1 : 0.85 + 0.15 * Math.sin(time * (this.#soon ? 7 : 3));
    this.#disc.visible = true;
    this.#disc
      .wear(this.#kit.art.piece(`zone-disc${side}`))
      .at(x, y)
      .size(radius);
    this.#disc.alpha = pulse * (this.#soon ? 0.45 : 1);
    if (!still && (side !== "" || this.#soon)) this.#turned += dt * TURN * (this.#soon ? -1 : 1);
    this.#ring(x, y, radius, side, this.#soon ? 0.75 * pulse : 1);
  }

  hide(): void {
    this.#disc.visible = false;
    for (const mark of this.#marks) mark.visible = false;
  }

  destroy(): void {
    this.#disc.destroy();
    for (const mark of this.#marks) mark.destroy();
  }

  #ring(x: number, y: number, radius: number, side: string, alpha: number): void {
    const every = this.#soon ? 2 * APART : APART;
    const count = Math.max(8, Math.round((2 * Math.PI * radius) / every));
    const piece = this.#kit.art.piece(`zone-mark${side}`);
    for (let at = 0; at < Math.max(count, this.#marks.length); at++) {
      const mark = this.#mark(at);
      mark.visible = at < count;
      if (at >= count) continue;
      const angle = this.#turned + (at / count) * Math.PI * 2;
      mark.wear(piece).at(x + Math.cos(angle) * radius, y + Math.sin(angle) * radius);
      mark.setRotation(angle + Math.PI / 2).size(1);
      mark.alpha = alpha;
    }
  }

  #mark(at: number): Part {
    const known = this.#marks[at];
    if (known !== undefined) return known;
    const mark = addPart(this.#kit, "tiles", "zone-mark");
    this.#marks.push(mark);
    return mark;
  }
}

const REACH = HILL.crowd.radius + 0.5;

export const zone: ThingLook = { reach: REACH, create: (kit) => new ZonePicture(kit, false) };
export const nextZone: ThingLook = { reach: REACH, create: (kit) => new ZonePicture(kit, true) };
