import type { PlayerInput } from "#shared/simulation/types.ts";
import { largest, mean, percentile } from "../statistics.ts";
import { hall } from "./hall.ts";
import type { Profile } from "./profiles.ts";
import { runAbout } from "./scripts.ts";
import { virtualMatch } from "./virtual-match.ts";
import type { VirtualPage } from "./virtual-page.ts";
import { type Sight, wayError } from "./way-error.ts";

/** How somebody in a team sees themselves. Distances in tiles. */
export interface TeamFigures {
  /** Friendly pushes that moved Ann. */
  pushed: number;
  corrections: number;
  /** How much the prediction was off, of the patches. */
  errorP95: number;
  errorMax: number;
  /** From where Ann is drawn to where she is on the server when the inputs of the frame get there. */
  drawnErrorMean: number;
  drawnErrorP95: number;
}

/** Where Ann is, and where the others begin: one of them is her mate. */
const HOME = { x: 12, y: 12 };
const OTHERS = { x: 36, y: 18 };

/** Runs after the only mate and pushes them every so many ticks, as friends do who help each other on, or fool about. Nothing without one. */
function shove(every: number) {
  return (page: VirtualPage): Partial<PlayerInput> => {
    if (!page.inMatch) return {};
    const { self, players } = page.match;
    const mate = [...players.values()].find((player) => player.mate);
    if (self === undefined || mate === undefined) return {};
    const dx = mate.x - self.x;
    const dy = mate.y - self.y;
    const distance = Math.hypot(dx, dy) || 1;
    const push = page.ticks % every < every / 3;
    return { moveX: dx / distance, moveY: dy / distance, aim: Math.atan2(dy, dx), push };
  };
}

/**
 * Lets Ann run about and push in a match of Hill on a line as the profile says: undisturbed, or with a mate on such a line as well,
 * who pushes her as she does him.
 */
export async function measureTeams(
  profile: Profile,
  { seed = 1, seconds = 20, alone = false } = {},
): Promise<TeamFigures> {
  const truth: { x: number; y: number }[] = [];
  const seen: Sight[] = [];
  const errors: number[] = [];
  const placed = new Set<string>();
  let measuring = false;
  let counted = 0;
  let lastTick = 0;
  let pushed = 0;
  const match = await virtualMatch({
    // With a zone for Hill.
    arena: hall([{ kind: "zone", ...HOME, team: -1 }]),
    seed,
    room: { mode: "hill" },
    onStep({ tick, players }) {
      for (const player of players.values()) {
        if (player.name === "Ann") truth[tick] = { x: player.x, y: player.y };
        if (placed.has(player.id)) continue;
        placed.add(player.id);
        Object.assign(player, player.name === "Ann" ? HOME : OTHERS);
      }
    },
  });
  try {
    const line = {
      link: profile.link,
      ...(profile.frames === undefined ? {} : { frames: profile.frames }),
    };
    const watch = ({ match: { self, prediction, state, events } }: VirtualPage): void => {
      if (!measuring || self === undefined || prediction === undefined) return;
      for (const event of events) if (event.type === "hit" && event.id === self.id) pushed += 1;
      const { figures } = prediction;
      seen.push({ tick: state.tick + figures.pending, x: self.x, y: self.y });
      if (state.tick === lastTick) return;
      lastTick = state.tick;
      errors.push(figures.corrections === counted ? 0 : figures.error);
      counted = figures.corrections;
    };
    const play = alone ? runAbout(HOME, seed) : shove(61);
    const ann = await match.open({ ...line, name: "Ann", seed: seed * 2, play, onFrame: watch });
    const idle = () => ({});
    for (const [index, name] of ["Bob", "Cyd"].entries())
      await match.open({ ...line, name, seed: seed * 2 + 1 + index, play: alone ? idle : shove(74) });
    await match.run(9);
    ann.match.prediction?.resetFigures();
    measuring = true;
    await match.run(seconds);
    measuring = false;
    await match.run(1);
    const drawnErrors = seen.flatMap((sight) => wayError(sight, truth));
    return {
      pushed,
      corrections: ann.match.prediction?.figures.corrections ?? Number.NaN,
      errorP95: percentile(errors, 0.95),
      errorMax: largest(errors),
      drawnErrorMean: mean(drawnErrors),
      drawnErrorP95: percentile(drawnErrors, 0.95),
    };
  } finally {
    await match.end();
  }
}
