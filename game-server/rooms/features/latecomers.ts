import { z } from "zod";
import { memoryOf } from "../snapshot/memory.ts";
import { setOf } from "../snapshot/plain.ts";
import type { FeatureRoom, Person, RoomFeature } from "./feature.ts";

/** Those who came to play while the mode admits nobody: they watch until it does, or until the next match begins. */
export class Latecomers implements RoomFeature {
  readonly #room: FeatureRoom;
  /** Session ids, in the order in which they came. */
  #waiting = new Set<string>();
  readonly memory = memoryOf(
    setOf(z.string()),
    () => this.#waiting,
    (waiting) => {
      this.#waiting = waiting;
    },
  );

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  /** Whether somebody who comes now has to wait for a character. */
  get mustWait(): boolean {
    const { world } = this.#room;
    return world.phase === "playing" && world.mode.admits?.(world) === false;
  }

  /** Whether somebody waits for a character. */
  waits(id: string): boolean {
    return this.#waiting.has(id);
  }

  /** Gives somebody who has a seat a character as soon as the mode lets them have one. */
  admit(id: string): void {
    if (this.mustWait) this.#waiting.add(id);
    else this.#room.giveBody(id);
  }

  /** Somebody would rather watch. */
  forget(id: string): void {
    this.#waiting.delete(id);
  }

  left({ id }: Person): void {
    this.forget(id);
  }

  afterStep(): void {
    if (this.#waiting.size > 0 && !this.mustWait) this.#letIn();
  }

  #letIn(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const id of waiting) this.#room.giveBody(id);
  }
}
