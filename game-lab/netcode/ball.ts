import type { Arena } from "#shared/arena/arena.ts";
import { Effect } from "#shared/simulation/pickups/effect.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { largest, mean, percentile } from "../statistics.ts";
import { HALL, hall } from "./hall.ts";
import type { Profile } from "./profiles.ts";
import { type VirtualMatch, virtualMatch } from "./virtual-match.ts";
import type { VirtualPage } from "./virtual-page.ts";
import { type Sight, wayError } from "./way-error.ts";

/** How the heavy ball is seen by somebody who plays with it. Distances in tiles. */
export interface BallFigures {
  /** Corrections of the ball and of the own character. */
  corrections: number;
  ownCorrections: number;
  /** How much the prediction was off, of the patches and of the frames. */
  errorP95: number;
  errorMax: number;
  /** From where the ball is drawn to where it is on the server when the inputs of the frame get there. */
  drawnErrorMean: number;
  drawnErrorP95: number;
  /** The farthest that it jumped within a frame beyond what it rolls. */
  jerkP95: number;
}

const MIDDLE = { x: HALL.width / 2, y: HALL.height / 2 };
/** As long as a frame at 60 Hz (s). */
const FRAME = 1 / 60;

/** A ball in the middle of a hall that it cannot leave; the goals are where nobody gets it. */
const MARKS: Arena["marks"] = [
  { kind: "ball", ...MIDDLE, team: -1 },
  { kind: "goal", x: -8, y: MIDDLE.y, team: 0 },
  { kind: "goal", x: HALL.width + 8, y: MIDDLE.y, team: 1 },
];

/** Runs after the ball, shoves it on with pushes and now and then a dash. */
function chase(offset: number) {
  return (page: VirtualPage): Partial<PlayerInput> => {
    if (!page.inMatch) return {};
    const { self, ball } = page.match;
    if (self === undefined || ball === undefined || ball.out > 0) return {};
    const dx = ball.x - self.x;
    const dy = ball.y - self.y;
    const distance = Math.hypot(dx, dy) || 1;
    const tick = page.ticks + offset;
    return {
      moveX: dx / distance,
      moveY: dy / distance,
      aim: Math.atan2(dy, dx),
      push: tick % 60 < 25,
      dash: tick % 170 === 5 && distance < 5,
    };
  };
}

interface BallOptions {
  readonly seed?: number;
  readonly seconds?: number;
  readonly alone?: boolean;
  /** What everybody is under from the moment on in which they begin to charge a push. */
  readonly under?: Effect;
}

/** Lets Ann play with the ball on a line as the profile says, by herself or against Bob, who is on such a line as well. */
export async function measureBall(
  profile: Profile,
  { seed = 1, seconds = 20, alone = false, under = Effect.None }: BallOptions = {},
): Promise<BallFigures> {
  const truth: { x: number; y: number }[] = [];
  const seen: Sight[] = [];
  const errors: number[] = [];
  const jerks: number[] = [];
  let measuring = false;
  let last = { x: 0, y: 0, speed: 0 };
  let counted = 0;
  const match: VirtualMatch = await virtualMatch({
    arena: hall(MARKS),
    seed,
    room: { mode: "push-ball" },
    onStep({ tick, ball, players }) {
      if (ball !== undefined) truth[tick] = { x: ball.x, y: ball.y };
      for (const player of players.values()) if (player.charge === 1) player.effect = under;
    },
  });
  try {
    const line = {
      link: profile.link,
      ...(profile.frames === undefined ? {} : { frames: profile.frames }),
    };
    const watch = ({ match: { ball, prediction, state } }: VirtualPage): void => {
      if (!measuring || ball === undefined || prediction === undefined) return;
      const { x, y, vx, vy } = ball;
      seen.push({ tick: state.tick + prediction.figures.pending, x, y });
      const speed = Math.hypot(vx, vy);
      const moved = Math.hypot(x - last.x, y - last.y);
      jerks.push(Math.max(0, moved - Math.max(speed, last.speed) * FRAME * 1.5));
      last = { x, y, speed };
      const { figures } = prediction.ball;
      errors.push(figures.corrections === counted ? 0 : figures.error);
      counted = figures.corrections;
    };
    const ann = await match.open({ ...line, name: "Ann", seed: seed * 2, play: chase(0), onFrame: watch });
    if (!alone) await match.open({ ...line, name: "Bob", seed: seed * 2 + 1, play: chase(31) });
    await match.run(6);
    ann.match.prediction?.resetFigures();
    measuring = true;
    await match.run(seconds);
    measuring = false;
    await match.run(1);
    const drawnErrors = seen.flatMap((sight) => wayError(sight, truth));
    const { prediction } = ann.match;
    return {
      corrections: prediction?.ball.figures.corrections ?? Number.NaN,
      ownCorrections: prediction?.figures.corrections ?? Number.NaN,
      errorP95: percentile(errors, 0.95),
      errorMax: largest(errors),
      drawnErrorMean: mean(drawnErrors),
      drawnErrorP95: percentile(drawnErrors, 0.95),
      jerkP95: percentile(jerks, 0.95),
    };
  } finally {
    await match.end();
  }
}

/** A ball that is drawn less than this (tiles) elsewhere still lies, as far as anybody can see. */
const LIES = 0.0005;

/** Lets Ann push a ball that lies before her, again and again. Returns the frames from each release to the ball moving: 1 is the first. */
export async function measureBallPush(profile: Profile, pushes = 10): Promise<number[]> {
  const frames: number[] = [];
  let isDown = false;
  let released: { x: number; frames: number } | undefined;
  let isReady = false;
  const match = await virtualMatch({
    arena: hall(MARKS),
    seed: 1,
    room: { mode: "push-ball" },
    onStep({ ball, players }) {
      if (isReady || ball === undefined) return;
      Object.assign(ball, { ...MIDDLE, vx: 0, vy: 0, out: 0, lastTick: -1 });
      for (const player of players.values())
        Object.assign(player, { x: MIDDLE.x - 2, y: MIDDLE.y, vx: 0, vy: 0, aim: 0 });
    },
  });
  try {
    const ann = await match.open({
      name: "Ann",
      link: profile.link,
      seed: 7,
      play: () => ({ aim: 0, push: isDown }),
      onFrame({ match: { ball } }) {
        if (released === undefined || ball === undefined) return;
        released.frames += 1;
        if (Math.abs(ball.x - released.x) <= LIES) return;
        frames.push(released.frames);
        released = undefined;
      },
    });
    await match.run(5);
    for (let push = 0; push < pushes; push++) {
      isReady = false;
      await match.run(1 + push * 0.0073);
      isReady = true;
      await match.run(0.5);
      isDown = true;
      await match.run(0.2);
      released = { x: ann.match.ball?.x ?? Number.NaN, frames: 0 };
      isDown = false;
      await match.run(0.6);
      if (released !== undefined) throw new Error(`The ball did not move after push ${push}.`);
    }
    return frames;
  } finally {
    await match.end();
  }
}
