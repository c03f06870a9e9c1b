import type Phaser from "phaser";
import type { Arena } from "#shared/arena/arena.ts";
import type { CameraRig } from "../camera-rig.ts";
import { addImage, addPart, type Kit } from "../kit.ts";
import { hash } from "../maths/hash.ts";
import type { Part } from "../sprites/part.ts";
import { addTexture, createCanvas } from "../sprites/rasterise.ts";
import { themeName, themeOf } from "../themes.ts";
import { KINDS } from "./kinds.ts";
import type { Opening, Openings } from "./openings.ts";

const KEY = "sky";
/** Side of the gradient (pixels): it is stretched over the window. */
const SIDE = 256;
/** The strip of sky that repeats around the camera (tiles): wider than any window shows. */
const SPAN = { x: 46, y: 34 } as const;

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
  /** Whether it goes up and down. */
  readonly floats: boolean;
  /** How far it reaches from its place, at its largest (tiles). */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is behind the islands: a gradient, and clouds, far islands, stars and birds that drift by. */
export class Sky {
  readonly #kit: Kit;
  #openings: Openings;
  /** The gradient, once per opening of the ground. */
  #panes: readonly { readonly image: Phaser.GameObjects.Image; readonly opening: Opening }[];
  readonly #drifters: Drifter[] = [];
  /** Height at which the camera sees the sea of clouds where it belongs (tiles). */
  readonly #middle: number;
  readonly #sight: Opening = { left: 0, top: 0, right: 0, bottom: 0 };
  /** What one of the drifters covers; reused. */
  readonly #box: Opening = { left: 0.5, top: 0.5, right: 0.5, bottom: 0.5 };
  #time = 0;
  /** Of the window (tiles). */
  #height = 0;

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
        const size = kind.size[0] + (kind.size[1] - kind.size[0]) * hash(i, k, 75);
        part.size(size);
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
          size,
          phase: hash(i, k, 76) * Math.PI * 2,
          floats: kind.sprite.startsWith("islet"),
          left: part.displayOriginX * part.scaleX,
          right: (part.width - part.displayOriginX) * part.scaleX,
          top: part.displayOriginY * part.scaleY,
          bottom: (part.height - part.displayOriginY) * part.scaleY,
        });
      }
    }
  }

  /** The ground has another shape from now on. */
  reshape(openings: Openings): void {
    for (const { image } of this.#panes) image.destroy();
    this.#openings = openings;
    this.#panes = openings.list.map((opening) => ({ image: addImage(this.#kit, "sky", KEY), opening }));
    // The gradient is behind all that drifts in it.
    for (const { part } of this.#drifters) this.#kit.layers.sky.bringToTop(part);
  }

  update(rig: CameraRig, dt: number): void {
    if (this.#kit.settings().moves.drifts) this.#time += dt;
    const { width, height } = this.#kit.scene.cameras.main;
    const margin = 1.02;
    const halfWidth = ((width / rig.zoom) * margin + 1) / 2;
    const halfHeight = ((height / rig.zoom) * margin + 1) / 2;
    const sight = this.#sight;
    sight.left = rig.x - halfWidth;
    sight.top = rig.y - halfHeight;
    sight.right = rig.x + halfWidth;
    sight.bottom = rig.y + halfHeight;
    for (let i = 0; i < this.#panes.length; i++) {
      const pane = this.#panes[i];
      if (pane !== undefined) showPart(pane.image, pane.opening, sight);
    }
    this.#height = height / rig.zoom;
    const low = this.#kit.quality() === "low";
    const { x, y } = rig;
    for (let i = 0; i < this.#drifters.length; i++) {
      const d = this.#drifters[i];
      if (d === undefined) continue;
      if (low && (d.depth >= 0.3 || d.low)) d.part.visible = false;
      else this.#place(d, x, y);
    }
  }

  destroy(): void {
    for (const { image } of this.#panes) image.destroy();
    for (const drifter of this.#drifters) drifter.part.destroy();
    this.#kit.scene.textures.remove(KEY);
  }

  /** Places one of the drifters, if it is in sight and not hidden by the ground, for a camera at a place (tiles). */
  #place(d: Drifter, eyeX: number, eyeY: number): void {
    const t = this.#time;
    const { part, depth } = d;
    const x = eyeX + wrap(d.x + t * d.drift - eyeX * depth, SPAN.x);
    let y = d.low
      ? eyeY + this.#height * (SEA.top + d.y * SEA.depth) - (eyeY - this.#middle) * depth
      : eyeY + wrap(d.y - eyeY * depth, SPAN.y);
    if (d.sprite === "bird") y += Math.sin(t * 0.8 + d.phase) * 0.5;
    else if (d.floats) y += Math.sin(t * 0.5 + d.phase) * 0.15;
    // Most are not: nothing is written down of those.
    const sight = this.#sight;
    const isAside = x + d.right < sight.left || x - d.left > sight.right;
    part.visible = !isAside && y + d.bottom >= sight.top && y - d.top <= sight.bottom;
    if (!part.visible) return;
    const box = this.#box;
    box.left = x - d.left;
    box.top = y - d.top;
    box.right = x + d.right;
    box.bottom = y + d.bottom;
    part.visible = !this.#openings.hides(box);
    if (!part.visible) return;
    part.x = x;
    part.y = y;
    if (d.sprite === "glint") part.alpha = 0.35 + 0.4 * Math.sin(t * 1.3 + d.phase);
    if (d.sprite === "bird") part.size(d.size, d.size * (0.55 + 0.45 * Math.sin(t * 9 + d.phase)));
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
