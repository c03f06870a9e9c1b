import { afterEach, describe, it } from "vitest";
import { TICK_RATE, ticks } from "#shared/tunables.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { useDirector } from "./support/director.ts";
import { stopAt } from "./support/film.ts";
import { PATIENCE, ticksLater, untilPhase } from "./support/game-page.ts";
import { calm, joinIn, MODES } from "./support/moments.ts";
import { DEVICES, keep } from "./support/shapes.ts";
import { playAsStar } from "./support/star-page.ts";

const director = useDirector();
const open = useBrowser();
afterEach(() => director().always(undefined));

describe.runIf(NIGHTLY)("a picture of", () => {
  for (const [device, about] of DEVICES) {
    it.each(MODES.map((row) => [row[0], row] as const))(
      `%s, from its play to its results, on a ${device}`,
      { timeout: 300_000 },
      async (_, [mode, arena, bots, ...moments]) => {
        const opened = await playAsStar(director(), open, about, { mode, arena, bots, timeLimit: 120 });
        const { page } = opened;
        await director().act(joinIn);
        await ticksLater(page, TICK_RATE);
        await keep(opened, `looks-${mode}-play`, about);
        director().always(calm);
        for (const { name, event, frames, cause } of moments) {
          await stopAt(
            page,
            event,
            frames,
            () => director().act(cause),
            () => opened.screenshot(`looks-${mode}-${name}-${device}`),
          );
        }
        director().always(undefined);
        if (about.phone) await page.getByTestId("scores-toggle").tap();
        else await page.keyboard.down("Tab");
        await page.getByTestId("scoreboard").waitFor({ timeout: PATIENCE });
        await keep(opened, `looks-${mode}-scores`, about);
        if (about.phone) await page.getByTestId("scores-toggle").tap();
        else await page.keyboard.up("Tab");
        await director().act((world) => {
          world.phaseEndsTick = world.tick + ticks(12);
        });
        await ticksLater(page, 2 * TICK_RATE);
        await keep(opened, `looks-${mode}-late`, about);
        await untilPhase(page, "results");
        await page.getByTestId("results").waitFor({ timeout: PATIENCE });
        await keep(opened, `looks-${mode}-results`, about);
        opened.expectClean();
      },
    );
  }
});
