import type { Page } from "playwright-core";
import type { SeenEvent } from "#client/figures.ts";
import { until } from "./game-page.ts";

declare global {
  interface Window {
    film: {
      /** Stands still so many frames after the next event of this type. */
      wanted: { type: string; frames: number; after: SeenEvent | undefined } | undefined;
      stopped: boolean;
      go(): void;
    };
  }
}

/** For `beforeLoad`: a page whose picture can be stopped, as a moment is too short for a screenshot of a busy machine. */
export const FILM = `(() => {
  const next = window.requestAnimationFrame.bind(window);
  const held = [];
  let seenAt;
  const film = { wanted: undefined, stopped: false, go() {
    film.stopped = false;
    for (const draw of held.splice(0)) next(draw);
  } };
  window.film = film;
  const isOver = ({ type, frames, after }) => {
    const { events, frames: now } = window.pushback;
    const news = events.slice(events.lastIndexOf(after) + 1);
    if (seenAt === undefined && news.some((event) => event.type === type)) seenAt = now;
    return seenAt !== undefined && now >= seenAt + frames;
  };
  window.requestAnimationFrame = (draw) => next((time) => {
    if (film.wanted !== undefined && isOver(film.wanted)) {
      film.wanted = undefined;
      seenAt = undefined;
      film.stopped = true;
    }
    if (film.stopped) held.push(draw);
    else draw(time);
  });
})();`;

/** Makes the page stand still so many frames after the next event of a type; `take` is done then, and it goes on. */
export async function stopAt(
  page: Page,
  type: string,
  frames: number,
  cause: () => Promise<unknown>,
  take: () => Promise<unknown>,
): Promise<void> {
  await page.evaluate(
    ([wanted, count]) => {
      window.film.wanted = { type: wanted, frames: count, after: window.pushback.events.at(-1) };
    },
    [type, frames] as const,
  );
  await cause();
  await until(page, () => window.film.stopped, undefined);
  await take();
  await page.evaluate(() => window.film.go());
}
