import type { Page } from "playwright-core";
import { afterEach, describe, it } from "vitest";
import { Effect } from "#shared/simulation/pickups/effect.ts";
import { PICKUP_NAMES, type PickupName } from "#shared/simulation/pickups/table.ts";
import { glowOf } from "#shared/simulation/things/pickup.ts";
import { addThing } from "#shared/simulation/things/things.ts";
import { Action, type Player } from "#shared/simulation/types.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { useDirector } from "./support/director.ts";
import { stopAt } from "./support/film.ts";
import { ticksLater, until } from "./support/game-page.ts";
import { calm } from "./support/moments.ts";
import { DEVICES } from "./support/shapes.ts";
import { playAsStar } from "./support/star-page.ts";

/** Where there is room on the meadow for two who face each other, and the void beside it (tiles). */
const HOME = { x: 4, y: 10 };
const VICTIM = { x: 7, y: 10 };
const NEAR = { x: 5.8, y: 10 };
const VOID = { x: 10, y: 10 };

/** Puts the star somewhere, whatever has happened to them. */
function put(star: Player, { x, y }: { x: number; y: number }): void {
  Object.assign(star, { x, y, vx: 0, vy: 0, action: Action.Idle });
}

/** Lets the star push to the east. */
async function push(page: Page): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await page.mouse.move(width * 0.9, height / 2);
  await ticksLater(page, 10);
  await page.mouse.down();
  await ticksLater(page, 12);
  await page.mouse.up();
}

type Shot = (name: string) => Promise<void>;

/** What is to be seen of a pickup when it is used. */
const USES: Partial<Record<PickupName, (page: Page, shot: Shot) => Promise<void>>> = {
  async mega(page, shot) {
    await stopAt(
      page,
      "push",
      5,
      () => push(page),
      () => shot("mega-used"),
    );
  },
  async hook(page, shot) {
    await stopAt(
      page,
      "push",
      4,
      () => push(page),
      () => shot("hook-flies"),
    );
    await director().act((_, star) => void Object.assign(star, { ...HOME, effect: Effect.Hook }));
    await ticksLater(page, TICK_RATE / 2);
    await stopAt(
      page,
      "hook",
      3,
      () => push(page),
      () => shot("hook-catches"),
    );
  },
  async banana(page, shot) {
    await stopAt(
      page,
      "dash",
      12,
      () => page.keyboard.press("ShiftLeft"),
      () => shot("banana-dropped"),
    );
    const slip = () =>
      director().act((world) => void addThing(world, { kind: "peel", ...VICTIM, owner: "", until: 0 }));
    await stopAt(page, "slip", 8, slip, () => shot("banana-slip"));
  },
  async bubble(page, shot) {
    await director().act((_, star) => void Object.assign(star, { ...VOID, vx: 0, vy: 0, effectTicks: 100 }));
    await ticksLater(page, TICK_RATE / 2);
    await shot("bubble-floats");
    await director().act((world, star) => {
      put(star, HOME);
      star.effect = Effect.None;
      const bot = [...world.players.values()].find((player) => player.bot);
      if (bot !== undefined) Object.assign(bot, { ...NEAR, effect: Effect.Bubble, effectTicks: 250 });
    });
    await ticksLater(page, TICK_RATE / 2);
    await stopAt(
      page,
      "pop",
      4,
      () => push(page),
      () => shot("bubble-pops"),
    );
  },
};

const director = useDirector();
const open = useBrowser();
afterEach(() => director().always(undefined));

describe.runIf(NIGHTLY)("a picture of", () => {
  it.each(DEVICES)(
    "each pickup: lying, taken and in use, on a %s",
    { timeout: 300_000 },
    async (device, about) => {
      const opened = await playAsStar(director(), open, about, {
        mode: "brawl",
        arena: "meadow",
        bots: 3,
        timeLimit: 300,
      });
      const { page } = opened;
      await until(page, () => window.pushback.own?.fall === 0, undefined);
      const shot = (name: string) => opened.screenshot(`looks-pickup-${name}-${device}`);
      director().always((world, star) => {
        world.pickups.wait = TICK_RATE;
        star.protectTicks = 0;
        calm(world);
        const bots = [...world.players.values()].filter(({ bot }) => bot);
        for (const [index, bot] of bots.entries())
          if (index > 0) Object.assign(bot, { x: 24 + index, y: 10, vx: 0, vy: 0 });
          else if (bot.effect !== Effect.Slip) {
            const place = bot.effect === Effect.Bubble ? NEAR : VICTIM;
            Object.assign(bot, { ...place, vx: 0, vy: 0, wobble: 30, protectTicks: 0 });
          }
      });
      for (const name of PICKUP_NAMES) {
        await director().act((world, star) => {
          put(star, HOME);
          Object.assign(star, { wobble: 60, effect: Effect.None, effectTicks: 0 });
          world.things.clear();
          addThing(world, { kind: name, x: HOME.x, y: HOME.y - 1.7, owner: "", until: 0 });
          addThing(world, { kind: glowOf(name), x: HOME.x + 1.7, y: HOME.y - 1.2, owner: "", until: 0 });
        });
        await ticksLater(page, TICK_RATE / 2);
        await shot(`${name}-lies`);
        const give = () =>
          director().act((world, star) => {
            put(star, HOME);
            addThing(world, { kind: name, ...HOME, owner: "", until: 0 });
          });
        await stopAt(page, "pickup", 5, give, () => shot(`${name}-taken`));
        await ticksLater(page, TICK_RATE / 2);
        await shot(`${name}-worn`);
        // Keys and a mouse aim well enough.
        if (!about.phone) await USES[name]?.(page, shot);
      }
      opened.expectClean();
    },
  );
});
