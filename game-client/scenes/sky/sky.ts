import type Phaser from "phaser";
import type { Arena } from "#shared/arena/arena.ts";
import type { CameraRig } from "../camera-rig.ts";
import { addImage, addPart, type Kit } from "../kit.ts";
import { hash } from "../maths/hash.ts";
import type { Part } from "../sprites/part.ts";
import { addTexture, createCanvas } from "../sprites/rasterise.ts";
import { themeName, themeOf } from "../themes.ts";
import type { Opening, Openings } from "./openings.ts";

const KEY = "sky";
/** Side of the gradient (pixels): it is stretched over the window. */
const SIDE = 256;
/** The strip of sky that repeats around the camera (tiles): wider than any window shows. */
const SPAN = { x: 46, y: 34 } as const;

/**
 * A kind of thing in the sky: how many, how far (0 stands still on screen, 1 is at the island), how fast
 * (tiles/s), how large. `low` things keep to the lower part of the window, where they make a sea of clouds.
 */
interface Kind {
  readonly sprite: string;
  readonly count: number;
  readonly depth: readonly [number, number];
  readonly drift: number;
  readonly size: readonly [number, number];
  readonly alpha: number;
  readonly themed: boolean;
  readonly low?: boolean;
}

const KINDS: readonly Kind[] = [
  { sprite: "glint", count: 26, depth: [0.02, 0.05], drift: 0, size: [0.5, 1.3], alpha: 0.75, themed: false },
  {
    sprite: "cloud-3",
    count: 8,
    depth: [0.05, 0.08],
    drift: 0.05,
    size: [0.9, 1.5],
    alpha: 0.28,
    themed: true,
  },
  {
    sprite: "cloud-1",
    count: 8,
    depth: [0.05, 0.07],
    drift: 0.07,
    size: [2.6, 3.6],
    alpha: 0.2,
    themed: true,
    low: true,
  },
  { sprite: "islet-2", count: 4, depth: [0.1, 0.16], drift: 0, size: [0.7, 1], alpha: 0.8, themed: true },
  {
    sprite: "cloud-2",
    count: 8,
    depth: [0.12, 0.18],
    drift: 0.12,
    size: [1, 1.6],
    alpha: 0.42,
    themed: true,
  },
  {
    sprite: "cloud-1",
    count: 7,
    depth: [0.12, 0.16],
    drift: 0.14,
    size: [2, 2.8],
    alpha: 0.34,
    themed: true,
    low: true,
  },
  { sprite: "islet-1", count: 4, depth: [0.2, 0.28], drift: 0, size: [0.9, 1.4], alpha: 0.95, themed: true },
  {
    sprite: "cloud-1",
    count: 5,
    depth: [0.3, 0.45],
    drift: 0.22,
    size: [1.1, 1.8],
    alpha: 0.6,
    themed: true,
  },
  { sprite: "bird", count: 5, depth: [0.3, 0.4], drift: 0.9, size: [0.7, 1.1], alpha: 0.85, themed: false },
];
/** Where the sea of clouds begins, as a share of the window's height below its middle, and how deep it is. */
const SEA = { top: 0.22, depth: 0.34 } as const;

interface Drifter {
  readonly part: Part;
  readonly sprite: string;
  readonly x: number;
  readonly y: number;
  readonly depth: number;
  readonly drift: number;
  readonly size: number;
  readonly phase: number;
  readonly low: boolean;
}

/** What is behind the islands: a gradient, and clouds, far islands, stars and birds that drift by. */
export class Sky {
  readonly #kit: Kit;
  readonly #openings: Openings;
  /** The gradient, once per opening of the ground. */
  readonly #panes: readonly { readonly image: Phaser.GameObjects.Image; readonly opening: Opening }[];
  readonly #drifters: Drifter[] = [];
  /** Height at which the camera sees the sea of clouds where it belongs (tiles). */
  readonly #middle: number;
  readonly #sight: Opening = { left: 0, top: 0, right: 0, bottom: 0 };
  #time = 0;

  constructor(kit: Kit, arena: Arena, openings: Openings) {
    const { theme } = arena;
    this.#kit = kit;
    this.#middle = arena.height / 2;
    this.#paint(theme);
    this.#openings = openings;
    this.#panes = this.#openings.list.map((opening) => ({ image: addImage(kit, "sky", KEY), opening }));
    for (const [k, kind] of KINDS.entries()) {
      for (let i = 0; i < kind.count; i++) {
        const part = addPart(kit, "sky", kind.themed ? `${kind.sprite}-${themeName(theme)}` : kind.sprite);
        part.setAlpha(kind.alpha);
        const spread = (range: readonly [number, number], salt: number) =>
          range[0] + (range[1] - range[0]) * hash(i, k, salt);
        this.#drifters.push({
          part,
          sprite: kind.sprite,
          x: ((i + hash(i, k, 71)) / kind.count) * SPAN.x,
          y: hash(i, k, 72) * (kind.low ? 1 : SPAN.y),
          low: kind.low === true,
          depth: spread(kind.depth, 73),
          drift: kind.drift * (0.7 + 0.6 * hash(i, k, 74)),
          size: spread(kind.size, 75),
          phase: hash(i, k, 76) * Math.PI * 2,
        });
      }
    }
  }

  update(rig: CameraRig, dt: number): void {
    this.#time += dt;
    const { width, height } = this.#kit.scene.cameras.main;
    const margin = 1.02;
    const halfWidth = ((width / rig.zoom) * margin + 1) / 2;
    const halfHeight = ((height / rig.zoom) * margin + 1) / 2;
    const sight = this.#sight;
    sight.left = rig.x - halfWidth;
    sight.top = rig.y - halfHeight;
    sight.right = rig.x + halfWidth;
    sight.bottom = rig.y + halfHeight;
    for (const { image, opening } of this.#panes) showPart(image, opening, sight);
    const low = this.#kit.quality() === "low";
    for (const d of this.#drifters) {
      this.#place(d, rig, low);
      if (d.part.visible) d.part.visible = this.#isSeen(d.part);
    }
  }

  destroy(): void {
    for (const { image } of this.#panes) image.destroy();
    for (const drifter of this.#drifters) drifter.part.destroy();
    this.#kit.scene.textures.remove(KEY);
  }

  #place(d: Drifter, rig: CameraRig, low: boolean): void {
    const t = this.#time;
    const x = wrap(d.x + t * d.drift - rig.x * d.depth, SPAN.x);
    const height = this.#kit.scene.cameras.main.height / rig.zoom;
    const y = d.low
      ? height * (SEA.top + d.y * SEA.depth) - (rig.y - this.#middle) * d.depth
      : wrap(d.y - rig.y * d.depth, SPAN.y);
    d.part.visible = !low || (d.depth < 0.3 && !d.low);
    d.part.at(rig.x + x, rig.y + y);
    if (d.sprite === "glint") d.part.setAlpha(0.35 + 0.4 * Math.sin(t * 1.3 + d.phase));
    if (d.sprite === "bird") {
      d.part.y += Math.sin(t * 0.8 + d.phase) * 0.5;
      d.part.size(d.size, d.size * (0.55 + 0.45 * Math.sin(t * 9 + d.phase)));
    } else {
      if (d.sprite.startsWith("islet")) d.part.y += Math.sin(t * 0.5 + d.phase) * 0.15;
      d.part.size(d.size);
    }
  }

  /** Whether something is in sight and not hidden by the ground. */
  #isSeen(part: Part): boolean {
    const left = part.x - part.displayOriginX * part.scaleX;
    const top = part.y - part.displayOriginY * part.scaleY;
    const right = left + part.displayWidth;
    const bottom = top + part.displayHeight;
    const sight = this.#sight;
    if (right < sight.left || left > sight.right || bottom < sight.top || top > sight.bottom) return false;
    return !this.#openings.hides(left, top, right, bottom);
  }

  /** A gradient from top to bottom with a glow of the sun in the upper left, where the light comes from. */
  #paint(theme: string): void {
    const { canvas, context } = createCanvas(SIDE, SIDE);
    const { sky } = themeOf(theme);
    const fill = context.createLinearGradient(0, 0, 0, SIDE);
    sky.forEach((color, index) => {
      fill.addColorStop(index / (sky.length - 1), color);
    });
    context.fillStyle = fill;
    context.fillRect(0, 0, SIDE, SIDE);
    const glow = context.createRadialGradient(
      SIDE * 0.22,
      SIDE * 0.1,
      0,
      SIDE * 0.22,
      SIDE * 0.1,
      SIDE * 0.75,
    );
    glow.addColorStop(0, `${sky[2]}80`);
    glow.addColorStop(1, `${sky[2]}00`);
    context.fillStyle = glow;
    context.fillRect(0, 0, SIDE, SIDE);
    addTexture(this.#kit.scene.textures, KEY, canvas);
  }
}

/** Shows the part of a gradient over the whole `sight` that lies in an opening. */
function showPart(image: Phaser.GameObjects.Image, opening: Opening, sight: Opening): void {
  const left = Math.max(opening.left, sight.left);
  const top = Math.max(opening.top, sight.top);
  const right = Math.min(opening.right, sight.right);
  const bottom = Math.min(opening.bottom, sight.bottom);
  image.visible = right > left && bottom > top;
  if (!image.visible) return;
  const width = sight.right - sight.left;
  const height = sight.bottom - sight.top;
  image.setPosition((sight.left + sight.right) / 2, (sight.top + sight.bottom) / 2);
  image.setDisplaySize(width, height);
  const x = (left - sight.left) / width;
  const y = (top - sight.top) / height;
  image.setCrop(x * SIDE, y * SIDE, ((right - left) / width) * SIDE, ((bottom - top) / height) * SIDE);
}

/** Folds a position into -span/2 .. span/2. */
function wrap(value: number, span: number): number {
  return ((((value + span / 2) % span) + span) % span) - span / 2;
}
