/** Where something lies on a sheet (pixels). */
export interface Slot {
  readonly x: number;
  readonly y: number;
}

/** Gap between neighbours (pixels), so that filtering does not bleed. */
const GAP = 2;

/** Packs rectangles on a sheet row by row; give the tallest first. */
export class Shelves {
  readonly #width: number;
  readonly #height: number;
  #x = GAP;
  #y = GAP;
  #shelf = 0;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** Room for a rectangle, or undefined when the sheet is full. */
  place(width: number, height: number): Slot | undefined {
    if (this.#x + width + GAP > this.#width) {
      this.#x = GAP;
      this.#y += this.#shelf + GAP;
      this.#shelf = 0;
    }
    if (this.#x + width + GAP > this.#width || this.#y + height + GAP > this.#height) return undefined;
    const slot = { x: this.#x, y: this.#y };
    this.#x += width + GAP;
    this.#shelf = Math.max(this.#shelf, height);
    return slot;
  }
}
