import { z } from "zod";
import { isStill } from "#shared/simulation/pause.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";
import { memoryOf } from "../snapshot/memory.ts";
import { count, mapOf } from "../snapshot/plain.ts";
import type { FeatureRoom, Person, RoomFeature } from "./feature.ts";

/**
 * People who play and do nothing: after a while they are warned, then a bot plays on with their character, under their name. The
 * first thing they do brings them back, in the very tick.
 */
export class Away implements RoomFeature {
  readonly #room: FeatureRoom;
  readonly #warnAfter: number;
  readonly #botAfter: number;
  /** By session id: ticks of play since they did something. */
  #still = new Map<string, number>();
  readonly memory = memoryOf(
    mapOf(z.string(), count),
    () => this.#still,
    (still) => {
      this.#still = still;
    },
  );

  constructor(room: FeatureRoom) {
    this.#room = room;
    this.#warnAfter = ticks(room.awayTimes.warnAfter);
    this.#botAfter = ticks(room.awayTimes.botAfter);
  }

  beforeStep(inputs: ReadonlyMap<string, readonly PlayerInput[]>): void {
    const { world, features } = this.#room;
    const isPlayed = this.#isTimeOfPlay();
    for (const id of inputs.keys()) {
      if (features.idle.seen(id) === world.tick) this.#isBack(id);
      else if (isPlayed) this.#waitsOn(id);
    }
    // Whoever gave their character up is not away.
    for (const id of this.#still.keys()) if (!inputs.has(id)) this.#isBack(id);
  }

  /** The warning is for the match: what is left of the time goes on with the next one. */
  phaseChanged(): void {
    for (const seat of this.#room.state.seats.values()) if (!seat.away) seat.awayAt = 0;
  }

  left({ id }: Person): void {
    this.#isBack(id);
  }

  /** While a match is played, or is about to be. Nobody grows impatient while its clock stands. */
  #isTimeOfPlay(): boolean {
    const { tick, phase, resumesAt } = this.#room.world;
    return (phase === "countdown" || phase === "playing") && !isStill(resumesAt, tick + 1);
  }

  #waitsOn(id: string): void {
    const { world, state } = this.#room;
    const seat = state.seats.get(id);
    if (seat === undefined || seat.away) return;
    const still = (this.#still.get(id) ?? 0) + 1;
    this.#still.set(id, still);
    if (still >= this.#warnAfter) seat.awayAt = world.tick + this.#botAfter - still;
    if (still < this.#botAfter) return;
    seat.away = true;
    this.#room.standIn(id, true);
  }

  #isBack(id: string): void {
    if (!this.#still.delete(id)) return;
    this.#room.standIn(id, false);
    const seat = this.#room.state.seats.get(id);
    if (seat === undefined) return;
    seat.away = false;
    seat.awayAt = 0;
  }
}
