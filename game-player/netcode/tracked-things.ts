import type { ArenaState } from "#shared/state/arena-state.ts";
import type { ThingState } from "#shared/state/thing-state.ts";
import { InterpolationBuffer } from "./interpolation.ts";
import type { DrawnPlayer, DrawnThing } from "./match-view.ts";

/** A thing that is farther from where the last patch had it than this (tiles) was put there: the fastest flight covers 1.6. */
const JUMP = 2.5;
/** A thing this near (tiles, along each axis) to the local player goes when the server says so, which is when they touched it. */
const AT_HAND = 2;

interface TrackedThing {
  readonly drawn: DrawnThing;
  readonly buffer: InterpolationBuffer;
  /** Simulation time (ms) at which it was gone. */
  goneAt: number;
}

/** Things of the world: what the state says of them, and how they are drawn. */
export class TrackedThings {
  readonly #tracked = new Map<string, TrackedThing>();
  readonly #drawn = new Map<string, DrawnThing>();
  /** Handed to all buffers. Things look nowhere and do not fly. */
  readonly #place = { x: 0.5, y: 0.5, aim: 0, airTicks: 0 };

  /** How they are drawn, by id. */
  get drawn(): ReadonlyMap<string, DrawnThing> {
    return this.#drawn;
  }

  /** Takes in a state of a simulation time (ms). */
  receive({ things }: ArenaState, time: number): void {
    // By keys: entries would be an array each, in every patch.
    for (const id of things.keys()) {
      const thing = things.get(id);
      if (thing !== undefined) this.#receive(id, thing, time);
    }
    if (things.size === this.#tracked.size) return;
    for (const [id, tracked] of this.#tracked) {
      if (!things.has(id) && time < tracked.goneAt) tracked.goneAt = time;
    }
  }

  /**
   * Moves all to where they were at a simulation time (ms), at which others are drawn as well. What others took stays until they are
   * seen to reach it; what lies at the feet of `self`, who is drawn ahead of that, goes at once.
   */
  drawAt(time: number, self: DrawnPlayer | undefined): void {
    this.#tracked.forEach(({ drawn, buffer, goneAt }, id) => {
      if (goneAt <= time || (goneAt !== Number.POSITIVE_INFINITY && isAtHand(drawn, self))) {
        this.#tracked.delete(id);
        this.#drawn.delete(id);
        return;
      }
      const { x, y, vx, vy } = buffer.at(time);
      drawn.x = x;
      drawn.y = y;
      drawn.vx = vx;
      drawn.vy = vy;
    });
  }

  #receive(id: string, { kind, x, y, owner }: ThingState, time: number): void {
    let tracked = this.#tracked.get(id);
    if (tracked === undefined) {
      const drawn = { id, kind, x, y, vx: 0, vy: 0, owner };
      tracked = { drawn, buffer: new InterpolationBuffer(), goneAt: Number.POSITIVE_INFINITY };
      this.#tracked.set(id, tracked);
      this.#drawn.set(id, drawn);
    }
    const { drawn, buffer } = tracked;
    drawn.owner = owner;
    const { newest } = buffer;
    const jump = newest !== undefined && Math.hypot(x - newest.x, y - newest.y) > JUMP;
    this.#place.x = x;
    this.#place.y = y;
    buffer.push(time, this.#place, jump);
  }
}

function isAtHand({ x, y }: DrawnThing, self: DrawnPlayer | undefined): boolean {
  return self !== undefined && Math.abs(self.x - x) < AT_HAND && Math.abs(self.y - y) < AT_HAND;
}
