import type { Page } from "playwright-core";
import { loadArenas } from "#server/arenas.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { waitFor } from "../../support/wait-for.ts";
import { figures, framesLater, PATIENCE, ticksLater, until } from "./game-page.ts";
import { distance, keysTowards, nextOnWay, type Place, standBehind, wayOut } from "./ways.ts";

/** An arena by its id. */
export function arenaOf(id: string): Arena {
  const arena = loadArenas().get(id);
  if (arena === undefined) throw new Error(`There is no arena "${id}".`);
  return arena;
}

/** How near (tiles) counts as there: what a key that is let go a little late runs on. */
const NEAR = 0.6;
/** Somebody who moves less than this (tiles) between two looks stands. */
const STILL = 0.005;
/** Pixels from the character to where the mouse points. */
const ARM = 60;
/** Radians that an aim may be off: a push hits what is up to 0.6 beside it. */
const AIM_SLACK = 0.2;
/** Ticks of holding the button until a push is fully charged, and a few for the way to the server. */
const CHARGE_TICKS = 46;

/** Somebody who plays on a page with keys and mouse, and sees only what the page shows. */
export class Driver {
  readonly page: Page;
  readonly #held = new Set<string>();

  constructor(page: Page) {
    this.page = page;
  }

  /** Holds just these keys (`KeyboardEvent.code`). */
  async hold(...codes: string[]): Promise<void> {
    for (const code of [...this.#held]) {
      if (codes.includes(code)) continue;
      this.#held.delete(code);
      await this.page.keyboard.up(code);
    }
    for (const code of codes) {
      if (this.#held.has(code)) continue;
      this.#held.add(code);
      await this.page.keyboard.down(code);
    }
  }

  /** Where the own character is drawn. */
  async place(): Promise<Place> {
    // Only what is asked for: on a busy machine the whole figures would come late.
    const place = await this.page.evaluate(() => {
      const { own } = window.pushback;
      return own && { x: own.x, y: own.y };
    });
    if (place === undefined) throw new Error("The page shows no own character.");
    return place;
  }

  /** Walks over safe ground to a place, or as near (tiles) as is wanted, and stops there. */
  async walkTo(arena: Arena, target: Place, near = NEAR): Promise<void> {
    await waitFor(
      `the way to ${target.x.toFixed(1)}, ${target.y.toFixed(1)}`,
      async () => {
        const at = await this.place();
        if (distance(at, target) < near) return true;
        const next = nextOnWay(arena, at, target);
        await this.hold(...keysTowards(at, next));
        return false;
      },
      { timeoutMs: PATIENCE },
    );
    await this.hold();
  }

  /** Runs straight over the nearest edge that can be reached so. */
  async runOff(arena: Arena): Promise<void> {
    const { sessionId } = await figures(this.page);
    await this.hold(wayOut(arena, await this.place()));
    await until(
      this.page,
      (id) => window.pushback.events.some((event) => event.type === "fall" && event.id === id),
      sessionId,
    );
    await this.hold();
  }

  /** Points with the mouse until the character looks in a direction (radians). */
  async aim(direction: number): Promise<void> {
    await waitFor(
      `the aim ${direction.toFixed(2)}`,
      async () => {
        // The camera follows the aim, so the character moves on the page while one points.
        const { ownOnPage } = await figures(this.page);
        if (ownOnPage === undefined) return false;
        const x = ownOnPage.x + Math.cos(direction) * ARM;
        const y = ownOnPage.y + Math.sin(direction) * ARM;
        await this.page.mouse.move(x, y);
        await framesLater(this.page, 2);
        const { own } = await figures(this.page);
        return own !== undefined && Math.abs(turn(own.aim, direction)) < AIM_SLACK;
      },
      { timeoutMs: PATIENCE },
    );
  }

  /** Holds the mouse button until the push is fully charged, and lets go. */
  async pushFully(): Promise<void> {
    await this.page.mouse.down();
    await ticksLater(this.page, CHARGE_TICKS);
    await this.page.mouse.up();
  }

  /** Steps up to somebody on the side away from the nearest edge, turns to them and pushes, until they fall. */
  async pushOff(arena: Arena, victimId: string): Promise<void> {
    const fell = () =>
      this.page.evaluate(
        (id) => window.pushback.events.some((event) => event.type === "fall" && event.id === id),
        victimId,
      );
    await waitFor(
      "the victim's fall",
      async () => {
        if (await fell()) return true;
        const victim = await this.restingPlaceOf(victimId);
        if (victim === undefined) return fell();
        const stand = standBehind(arena, victim);
        if (distance(await this.place(), stand) > NEAR) await this.walkTo(arena, stand);
        const me = await this.place();
        await this.aim(Math.atan2(victim.y - me.y, victim.x - me.x));
        await this.pushFully();
        await ticksLater(this.page, 30);
        return fell();
      },
      { timeoutMs: 2 * PATIENCE },
    );
  }

  /** Where somebody stands on this page once they stand still; undefined when they do not: they fell, or left. */
  async restingPlaceOf(id: string): Promise<Place | undefined> {
    let before: Place | undefined;
    const resting = async () => {
      const { own, others } = await figures(this.page);
      const now = [own, ...others].find((player) => player?.id === id);
      if (now === undefined || now.fall > 0) return undefined;
      const still = before !== undefined && distance(before, now) < STILL;
      before = { x: now.x, y: now.y };
      await framesLater(this.page, 2);
      await ticksLater(this.page, 4);
      return still && before;
    };
    return waitFor("somebody to stand still", resting).catch(() => undefined);
  }
}

/** Waits until a page draws somebody within `slack` tiles of a place. */
export function seesAt(page: Page, id: string, place: Place | undefined, slack: number): Promise<unknown> {
  if (place === undefined) throw new Error("There is no place to see anybody at.");
  return until(
    page,
    (wanted) => {
      const { own, others } = window.pushback;
      const who = [own, ...others].find((player) => player?.id === wanted.id);
      return who && Math.hypot(who.x - wanted.place.x, who.y - wanted.place.y) <= wanted.slack;
    },
    { id, place, slack },
  );
}

/** Waits until two pages draw somebody at rest in the same place, to `slack` tiles. A page that stands still is asked again. */
export function agreeOnRest(one: Driver, other: Driver, id: string, slack: number): Promise<unknown> {
  return waitFor("both pages to agree", async () => {
    const [here, there] = [await one.restingPlaceOf(id), await other.restingPlaceOf(id)];
    return here !== undefined && there !== undefined && distance(here, there) <= slack;
  });
}

/** The turn from one direction to another the short way around (radians). */
function turn(from: number, to: number): number {
  return Math.atan2(Math.sin(to - from), Math.cos(to - from));
}
