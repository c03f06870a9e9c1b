import { ticks } from "#shared/tunables.ts";

/** Pixels that a mouse has to move to take over from keys or from another device: tables get bumped. */
const TAKEOVER_PX = 8;
/** Samples without a mouse movement after which the arrow keys take over the aim. */
const STILL = ticks(1.5);
/**
 * Samples without mouse and keys after which the aim stays as it is, until one of them is used again: else whoever is away would
 * seem to aim when others push their character about below the mouse.
 */
const LAID_DOWN = ticks(10);

/**
 * Where the mouse is, and whether it is used at all: who plays with the keyboard alone aims by moving.
 * The mouse has the aim from its first real movement until it lies still and arrow keys are used.
 */
export class Pointer {
  /** CSS pixels of the page. */
  x = 0;
  y = 0;
  #aims = false;
  #stillSamples = 0;
  #unusedSamples = 0;
  #anchorX = 0;
  #anchorY = 0;

  /** Whether the mouse aims. */
  get aims(): boolean {
    return this.#aims && this.#unusedSamples < LAID_DOWN;
  }

  /** The mouse is at this point; true when that counts as using it, which `idle` makes harder. */
  moveTo(x: number, y: number, idle: boolean): boolean {
    const moved = x !== this.x || y !== this.y;
    this.x = x;
    this.y = y;
    const far = Math.hypot(x - this.#anchorX, y - this.#anchorY) > TAKEOVER_PX;
    if (!moved || ((idle || !this.aims) && !far)) return false;
    this.use();
    return true;
  }

  /** The mouse is used: it has the aim. */
  use(): void {
    this.#aims = true;
    this.#stillSamples = 0;
    this.#unusedSamples = 0;
    this.#anchorX = this.x;
    this.#anchorY = this.y;
  }

  /** One sample has passed; `held` when any key or button is held, `arrows` when an arrow key is. */
  tick(held: boolean, arrows: boolean): void {
    this.#unusedSamples = held ? 0 : Math.min(this.#unusedSamples + 1, LAID_DOWN);
    this.#stillSamples = Math.min(this.#stillSamples + 1, STILL);
    if (arrows && this.#stillSamples === STILL) this.lay();
  }

  /** The mouse has to move before it aims (again). */
  lay(): void {
    this.#aims = false;
    this.#anchorX = this.x;
    this.#anchorY = this.y;
  }
}
