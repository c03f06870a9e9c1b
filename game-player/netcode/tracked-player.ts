import { unpackLook } from "#shared/look.ts";
import { CHARGE_FULL, chargeShare } from "#shared/simulation/actions.ts";
import { createBody } from "#shared/simulation/body.ts";
import { Effect } from "#shared/simulation/pickups/effect.ts";
import { Action, type Body } from "#shared/simulation/types.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import type { Seat } from "#shared/state/seat-state.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import { toldCharge } from "#shared/state/told-charge.ts";
import { DT, FALL, TICK_MS, TILES, ticks } from "#shared/tunables.ts";
import { InterpolationBuffer } from "./interpolation.ts";
import { isJump } from "./jump.ts";
import type { DrawnPlayer } from "./match-view.ts";

/** Length of the fall as it is drawn (s): well before the respawn the player is gone. */
const FALL_TIME = 0.75;
const AIR_TICKS = ticks(TILES.springAirTime);

/** What somebody does from a moment on. */
interface Change {
  /** Simulation time (ms). */
  time: number;
  action: Action;
  charge: number;
  wobble: number;
  safe: boolean;
  effect: Effect;
}

/** One player of the room: the state that comes in, and what is drawn of it. */
export class TrackedPlayer {
  readonly drawn: DrawnPlayer;
  readonly buffer = new InterpolationBuffer();
  /** The newest known place and pace, for running into them. */
  readonly body: Body = createBody(0, 0);
  #action: Action = Action.Idle;
  #changes: Change[] = [];
  /** One that is over, to be used again: there is one in every patch for everybody in sight. */
  #spare: Change | undefined;
  #fellAt = Number.NaN;
  #look = 0;

  constructor(id: string, self: boolean) {
    this.drawn = {
      id,
      name: "",
      look: unpackLook(this.#look),
      bot: false,
      connected: true,
      away: false,
      self,
      team: NO_TEAM,
      mate: false,
      x: 0,
      y: 0,
      vx: 0,
      vy: 0,
      aim: 0,
      action: Action.Idle,
      charge: 0,
      wobble: 0,
      height: 0,
      fall: 0,
      protected: false,
      effect: Effect.None,
      effectLeft: 0,
    };
  }

  /** Takes in the state of a patch with a simulation time (ms), and who sits in the seat. */
  receive(state: PlayerState, seat: Seat | undefined, time: number): void {
    const { body } = this;
    const last = this.buffer.newest;
    const action = state.action as Action;
    // Who comes into view falling has been falling for who knows how long: they are gone, they do not fall again.
    if (last === undefined && action === Action.Falling) this.#fellAt = Number.NEGATIVE_INFINITY;
    const { x, y } = state;
    const span = last === undefined ? 0 : (time - last.time) / 1000;
    const dx = last === undefined ? 0 : x - last.x;
    const dy = last === undefined ? 0 : y - last.y;
    const isBack = this.#action === Action.Falling && action !== Action.Falling;
    const jump = isBack || (last !== undefined && isJump(dx, dy, span));
    body.vx = jump || span <= 0 ? 0 : dx / span;
    body.vy = jump || span <= 0 ? 0 : dy / span;
    body.x = x;
    body.y = y;
    body.airTicks = state.airTicks;
    body.action = action;
    body.protectTicks = state.protected ? 1 : 0;
    body.effect = state.effect;
    this.#action = action;
    this.buffer.push(time, state, jump);
    const change = this.#spare ?? { time, action, charge: 0, wobble: 0, safe: false, effect: Effect.None };
    this.#spare = undefined;
    change.time = time;
    change.action = action;
    change.charge = chargeShare(toldCharge(state.charged, Math.round(time / TICK_MS)));
    change.wobble = state.wobble;
    change.safe = state.protected;
    change.effect = state.effect as Effect;
    this.#changes.push(change);
    if (this.#changes.length > 64) this.#changes.shift();
    if (seat !== undefined) this.#recognise(seat);
  }

  #recognise(seat: Seat): void {
    const { drawn } = this;
    if (drawn.name !== seat.name) drawn.name = seat.name;
    if (this.#look !== seat.look) {
      this.#look = seat.look;
      drawn.look = unpackLook(seat.look);
    }
    drawn.bot = seat.bot;
    drawn.connected = seat.connected;
    drawn.away = seat.away;
  }

  /** Takes back what was known of this player between two simulation times (ms), the second one excluded. */
  takeBack(from: number, to: number): void {
    this.buffer.takeBack(from, to);
    // The first one is what is drawn now.
    this.#changes = this.#changes.filter(({ time }, index) => index === 0 || time < from || time >= to);
  }

  /** Draws this player as they were at a simulation time (ms). */
  drawAt(time: number): void {
    const { drawn } = this;
    const pose = this.buffer.at(time);
    drawn.x = pose.x;
    drawn.y = pose.y;
    drawn.vx = pose.vx;
    drawn.vy = pose.vy;
    drawn.aim = pose.aim;
    drawn.height = arc(pose.airTicks);
    while (this.#changes.length > 1 && (this.#changes[1]?.time ?? 0) <= time)
      this.#spare = this.#changes.shift();
    const now = this.#changes[0];
    if (now === undefined) return;
    drawn.effect = now.effect;
    this.#appear(now.action, now.charge, now.wobble, now.safe, time);
  }

  /** Draws this player from a predicted body: the own one. `time` is any clock (ms) that goes on evenly. */
  drawBody(body: Body, time: number): void {
    const { drawn } = this;
    drawn.x = body.x;
    drawn.y = body.y;
    drawn.vx = body.vx;
    drawn.vy = body.vy;
    drawn.aim = body.aim;
    drawn.height = arc(body.airTicks);
    drawn.effect = body.effect as Effect;
    drawn.effectLeft = body.effectTicks * DT;
    const charge = chargeShare(Math.min(CHARGE_FULL, body.charge));
    this.#appear(body.action, charge, body.wobble, body.protectTicks > 0, time);
  }

  #appear(action: Action, charge: number, wobble: number, safe: boolean, time: number): void {
    const { drawn } = this;
    if (action !== Action.Falling) this.#fellAt = Number.NaN;
    else if (Number.isNaN(this.#fellAt)) this.#fellAt = time;
    drawn.action = action;
    drawn.charge = action === Action.Charging ? charge : 0;
    drawn.wobble = wobble;
    drawn.protected = safe;
    const falling = (time - this.#fellAt) / 1000 / Math.min(FALL_TIME, FALL.respawnTime);
    drawn.fall = Number.isNaN(falling) ? 0 : Math.min(1, Math.max(0, falling));
  }
}

/** Height 0..1 of the arc of a spring with this many ticks left. */
export function arc(airTicks: number): number {
  const done = 1 - airTicks / AIR_TICKS;
  return airTicks <= 0 ? 0 : 4 * done * (1 - done);
}
