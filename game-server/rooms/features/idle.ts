import { z } from "zod";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { memoryOf } from "../snapshot/memory.ts";
import { count } from "../snapshot/plain.ts";
import type { FeatureRoom, Person, RoomFeature } from "./feature.ts";
import { IDLE, IdleWatch } from "./idle-watch.ts";

/** Closes the room when nobody has done anything in it for too long, and says so before. */
export class Idle implements RoomFeature {
  readonly #room: FeatureRoom;
  readonly #watch: IdleWatch;
  readonly memory = memoryOf(
    z.object({ watch: z.unknown(), closesAt: count }),
    () => ({ watch: this.#watch.memory.save(), closesAt: this.#room.state.closesAt }),
    ({ watch, closesAt }, of) => {
      this.#watch.memory.load(watch, `${of}.watch`);
      this.#room.state.closesAt = closesAt;
    },
  );

  constructor(room: FeatureRoom) {
    this.#room = room;
    this.#watch = new IdleWatch(room.maxIdleMinutes);
  }

  /** Somebody has told the room to do something: they are there, although they may not move, as in the lobby. */
  noticed(id: string): void {
    this.#watch.noticed(id, this.#room.world.tick);
  }

  /** The tick at which somebody last did something; undefined when they never did. */
  seen(id: string): number | undefined {
    return this.#watch.seen(id);
  }

  left({ id }: Person): void {
    this.#watch.forget(id);
  }

  beforeStep(inputs: ReadonlyMap<string, readonly PlayerInput[]>): void {
    const { world, state } = this.#room;
    state.closesAt = this.#watch.closesAt(world.tick, inputs);
    if (state.closesAt !== 0 && world.tick >= state.closesAt) this.#room.close(IDLE);
  }
}
