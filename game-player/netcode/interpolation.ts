/** A position as a patch brought it. */
export interface Sample {
  /** Simulation time (ms) of the patch. */
  time: number;
  x: number;
  y: number;
  /** Radians. */
  aim: number;
  airTicks: number;
  /** True when this sample does not continue the one before: a respawn, not a move. */
  jump: boolean;
}

/** Where somebody is, as the state has it. */
type Place = Pick<Sample, "x" | "y" | "aim" | "airTicks">;

/** What is drawn of somebody at a moment. Reused from call to call. */
export interface Pose {
  x: number;
  y: number;
  vx: number;
  vy: number;
  aim: number;
  airTicks: number;
}

/** Samples that are kept: more than two seconds of patches. */
const KEPT = 64;

/**
 * The recent past of one player. Others are drawn a little late, so that there are always two samples to
 * draw between.
 */
export class InterpolationBuffer {
  #samples: Sample[] = [];
  #drawn = Number.NEGATIVE_INFINITY;
  readonly #pose: Pose = { x: 0, y: 0, vx: 0, vy: 0, aim: 0, airTicks: 0 };

  /** The newest sample, if there is one. */
  get newest(): Sample | undefined {
    return this.#samples.at(-1);
  }

  /** Takes in where somebody was at a simulation time (ms); `jump` as in `Sample`. What is oldest is written over. */
  push(time: number, { x, y, aim, airTicks }: Place, jump: boolean): void {
    const newest = this.newest;
    if (newest !== undefined && time <= newest.time) {
      write(newest, newest.time, x, y, aim, airTicks, newest.jump || jump);
      return;
    }
    const oldest = this.#samples.length === KEPT ? this.#samples.shift() : undefined;
    this.#samples.push(write(oldest ?? { time, x, y, aim, airTicks, jump }, time, x, y, aim, airTicks, jump));
  }

  /**
   * Takes back what was between two times (ms), the second one excluded: from before it, or from where it has been drawn
   * to already, the way goes straight to what is known of later.
   */
  takeBack(from: number, to: number): void {
    const drawn = this.#drawn;
    const halfway = drawn >= from && drawn < to ? { ...this.at(drawn) } : undefined;
    this.#samples = this.#samples.filter(({ time }) => time < from || time >= to);
    if (halfway === undefined) return;
    const { x, y, aim, airTicks } = halfway;
    const next = this.#samples.findIndex(({ time }) => time >= to);
    const at = next < 0 ? this.#samples.length : next;
    this.#samples.splice(at, 0, { time: drawn, x, y, aim, airTicks, jump: false });
  }

  /** The pose at a simulation time (ms); before the first sample and after the last one it stands still. */
  at(time: number): Pose {
    const pose = this.#pose;
    const samples = this.#samples;
    this.#drawn = time;
    let i = samples.length - 1;
    while (i > 0 && (samples[i]?.time ?? 0) > time) i--;
    const from = samples[i];
    if (from === undefined) return pose;
    const to = samples[i + 1];
    if (to === undefined || to.jump || time <= from.time) {
      return place(pose, from);
    }
    const span = to.time - from.time;
    const share = (time - from.time) / span;
    pose.x = from.x + (to.x - from.x) * share;
    pose.y = from.y + (to.y - from.y) * share;
    pose.vx = ((to.x - from.x) / span) * 1000;
    pose.vy = ((to.y - from.y) / span) * 1000;
    pose.aim = from.aim + shortestArc(from.aim, to.aim) * share;
    pose.airTicks = from.airTicks + (to.airTicks - from.airTicks) * share;
    return pose;
  }
}

function write(
  sample: Sample,
  time: number,
  x: number,
  y: number,
  aim: number,
  airTicks: number,
  jump: boolean,
): Sample {
  sample.time = time;
  sample.x = x;
  sample.y = y;
  sample.aim = aim;
  sample.airTicks = airTicks;
  sample.jump = jump;
  return sample;
}

function place(pose: Pose, sample: Sample): Pose {
  pose.x = sample.x;
  pose.y = sample.y;
  pose.vx = 0;
  pose.vy = 0;
  pose.aim = sample.aim;
  pose.airTicks = sample.airTicks;
  return pose;
}

/** The turn from one angle to another the short way around (radians, -pi..pi). */
export function shortestArc(from: number, to: number): number {
  const turn = Math.PI * 2;
  return ((((to - from) % turn) + turn * 1.5) % turn) - Math.PI;
}
