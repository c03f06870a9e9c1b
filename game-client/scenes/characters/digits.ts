import type { Kit } from "../kit.ts";
import type { Piece } from "../sprites/art.ts";
import { GLYPH_TONES, GLYPHS } from "../sprites/glyphs.ts";
import { Part } from "../sprites/part.ts";
import { PlainContainer } from "../sprites/plain-tree.ts";
import { giveShape } from "../sprites/shape.ts";

/** Share of a digit's width that neighbours overlap: their outlines melt into one. */
const OVERLAP = 0.2;

/** A short number in the picture. Changing it allocates nothing when the text stays. */
export class Digits extends PlainContainer {
  // Not `#kit`: see `giveShape`.
  private readonly kit: Kit;
  private readonly parts: Part[] = [];
  private text = "";
  private tone = -1;

  constructor(kit: Kit, most: number) {
    super(kit.scene, 0, 0);
    giveShape(this);
    this.kit = kit;
    for (let i = 0; i < most; i++) {
      const part = new Part(kit.scene, kit.art.piece("glyph-0-0"));
      part.visible = false;
      this.parts.push(part);
      this.add(part);
    }
  }

  /** Shows a text of `GLYPHS` in one of `GLYPH_TONES`. */
  write(text: string, tone: number): this {
    if (text === this.text && tone === this.tone) return this;
    this.text = text;
    this.tone = tone;
    const pieces: Piece[] = [];
    for (const character of text) {
      if (GLYPHS.includes(character)) pieces.push(this.kit.art.piece(`glyph-${tone}-${character}`));
    }
    let x = -pieces.reduce((sum, piece) => sum + piece.width * (1 - OVERLAP), 0) / 2;
    this.parts.forEach((part, index) => {
      const piece = pieces[index];
      part.visible = piece !== undefined;
      if (!piece) return;
      const advance = piece.width * (1 - OVERLAP);
      part.wear(piece).at(x + advance / 2, 0);
      x += advance;
    });
    return this;
  }
}

/** Tone for an amount of wobble (percent): white, yellow, orange, red. */
export function wobbleTone(wobble: number): number {
  return Math.min(GLYPH_TONES.length - 1, Math.floor(wobble / 45));
}
