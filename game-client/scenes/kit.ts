import type Phaser from "phaser";
import type { DrawnSettings } from "../session/motion.ts";
import type { Quality } from "./quality.ts";
import type { Art } from "./sprites/art.ts";
import { CulledImage } from "./sprites/culled-image.ts";
import type { LabelBook } from "./sprites/label-book.ts";
import type { LookBook } from "./sprites/look-book.ts";
import { Part } from "./sprites/part.ts";
import { giveShape } from "./sprites/shape.ts";

/** The layers by name; their order from the bottom up is that of `createLayers`. */
export type LayerName =
  | "sky"
  | "abyss"
  | "ground"
  | "tiles"
  | "marks"
  | "shadows"
  | "actors"
  | "effects"
  | "bend"
  | "labels"
  | "overlay";

/** What every part of the picture draws with. */
export interface Kit {
  readonly scene: Phaser.Scene;
  readonly art: Art;
  readonly looks: LookBook;
  readonly labels: LabelBook;
  readonly layers: Readonly<Record<LayerName, Phaser.GameObjects.Layer>>;
  /** The settings as they are at this moment. */
  settings(): DrawnSettings;
  /** How much to draw: what the settings allow, or less on a slow machine. */
  quality(): Quality;
}

/** Creates the layers, what is drawn first first. Only the actors are sorted among each other. */
export function createLayers(scene: Phaser.Scene): Kit["layers"] {
  const layer = () => scene.add.layer();
  return {
    sky: layer(),
    abyss: layer(),
    ground: layer(),
    tiles: layer(),
    marks: layer(),
    shadows: layer(),
    actors: layer(),
    effects: layer(),
    bend: layer(),
    labels: layer(),
    overlay: layer(),
  };
}

/** Adds a sprite to a layer. */
export function addPart(kit: Kit, layer: LayerName, name: string): Part {
  const part = new Part(kit.scene, kit.art.piece(name));
  kit.layers[layer].add(part);
  return part;
}

/** Adds a picture of a texture of its own to a layer. */
export function addImage(kit: Kit, layer: LayerName, key: string, frame?: string): Phaser.GameObjects.Image {
  const image = giveShape(new CulledImage(kit.scene, 0, 0, key, frame));
  kit.layers[layer].add(image);
  return image;
}
