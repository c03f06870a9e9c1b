import type { CDPSession, Locator, Page } from "playwright-core";
import type { Place } from "./ways.ts";

/** Fingers on the glass of a page, any number at once, as the browser gets them from a real screen. */
export class Fingers {
  readonly #session: CDPSession;
  readonly #places = new Map<number, Place>();

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** Puts a finger down at a point of the page (CSS pixels). */
  down(finger: number, at: Place): Promise<void> {
    return this.#send("touchStart", finger, at);
  }

  move(finger: number, to: Place): Promise<void> {
    return this.#send("touchMove", finger, to);
  }

  /** Lifts a finger where it is. */
  up(finger: number): Promise<void> {
    const at = this.#places.get(finger);
    if (at === undefined) throw new Error(`Finger ${finger} is not down.`);
    return this.#send("touchEnd", finger, at);
  }

  /** Tells of the one finger that does something; the browser remembers where the others are. */
  async #send(type: "touchStart" | "touchMove" | "touchEnd", finger: number, at: Place): Promise<void> {
    this.#places.set(finger, at);
    const touchPoints = [{ id: finger, x: at.x, y: at.y }];
    await this.#session.send("Input.dispatchTouchEvent", { type, touchPoints });
  }
}

/** The middle of an element (CSS pixels of the page). */
export async function middleOf(locator: Locator): Promise<Place> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not on the page.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
