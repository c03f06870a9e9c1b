import { arenaOf, type Driver } from "./driver.ts";
import { figures, ticksLater, until } from "./game-page.ts";
import { startAfresh } from "./probes.ts";

/**
 * A page or a server that stands still for longer (ms) is disturbed: the page makes up for five steps and the server is owed
 * the rest, and when that is too much it lets the body go on without its player, which cannot be foreseen.
 */
const STALL = 100;
/** Time (ms) that inputs may lie on the server before a walk: half of what it lets them for longer than a second. */
const SHORT_QUEUE = 60;
/** Walks that have to go undisturbed, and how many are tried for that on a busy machine. */
const WALKS = 4;
const TRIES = 40;
/** Places on the way around, in the meadow, far from the edge. */
const STOPS = [
  { x: 8.5, y: 3.5 },
  { x: 8.5, y: 9.5 },
  { x: 6.5, y: 9.5 },
];

/** The errors of walks that were foreseen to the last bit. */
export function noErrors(walks = WALKS): { maxError: number; corrections: number }[] {
  return Array.from({ length: walks }, () => ({ maxError: 0, corrections: 0 }));
}

/**
 * Runs about the meadow, pushes and dashes; returns the largest corrections of the walks that nothing disturbed.
 * @param answerTicks Ticks after which the server has answered the last input for sure.
 * @param walks How many of them are asked for.
 */
export async function errorsOfWalks(
  driver: Driver,
  answerTicks: number,
  walks = WALKS,
): Promise<{ maxError: number; corrections: number }[]> {
  const { page } = driver;
  const arena = arenaOf("meadow");
  const found: { maxError: number; corrections: number }[] = [];
  for (let walk = 0; walk < TRIES && found.length < walks; walk++) {
    await driver.hold();
    // Whatever disturbed the last walk has come to its end.
    await ticksLater(page, 30);
    // What a stall has piled up on the server is used up: of a long queue, an input a second is left out.
    await until(page, (most) => window.pushback.inputMargin < most, SHORT_QUEUE);
    await startAfresh(page);
    const from = await driver.place();
    await page.keyboard.press(walk % 2 === 0 ? "Space" : "ShiftLeft");
    await driver.walkTo(arena, STOPS[walk % STOPS.length] ?? from);
    await ticksLater(page, answerTicks);
    const to = await driver.place();
    const { maxPredictionError: maxError, corrections } = await figures(page);
    const stalled = await page.evaluate(() => window.probe.worstGap);
    const moved = Math.hypot(to.x - from.x, to.y - from.y);
    if (stalled < STALL && moved > 1) found.push({ maxError, corrections });
  }
  if (found.length < walks) throw new Error(`Only ${found.length} of ${TRIES} walks went without a stall.`);
  return found;
}
