import type Phaser from "phaser";
import { themeName, themeOf } from "../arena/themes.ts";
import type { CameraRig } from "../camera-rig.ts";
import { addImage, addPart, type Kit } from "../kit.ts";
import { hash } from "../maths/hash.ts";
import type { Part } from "../sprites/part.ts";
import { addTexture, createCanvas } from "../sprites/rasterise.ts";

const KEY = "sky";
/** Rows of the gradient: it is stretched over the window. */
const ROWS = 256;
/** The strip of sky that repeats around the camera (tiles): wider than any window shows. */
const SPAN = { x: 46, y: 34 } as const;

/** A kind of thing in the sky: how many, how far (0 stands still on screen, 1 is at the island), how fast. */
const KINDS = [
  { sprite: "glint", count: 26, depth: [0.02, 0.05], drift: 0, size: [0.5, 1.3], alpha: 0.75, themed: false },
  {
    sprite: "cloud-3",
    count: 7,
    depth: [0.06, 0.1],
    drift: 0.05,
    size: [0.7, 1.1],
    alpha: 0.35,
    themed: true,
  },
  { sprite: "islet-2", count: 3, depth: [0.1, 0.16], drift: 0, size: [0.6, 0.9], alpha: 0.75, themed: true },
  {
    sprite: "cloud-2",
    count: 6,
    depth: [0.14, 0.22],
    drift: 0.12,
    size: [0.9, 1.4],
    alpha: 0.5,
    themed: true,
  },
  { sprite: "islet-1", count: 3, depth: [0.2, 0.28], drift: 0, size: [0.8, 1.2], alpha: 0.92, themed: true },
  { sprite: "cloud-1", count: 5, depth: [0.3, 0.45], drift: 0.22, size: [1, 1.7], alpha: 0.62, themed: true },
  { sprite: "bird", count: 4, depth: [0.3, 0.4], drift: 0.9, size: [0.7, 1.1], alpha: 0.8, themed: false },
] as const;

interface Drifter {
  readonly part: Part;
  readonly sprite: string;
  readonly x: number;
  readonly y: number;
  readonly depth: number;
  readonly drift: number;
  readonly size: number;
  readonly phase: number;
}

/** What is behind the islands: a gradient, and clouds, far islands, stars and birds that drift by. */
export class Sky {
  readonly #kit: Kit;
  readonly #gradient: Phaser.GameObjects.Image;
  readonly #drifters: Drifter[] = [];
  #time = 0;

  constructor(kit: Kit, theme: string) {
    this.#kit = kit;
    this.#paint(theme);
    this.#gradient = addImage(kit, "sky", KEY);
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
          y: hash(i, k, 72) * SPAN.y,
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
    this.#gradient.setPosition(rig.x, rig.y);
    this.#gradient.setDisplaySize((width / rig.zoom) * margin + 1, (height / rig.zoom) * margin + 1);
    const low = this.#kit.settings().effects === "low";
    for (const d of this.#drifters) this.#place(d, rig, low);
  }

  destroy(): void {
    this.#gradient.destroy();
    for (const drifter of this.#drifters) drifter.part.destroy();
    this.#kit.scene.textures.remove(KEY);
  }

  #place(d: Drifter, rig: CameraRig, low: boolean): void {
    const t = this.#time;
    const x = wrap(d.x + t * d.drift - rig.x * d.depth, SPAN.x);
    const y = wrap(d.y - rig.y * d.depth, SPAN.y);
    d.part.visible = !low || d.depth < 0.3;
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

  #paint(theme: string): void {
    const { canvas, context } = createCanvas(4, ROWS);
    const fill = context.createLinearGradient(0, 0, 0, ROWS);
    themeOf(theme).sky.forEach((color, index, list) => {
      fill.addColorStop(index / (list.length - 1), color);
    });
    context.fillStyle = fill;
    context.fillRect(0, 0, 4, ROWS);
    addTexture(this.#kit.scene.textures, KEY, canvas);
  }
}

/** Folds a position into -span/2 .. span/2. */
function wrap(value: number, span: number): number {
  return ((((value + span / 2) % span) + span) % span) - span / 2;
}
