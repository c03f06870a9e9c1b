import type { ChatLine } from "#shared/talk.ts";

/**
 * Tells lines of a room that are new from those that came before: all of them come again after a drop. A room that was brought
 * back has lost its last second, and gives the numbers of what was said in it out again.
 */
export class NewLines {
  /** Number and step of the newest line. */
  #newest = 0;
  #newestTick = 0;

  /** Those of these lines that have not come before. */
  of(lines: readonly ChatLine[]): ChatLine[] {
    return lines.filter(({ number, tick }) => {
      if (number <= this.#newest && tick <= this.#newestTick) return false;
      this.#newest = number;
      this.#newestTick = tick;
      return true;
    });
  }
}
