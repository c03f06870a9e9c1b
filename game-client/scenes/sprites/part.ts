import type Phaser from "phaser";
import type { Piece } from "./art.ts";
import { CulledImage } from "./culled-image.ts";
import { giveShape } from "./shape.ts";

/** A picture in the world that is placed and sized in tiles, whatever its sprite was rasterised at. */
export class Part extends CulledImage {
  // Not `#unit`: see `giveShape`.
  private unit: number;
  private frameName: string;

  constructor(scene: Phaser.Scene, piece: Piece) {
    super(scene, 0, 0, piece.texture, piece.frame);
    this.unit = piece.scale;
    this.frameName = piece.frame;
    giveShape(this).setOrigin(piece.originX, piece.originY).setScale(piece.scale);
  }

  /** Shows another sprite. */
  wear(piece: Piece): this {
    if (piece.frame === this.frameName) return this;
    this.frameName = piece.frame;
    this.unit = piece.scale;
    if (this.texture.key === piece.texture) this.setFrame(piece.frame);
    else this.setTexture(piece.texture, piece.frame);
    return this.setOrigin(piece.originX, piece.originY).setScale(piece.scale);
  }

  /** Size relative to that of the drawing. */
  size(x: number, y = x): this {
    this.scaleX = x * this.unit;
    this.scaleY = y * this.unit;
    return this;
  }

  at(x: number, y: number): this {
    this.x = x;
    this.y = y;
    return this;
  }
}
