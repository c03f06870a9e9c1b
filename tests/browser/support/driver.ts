import type { Page } from "playwright-core";
import { loadArenas } from "#server/arenas.ts";
import { type Arena, DIRECTIONS, Tile, tileAt } from "#shared/arena/arena.ts";
import { waitFor } from "../../support/wait-for.ts";
import { figures, framesLater, PATIENCE, ticksLater, until } from "./game-page.ts";

/** A place in the arena (tiles). */
export interface Place {
  x: number;
  y: number;
}

/** An arena by its id. */
export function arenaOf(id: string): Arena {
  const arena = loadArenas().get(id);
  if (arena === undefined) throw new Error(`There is no arena "${id}".`);
  return arena;
}

const KEYS = { up: "KeyW", down: "KeyS", left: "KeyA", right: "KeyD" } as const;
/** How near (tiles) counts as there: what a key that is let go a little late runs on. */
const NEAR = 0.6;
/** Somebody who moves less than this (tiles) between two looks stands. */
const STILL = 0.005;
/** Pixels from the character to where the mouse points. */
const ARM = 60;
/** Radians that an aim may be off: a push hits what is up to 0.6 beside it. */
const AIM_SLACK = 0.2;
/** Tiles between two characters when one pushes the other: near enough for the full blow. */
const PUSH_DISTANCE = 1.3;
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

  /** Walks over safe ground to a place and stops there. */
  async walkTo(arena: Arena, target: Place): Promise<void> {
    await waitFor(
      `the way to ${target.x.toFixed(1)}, ${target.y.toFixed(1)}`,
      async () => {
        const at = await this.place();
        if (distance(at, target) < NEAR) return true;
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
    await this.hold(KEYS[wayOut(arena, await this.place())]);
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

export function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The centre of the nearest empty tile, outside of the map included. */
export function nearestVoid(arena: Arena, from: Place): Place {
  let best = { x: -0.5, y: from.y };
  for (let row = -1; row <= arena.height; row++) {
    for (let column = -1; column <= arena.width; column++) {
      if (tileAt(arena, column, row) !== Tile.Void) continue;
      const centre = { x: column + 0.5, y: row + 0.5 };
      if (distance(centre, from) < distance(best, from)) best = centre;
    }
  }
  return best;
}

/** A place on floor from which somebody is pushed towards the nearest edge, or as near to that as floor allows. */
function standBehind(arena: Arena, victim: Place): Place {
  const edge = nearestVoid(arena, victim);
  const away = Math.atan2(edge.y - victim.y, edge.x - victim.x);
  const places = [0, 1, -1, 2, -2].map((eighths) => {
    const angle = away + Math.PI + (eighths * Math.PI) / 4;
    return { x: victim.x + Math.cos(angle) * PUSH_DISTANCE, y: victim.y + Math.sin(angle) * PUSH_DISTANCE };
  });
  const place = places.find(({ x, y }) => tileAt(arena, Math.floor(x), Math.floor(y)) === Tile.Floor);
  if (place === undefined) throw new Error(`Nobody can stand behind ${victim.x}, ${victim.y}.`);
  return place;
}

/** What must not be around a tile that is walked on, from the most careful way of walking to the boldest. */
const CARE: readonly (readonly Tile[])[] = [[Tile.Void, Tile.Bumper], [Tile.Void], []];

/** Whether nobody comes to harm on a tile by being a little late. */
function isSafe(arena: Arena, column: number, row: number, dangers: readonly Tile[]): boolean {
  const tile = tileAt(arena, column, row);
  if (tile !== Tile.Floor && tile !== Tile.Conveyor) return false;
  const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => tileAt(arena, column + dx, row + dy)));
  return !around.some((neighbour) => dangers.includes(neighbour));
}

/** The middle of the tile to make for next on a shortest way that is as safe as can be; in the end the target. */
function nextOnWay(arena: Arena, from: Place, to: Place): Place {
  for (const dangers of CARE) {
    const next = firstStep(arena, from, to, dangers);
    if (next !== undefined) return next;
  }
  throw new Error(`There is no way from ${from.x}, ${from.y} to ${to.x}, ${to.y}.`);
}

function firstStep(arena: Arena, from: Place, to: Place, dangers: readonly Tile[]): Place | undefined {
  const { width } = arena;
  const indexOf = (place: Place) => Math.floor(place.y) * width + Math.floor(place.x);
  const start = indexOf(from);
  const goal = indexOf(to);
  // From the goal, so that the first tile with a known step is the next one on the way.
  const towards = new Map<number, number>([[goal, goal]]);
  const open = [goal];
  for (let index = open.shift(); index !== undefined && index !== start; index = open.shift()) {
    for (const step of [1, -1, width, -width]) {
      const neighbour = index + step;
      const safe = isSafe(arena, neighbour % width, Math.floor(neighbour / width), dangers);
      if (towards.has(neighbour) || (neighbour !== start && !safe)) continue;
      towards.set(neighbour, index);
      open.push(neighbour);
    }
  }
  const next = towards.get(start);
  if (next === undefined) return undefined;
  return next === goal ? to : { x: (next % width) + 0.5, y: Math.floor(next / width) + 0.5 };
}

/** The direction in which there is nothing but floor before the void, and least of it. */
function wayOut(arena: Arena, from: Place): keyof typeof KEYS {
  const ways = (["right", "down", "left", "up"] as const).map((key, index) => {
    const { x, y } = DIRECTIONS[index] ?? DIRECTIONS[0];
    const tile = (far: number) => tileAt(arena, Math.floor(from.x) + x * far, Math.floor(from.y) + y * far);
    let far = 0;
    while (tile(far) === Tile.Floor) far += 1;
    return { key, far: tile(far) === Tile.Void ? far : Number.POSITIVE_INFINITY };
  });
  const nearest = ways.reduce((best, way) => (way.far < best.far ? way : best));
  if (!Number.isFinite(nearest.far))
    throw new Error(`There is no straight way off from ${from.x}, ${from.y}.`);
  return nearest.key;
}

function keysTowards(from: Place, to: Place): string[] {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const far = Math.max(Math.abs(dx), Math.abs(dy));
  const keys: string[] = [];
  if (Math.abs(dx) > far * 0.4) keys.push(dx > 0 ? KEYS.right : KEYS.left);
  if (Math.abs(dy) > far * 0.4) keys.push(dy > 0 ? KEYS.down : KEYS.up);
  return keys;
}

/** The turn from one direction to another the short way around (radians). */
function turn(from: number, to: number): number {
  return Math.atan2(Math.sin(to - from), Math.cos(to - from));
}
