import type { DrawnPlayer, MatchView } from "#player/netcode/match-view.ts";
import type { CameraRig } from "./camera-rig.ts";
import { type Beyond, EdgeChoice } from "./edge-choice.ts";
import { eyeOf } from "./eye.ts";
import { addPart, type Kit } from "./kit.ts";
import { clamp } from "./maths/motion.ts";
import type { PictureEdge } from "./picture-edge.ts";
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
  readonly #edge: PictureEdge;
  readonly #arrows: Arrow[] = [];
  readonly #choice = new EdgeChoice<DrawnPlayer>();

  constructor(kit: Kit, edge: PictureEdge) {
    this.#kit = kit;
    this.#edge = edge;
  }

  /** After the arrows to what a mode is about, which matter more. `pixel` is the size of a CSS pixel in tiles. */
  update(view: MatchView, rig: CameraRig, pixel: number): void {
    this.#look(view, rig);
    const chosen = this.#choice.choose();
    for (let index = 0; index < Math.max(chosen.length, this.#arrows.length); index++) {
      const seen = chosen[index];
      const arrow = this.#arrow(index);
      arrow.body.visible = arrow.tip.visible = false;
      if (seen !== undefined) this.#place(arrow, seen, pixel);
    }
  }

  destroy(): void {
    for (const { body, tip } of this.#arrows) {
      body.destroy();
      tip.destroy();
    }
  }

  /** Finds who is in play and out of the picture. */
  #look(view: MatchView, rig: CameraRig): void {
    this.#choice.clear();
    // Who follows nobody sees the whole arena.
    const eye = eyeOf(view);
    if (eye === undefined) return;
    view.players.forEach((player) => {
      const x = player.x - rig.x;
      const y = player.y - rig.y;
      if (player === eye || player.fall > 0 || this.#edge.shows(x, y, SLACK)) return;
      this.#choice.note(player, x, y, player.mate);
    });
  }

  #place(
    { body, tip }: Arrow,
    { who: player, x, y, distance, mate }: Beyond<DrawnPlayer>,
    pixel: number,
  ): void {
    const place = this.#edge.point(x, y);
    // Where the page leaves little room, two directions may end in one place: the nearer one has it.
    if (this.#edge.isClaimed(place)) return;
    this.#edge.claim(place);
    tip.visible = !mate;
    const { color, pattern } = player.look;
    const pieces = this.#kit.looks.pieces(
      player.connected ? color : -1,
      pattern,
      this.#kit.settings().colors,
    );
    if (pieces) body.wear(pieces.body);
    body.visible = pieces !== undefined;
    body.at(place.x, place.y).size((mate ? SIZE.mate : SIZE.body) * pixel);
    this.#edge.turn(tip, place, x, y, SIZE);
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
