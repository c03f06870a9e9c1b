import { BALL } from "#shared/ball-tunables.ts";
import { NO_BALL } from "#shared/simulation/ball/ball.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { DT } from "#shared/tunables.ts";
import type { MatchKnowledge, SeenBall } from "./view.ts";

/** What a page knows of its match besides who is where. */
export function knowledgeOf(state: ArenaState, selfId: string): MatchKnowledge {
  const hasTeams = modeOf(state.mode).teams !== undefined;
  return {
    mode: state.mode,
    selfId,
    team: hasTeams ? (state.seats.get(selfId)?.team ?? -1) : -1,
    things: [...state.things].map(([id, { kind, x, y, owner }]) => ({ id: Number(id), kind, x, y, owner })),
    ball: ballOf(state),
    shaking: state.sinksAt > 0,
  };
}

/** About where the ball is now: the state says how it was when somebody touched it last. */
function ballOf({ tick, ball }: ArenaState): SeenBall | undefined {
  const { x, y, vx, vy, out } = ball;
  if (out === NO_BALL.out) return undefined;
  const age = (tick - ball.since) & 0xff;
  if (out > 0) return { x, y, vx: 0, vy: 0, out: Math.max(1, out - age) };
  const speed = Math.hypot(vx, vy);
  const time = Math.min(age * DT, speed / BALL.rollDrag);
  const kept = speed > 0 ? 1 - (BALL.rollDrag * time) / speed : 0;
  const mean = ((1 + kept) / 2) * time;
  return { x: x + vx * mean, y: y + vy * mean, vx: vx * kept, vy: vy * kept, out };
}
