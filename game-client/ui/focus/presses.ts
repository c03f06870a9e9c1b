import { DIRECTIONS, type MenuPress } from "../../input/menu-pad.ts";

/** A held direction is pressed again after the first time (ms), and then each time the second has passed. */
export const REPEAT_AFTER_MS = 380;
export const REPEAT_EVERY_MS = 95;

const REPEATING: ReadonlySet<MenuPress> = new Set(DIRECTIONS);

/** Turns what is held at each moment into presses: one when it goes down, and for directions more while it stays down. */
export class Presses {
  /** When each held button is due again (ms); infinity for never. */
  readonly #due = new Map<MenuPress, number>();

  /** Nothing is down. */
  get areOver(): boolean {
    return this.#due.size === 0;
  }

  /** What is down. */
  get held(): ReadonlySet<MenuPress> {
    return new Set(this.#due.keys());
  }

  /** The presses of this moment (`nowMs`, any even clock). */
  next(held: ReadonlySet<MenuPress>, nowMs: number): MenuPress[] {
    const presses: MenuPress[] = [];
    for (const press of this.#due.keys()) if (!held.has(press)) this.#due.delete(press);
    for (const press of held) {
      const due = this.#due.get(press);
      if (due !== undefined && nowMs < due) continue;
      presses.push(press);
      const wait = due === undefined ? REPEAT_AFTER_MS : REPEAT_EVERY_MS;
      this.#due.set(press, REPEATING.has(press) ? nowMs + wait : Number.POSITIVE_INFINITY);
    }
    return presses;
  }

  /** What is held now is no press until it has been let go: it belongs to what was on the screen before. */
  swallow(held: ReadonlySet<MenuPress>): void {
    this.#due.clear();
    for (const press of held) this.#due.set(press, Number.POSITIVE_INFINITY);
  }
}
