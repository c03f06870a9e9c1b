import { z } from "zod";
import { Action, type GameEvent, type World } from "#shared/simulation/types.ts";
import { MOVE, ticks } from "#shared/tunables.ts";
import { memoryOf } from "../../snapshot/memory.ts";
import { count, mapOf } from "../../snapshot/plain.ts";

/** A flight that takes longer (ticks) is none any more: its player runs along a belt. */
const MAX_TICKS = ticks(3);
/** Faster than this (tiles/s) nobody runs; a little more than the top speed, which is rounded on the wire. */
const RUNNING = MOVE.topSpeed + 0.02;

interface Flight {
  readonly tick: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Measures flights: the straight way (tiles) from where a blow, a spring or a bumper threw somebody to where they are no faster
 * than they can run and on the ground, or to where they fall. Thrown once more on the way, they begin another one there; a blow that
 * is taken back was none.
 */
export class Flights {
  readonly #landed: (id: string, tiles: number) => void;
  #under = new Map<string, Flight>();
  readonly memory = memoryOf(
    mapOf(z.string(), z.object({ tick: count, x: z.number(), y: z.number() })),
    () => this.#under,
    (under) => {
      this.#under = under;
    },
  );

  /** `landed` is told of each flight that is over. */
  constructor(landed: (id: string, tiles: number) => void) {
    this.#landed = landed;
  }

  /** Takes in what happened in a step of the match, in order. */
  note(event: GameEvent): void {
    switch (event.type) {
      case "hit":
      case "spring":
      case "bumper":
        this.#land(event.id, event);
        this.#under.set(event.id, { tick: event.tick, x: event.x, y: event.y });
        return;
      case "teleport":
        this.#under.delete(event.id);
        return;
      case "fall":
        this.#land(event.id, event);
        return;
      case "braced":
      case "parry":
      case "dodge":
        if (event.since === this.#under.get(event.id)?.tick) this.#under.delete(event.id);
    }
  }

  /** Looks who has landed, after each step. */
  follow(world: World): void {
    for (const [id, { tick }] of this.#under) {
      const player = world.players.get(id);
      if (player === undefined || player.action === Action.Falling) this.#under.delete(id);
      else if (world.tick - tick > MAX_TICKS) this.#under.delete(id);
      else if (player.airTicks === 0 && Math.hypot(player.vx, player.vy) <= RUNNING) this.#land(id, player);
    }
  }

  /** Forgets who is on their way. */
  forget(): void {
    this.#under.clear();
  }

  #land(id: string, { x, y }: { readonly x: number; readonly y: number }): void {
    const flight = this.#under.get(id);
    if (flight === undefined) return;
    this.#under.delete(id);
    this.#landed(id, Math.hypot(x - flight.x, y - flight.y));
  }
}
