import { ticks } from "#shared/tunables.ts";

/** A stick aims when it is out this far (0..1): a stick that snaps back does not turn the character. */
const STICK_AIMS = 0.3;
/** Samples for which the aim stays after the stick is let go: letting go is what fires the push. */
const STICK_LINGERS = ticks(0.3);
/** Samples by which two keys of a diagonal may be let go apart without losing the diagonal. */
const DIAGONAL_LINGERS = ticks(0.08);
/** Slack (radians) of comparing directions. */
const SLACK = 0.01;

/** What aiming has to remember from sample to sample. */
export interface AimMemory {
  /** Radians, 0..2 pi. */
  readonly aim: number;
  /** Samples since a stick last aimed. */
  readonly sinceStick: number;
  /** Samples since a diagonal became one of its two sides. */
  readonly sinceDiagonal: number;
}

export const FIRST_AIM: AimMemory = { aim: 0, sinceStick: STICK_LINGERS, sinceDiagonal: 0 };

/** What decides the aim in this sample: a direction in radians, or a stick (may rest) and the movement. */
export type AimSource =
  | { kind: "pointer"; angle: number }
  | { kind: "stick"; x: number; y: number; moveX: number; moveY: number };

/** The aim of this sample. A resting stick leaves the aim where it was for a moment, then to the movement. */
export function nextAim(memory: AimMemory, source: AimSource): AimMemory {
  if (source.kind === "pointer") {
    const aim = Number.isFinite(source.angle) ? wrapAngle(source.angle) : memory.aim;
    return { ...FIRST_AIM, aim };
  }
  if (Math.hypot(source.x, source.y) > STICK_AIMS) {
    return { aim: wrapAngle(Math.atan2(source.y, source.x)), sinceStick: 0, sinceDiagonal: 0 };
  }
  const sinceStick = Math.min(memory.sinceStick + 1, STICK_LINGERS);
  const moves = source.moveX !== 0 || source.moveY !== 0;
  if (sinceStick < STICK_LINGERS || !moves) return { aim: memory.aim, sinceStick, sinceDiagonal: 0 };
  return follow(memory.aim, memory.sinceDiagonal, wrapAngle(Math.atan2(source.moveY, source.moveX)));
}

/** Radians brought into 0..2 pi. */
export function wrapAngle(angle: number): number {
  const turn = 2 * Math.PI;
  const wrapped = angle % turn;
  return wrapped < 0 ? wrapped + turn : wrapped;
}

function follow(aim: number, sinceDiagonal: number, direction: number): AimMemory {
  const turn = Math.abs(wrapAngle(direction - aim + Math.PI) - Math.PI);
  const narrows = isDiagonal(aim) && Math.abs(turn - Math.PI / 4) < SLACK;
  if (narrows && sinceDiagonal + 1 < DIAGONAL_LINGERS) {
    return { aim, sinceStick: STICK_LINGERS, sinceDiagonal: sinceDiagonal + 1 };
  }
  return { aim: direction, sinceStick: STICK_LINGERS, sinceDiagonal: 0 };
}

function isDiagonal(angle: number): boolean {
  return Math.abs((angle % (Math.PI / 2)) - Math.PI / 4) < SLACK;
}
