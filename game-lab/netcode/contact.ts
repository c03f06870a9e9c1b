import { drawArena } from "../draw-arena.ts";
import { mean, percentile } from "../statistics.ts";
import type { Profile } from "./profiles.ts";
import { virtualMatch } from "./virtual-match.ts";

/** How calm two people look who press against each other. */
export interface ContactFigures {
  /** Times a second that the drawn distance turns from growing to shrinking or back. */
  turns: number;
  /** How much the drawn distance changes from frame to frame (tiles), mean. */
  tremble: number;
  /** Size of the corrections of the own character (tiles): of 95 % of the patches. */
  correctionP95: number;
  /** Drawn overlap of the two (tiles), 95 %: 0 is touching. */
  overlapP95: number;
}

/** As wide as one player, so that nobody slips past. */
const CORRIDOR = drawArena("#".repeat(40), "S".repeat(40), "#".repeat(40));
/** Changes of the distance below this (tiles) in a frame are not seen: half a pixel on a laptop. */
const SEEN = 0.01;

/** Lets two people run into each other and keep pressing, both on lines as the profile says. */
export async function measureContact(
  profile: Profile,
  { seed = 1, seconds = 20, contacts = true } = {},
): Promise<ContactFigures> {
  const placed = new Set<string>();
  const changes: number[] = [];
  const corrections: number[] = [];
  const overlaps: number[] = [];
  let measuring = false;
  let lastDistance = Number.NaN;
  let lastSign = 0;
  let turns = 0;
  let lastTick = 0;
  let counted = 0;
  const match = await virtualMatch({
    arena: CORRIDOR,
    seed,
    onStep(world) {
      for (const player of world.players.values()) {
        if (placed.has(player.id)) continue;
        placed.add(player.id);
        Object.assign(player, { x: player.name === "Ann" ? 18 : 22, y: 1.5 });
      }
    },
  });
  try {
    const shared = {
      link: profile.link,
      ...(profile.frames === undefined ? {} : { frames: profile.frames }),
    };
    const ann = await match.open({
      ...shared,
      name: "Ann",
      seed: seed * 2,
      play: (page) => ({ moveX: pressing(page.ticks, 31) }),
      onFrame({ match: { players, self, prediction, state } }) {
        const other = [...players.values()].find((player) => player.name === "Bob");
        if (!measuring || self === undefined || other === undefined || prediction === undefined) return;
        const distance = Math.hypot(other.x - self.x, other.y - self.y);
        const change = distance - lastDistance;
        lastDistance = distance;
        if (Number.isNaN(change)) return;
        changes.push(Math.abs(change));
        overlaps.push(Math.max(0, 0.9 - distance));
        const sign = Math.abs(change) < SEEN ? 0 : Math.sign(change);
        if (sign !== 0 && lastSign !== 0 && sign !== lastSign) turns += 1;
        if (sign !== 0) lastSign = sign;
        if (state.tick === lastTick) return;
        lastTick = state.tick;
        const { figures } = prediction;
        corrections.push(figures.corrections === counted ? 0 : figures.error);
        counted = figures.corrections;
      },
    });
    await match.open({
      ...shared,
      name: "Bob",
      seed: seed * 2 + 1,
      play: (page) => ({ moveX: -pressing(page.ticks, 43) }),
    });
    await match.run(4);
    ann.match.switches.contacts = contacts;
    await match.run(1);
    measuring = true;
    await match.run(seconds);
    return {
      turns: turns / seconds,
      tremble: mean(changes),
      correctionP95: percentile(corrections, 0.95),
      overlapP95: percentile(overlaps, 0.95),
    };
  } finally {
    await match.end();
  }
}

/** People do not press evenly: they let go for a moment now and then, and press again. */
function pressing(tick: number, period: number): number {
  return tick % period < period - 6 ? 1 : 0;
}
