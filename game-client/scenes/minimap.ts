import type Phaser from "phaser";
import type { MatchView } from "#player/netcode/match-view.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { distance, middleOfView } from "#shared/sight.ts";
import type { Spot } from "#shared/spots.ts";
import { INTEREST } from "#shared/tunables.ts";
import { paintTiles } from "./arena/paint-tiles.ts";
import { tileTones } from "./arena/tile-tones.ts";
import type { CameraRig } from "./camera-rig.ts";
import { eyeOf } from "./eye.ts";
import { addImage, addPart, type Kit } from "./kit.ts";
import { mapPlace } from "./map-place.ts";
import { INK, mix } from "./palette.ts";
import type { Part } from "./sprites/part.ts";
import { addTexture, createCanvas } from "./sprites/rasterise.ts";
import { teamLook } from "./teams.ts";

const KEY = "minimap";
/** Arenas up to this many tiles fit on a screen and need no map. */
const LEAST_TILES = 1600;
/** Pixels per tile of the map's picture. */
const GRAIN = 4;
/** Size of the sign of a zone (CSS pixels per tile of its drawing). */
const ZONE = 40;

/** How much of the map's colours is the dark of its ground: dots are lighter than any of them. */
const SHADE = 0.35;

/** A small map in the lower left corner of large arenas, with a dot for everybody. */
export class Minimap {
  readonly #kit: Kit;
  readonly #arena: Arena;
  readonly #image: Phaser.GameObjects.Image;
  readonly #dots: Part[] = [];
  readonly #byTouch: boolean;

  private constructor(kit: Kit, arena: Arena, byTouch: boolean) {
    this.#kit = kit;
    this.#arena = arena;
    this.#byTouch = byTouch;
    const canvas = paint(arena);
    addTexture(kit.scene.textures, KEY, canvas);
    this.#image = addImage(kit, "overlay", KEY).setOrigin(0, 1);
  }

  /** A map where one is needed; `byTouch` tells that sticks for thumbs may lie in its corner. */
  static for(kit: Kit, arena: Arena, byTouch: boolean): Minimap | undefined {
    return arena.width * arena.height > LEAST_TILES ? new Minimap(kit, arena, byTouch) : undefined;
  }

  /** `pixel` is the size of a CSS pixel in tiles. */
  update(view: MatchView, rig: CameraRig, pixel: number): void {
    const { width, height } = this.#kit.scene.cameras.main;
    const place = mapPlace(view.self === undefined || view.gaze.isOut, this.#byTouch);
    const scale = (place.side / Math.max(this.#arena.width, this.#arena.height)) * pixel;
    const left = rig.x - width / rig.zoom / 2 + place.left * pixel;
    const bottom = rig.y + height / rig.zoom / 2 - place.above * pixel;
    this.#image.setPosition(left, bottom).setScale(scale / GRAIN);
    const top = bottom - this.#arena.height * scale;
    let index = 0;
    const eye = eyeOf(view);
    for (const player of view.players.values()) {
      if (player.fall > 0) continue;
      const dot = this.#dot(index++);
      dot.at(left + player.x * scale, top + player.y * scale);
      dot.wear(this.#kit.art.piece(player === eye ? "star" : "dust"));
      dot.size(pixel * (player === eye ? 26 : 14)).visible = true;
    }
    for (const spot of view.spots) {
      if (isNear(view, spot)) continue;
      const dot = this.#dot(index++);
      dot.at(left + spot.x * scale, top + spot.y * scale);
      dot.wear(this.#kit.art.piece("dust"));
      dot.size(pixel * 9).visible = true;
    }
    for (const { kind, x, y, owner } of view.things.values()) {
      if (kind !== "zone") continue;
      const dot = this.#dot(index++);
      dot.at(left + x * scale, top + y * scale);
      const held = owner !== "" && teamLook(Number(owner)) !== undefined;
      dot.wear(this.#kit.art.piece(held ? `zone-mark-${owner}` : "zone-sign"));
      dot.size(pixel * ZONE).visible = true;
    }
    for (; index < this.#dots.length; index++) this.#dot(index).visible = false;
  }

  destroy(): void {
    this.#image.destroy();
    for (const dot of this.#dots) dot.destroy();
    this.#kit.scene.textures.remove(KEY);
  }

  #dot(index: number): Part {
    const known = this.#dots[index];
    if (known) return known;
    const dot = addPart(this.#kit, "overlay", "dust");
    this.#dots.push(dot);
    return dot;
  }
}

/** Whether there is a better dot for a place on the map: those in sight are drawn where they are. */
function isNear(view: MatchView, spot: Spot): boolean {
  const eye = eyeOf(view);
  return eye !== undefined && distance(middleOfView(view.arena, eye), spot) <= INTEREST.enter;
}

function paint(arena: Arena): HTMLCanvasElement {
  const { canvas, context } = createCanvas(arena.width * GRAIN, arena.height * GRAIN);
  context.fillStyle = INK;
  context.globalAlpha = 0.45;
  context.beginPath();
  context.roundRect(0, 0, canvas.width, canvas.height, GRAIN * 2);
  context.fill();
  context.globalAlpha = 0.9;
  const tones: Readonly<Record<number, string>> = tileTones(arena.theme);
  paintTiles(context, arena, GRAIN, (tile) => {
    const tone = tones[tile];
    return tone === undefined ? undefined : mix(tone, INK, SHADE);
  });
  return canvas;
}
