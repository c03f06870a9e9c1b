import type { Page } from "playwright-core";
import { until } from "./game-page.ts";

/** Buttons of the standard mapping. */
const BUTTON = {
  a: 0,
  b: 1,
  x: 2,
  y: 3,
  lb: 4,
  rb: 5,
  start: 9,
  up: 12,
  down: 13,
  left: 14,
  right: 15,
} as const;
export type PadButton = keyof typeof BUTTON;

/** Steps that a way through a menu may take. */
const WAY_LIMIT = 60;

interface PadWindow {
  pad: { axes: number[]; buttons: { pressed: boolean; touched: boolean; value: number }[] };
}

/** A gamepad that is plugged into a page and played by hand. */
export class FakePad {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async on(page: Page): Promise<FakePad> {
    await page.evaluate(() => {
      const button = () => ({ pressed: false, touched: false, value: 0 });
      const pad = {
        index: 0,
        connected: true,
        mapping: "standard",
        axes: [0, 0, 0, 0],
        buttons: Array.from({ length: 17 }, button),
      };
      Object.assign(window, { pad });
      Object.defineProperty(navigator, "getGamepads", { value: () => [pad, null, null, null] });
      window.dispatchEvent(new Event("gamepadconnected"));
    });
    return new FakePad(page);
  }

  /** Holds the sticks: left x and y, right x and y. */
  async sticks(...axes: number[]): Promise<void> {
    await this.#page.evaluate((values) => {
      (window as unknown as PadWindow).pad.axes = values;
    }, axes);
    await this.#seen();
  }

  /** Holds a button down, or lets it go, until the page has looked. */
  async hold(button: PadButton, pressed: boolean): Promise<void> {
    await this.#page.evaluate(
      ([index, down]) => {
        const { pad } = window as unknown as PadWindow;
        pad.buttons[index] = { pressed: down, touched: down, value: Number(down) };
      },
      [BUTTON[button], pressed] as const,
    );
    await this.#seen();
  }

  /**
   * Presses a button and lets it go, in the page: a direction that is held for longer than a stall of a busy machine counts as
   * held, and is repeated. Whatever reads pads has asked for the next frame before this does, and so looks first.
   */
  async press(button: PadButton, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) {
      await this.#page.evaluate((index) => {
        const { pad } = window as unknown as PadWindow;
        const set = (down: boolean) => {
          pad.buttons[index] = { pressed: down, touched: down, value: Number(down) };
        };
        set(true);
        return new Promise<void>((looked) =>
          requestAnimationFrame(() => {
            set(false);
            looked();
          }),
        );
      }, BUTTON[button]);
      await this.#seen();
    }
  }

  /** Takes the focus to an element of the topmost dialogue or the screen, as a person would: towards it, and never twice the same way. */
  async goTo(selector: string): Promise<void> {
    const tried = new Set<string>();
    for (let step = 0; step < WAY_LIMIT; step++) {
      const way = await this.#page.evaluate((wanted) => {
        const middle = (element: Element) => {
          const { left, right, top, bottom } = (element.closest("label") ?? element).getBoundingClientRect();
          return { x: (left + right) / 2, y: (top + bottom) / 2 };
        };
        const target = [...document.querySelectorAll(wanted)].at(-1);
        const { activeElement } = document;
        if (!target || !activeElement) return undefined;
        if (target === activeElement) return { x: 0, y: 0, there: true };
        const from = middle(activeElement);
        const to = middle(target);
        return { x: to.x - from.x, y: to.y - from.y, there: false };
      }, selector);
      if (way === undefined) throw new Error(`${selector} is not on the page.`);
      if (way.there) return;
      const here = await this.#focus();
      const upright = way.y > 0 ? (["down", "up"] as const) : (["up", "down"] as const);
      const sideways = way.x > 0 ? (["right", "left"] as const) : (["left", "right"] as const);
      const first = Math.abs(way.y) > 8 ? upright : sideways;
      const second = first === upright ? sideways : upright;
      const next = [first[0], second[0], first[1], second[1]].find((each) => !tried.has(`${each} ${here}`));
      if (next === undefined) break;
      tried.add(`${next} ${here}`);
      await this.press(next);
    }
    throw new Error(`A gamepad does not get to ${selector}, only to ${await this.#focus()}.`);
  }

  /** Goes to an element and presses A. */
  async choose(selector: string): Promise<void> {
    await this.goTo(selector);
    await this.press("a");
  }

  #focus(): Promise<string> {
    return this.#page.evaluate(() => {
      const { activeElement } = document;
      const { id = "", textContent = "" } = activeElement ?? {};
      const { testid = "", cue = "" } = activeElement instanceof HTMLElement ? activeElement.dataset : {};
      const value =
        activeElement instanceof HTMLInputElement ? `${activeElement.name} ${activeElement.value}` : "";
      return [activeElement?.tagName, testid, cue, id, value, textContent].join(" ");
    });
  }

  /** Waits until the page has looked at the pad, and drawn what came of it. */
  async #seen(): Promise<void> {
    await this.#page.evaluate(
      () =>
        new Promise((seen) =>
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(seen))),
        ),
    );
  }
}

/** The selector of a test id. */
export function byId(testId: string): string {
  return `[data-testid="${testId}"]`;
}

/** Waits until an element has the focus. */
export function untilFocused(page: Page, selector: string): Promise<unknown> {
  return until(page, (wanted) => document.activeElement?.matches(wanted) === true, selector);
}

/**
 * Everything in the topmost dialogue or on the screen that arrow keys do not lead to: their ways are those of a gamepad.
 * An empty list is a menu without a trap.
 */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const dialogs = [...document.querySelectorAll("dialog[open]")];
    const scope = dialogs.at(-1) ?? document.querySelector(".screen");
    if (!scope) return ["no menu is open"];
    const all = [...scope.querySelectorAll<HTMLElement>("button, a[href], input, summary")].filter(
      (element) => !element.matches(":disabled") && element.checkVisibility(),
    );
    const seen = new Set<Element>();
    const open: HTMLElement[] = [];
    const come = (element: Element | null) => {
      if (!(element instanceof HTMLElement) || !scope.contains(element) || seen.has(element)) return;
      seen.add(element);
      open.push(element);
    };
    come(document.activeElement);
    for (let from = open.pop(); from !== undefined; from = open.pop()) {
      for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
        from.focus();
        from.dispatchEvent(new KeyboardEvent("keydown", { key, code: key, bubbles: true, cancelable: true }));
        come(document.activeElement);
      }
    }
    return all.filter((element) => !seen.has(element)).map((element) => element.outerHTML.slice(0, 120));
  });
}
