import { z } from "zod";
import { ServerMessage } from "#shared/messages.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import { memoryOf } from "../snapshot/memory.ts";
import { count } from "../snapshot/plain.ts";
import type { FeatureRoom, Person, RoomFeature } from "./feature.ts";

/**
 * Who is the host: whoever opened the room, and when they have left, the person who has been in it longest, of those who play
 * if anybody does. One whose line is cut stays the host while their seat waits for them.
 */
export class Host implements RoomFeature {
  readonly #room: FeatureRoom;
  #since = 0;
  readonly memory = memoryOf(
    z.object({ id: z.string(), since: count }),
    () => ({ id: this.id, since: this.#since }),
    ({ id, since }) => {
      this.#room.state.hostId = id;
      this.#since = since;
    },
  );

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  /** Session id of the host; empty in a room without people. */
  get id(): string {
    return this.#room.state.hostId;
  }

  /** The tick since which somebody has been the host. */
  get since(): number {
    return this.#since;
  }

  is(id: string): boolean {
    return this.id === id;
  }

  /** Makes somebody in the room the host, and tells everybody. */
  handOver(id: string): void {
    const { people, state, publish } = this.#room;
    if (!people.has(id) || this.is(id)) return;
    this.#make(id);
    publish();
    const name = state.seats.get(id)?.name ?? "";
    this.#tell(refusal("new_host", { name }), (one) => one.id !== id);
    this.#tell(refusal("you_are_host"), (one) => one.id === id);
  }

  joined({ id }: Person): void {
    if (this.id !== "") return;
    this.#make(id);
    this.#room.publish();
  }

  left({ id }: Person): void {
    if (!this.is(id)) return;
    const next = this.#longestHere();
    if (next !== undefined) this.handOver(next.id);
    else this.#room.state.hostId = "";
  }

  /**
   * Whoever only watches or is away comes after those who play, and people whose line is cut after all who are connected; the
   * other tabs of who was put out are about to go.
   */
  #longestHere(): Person | undefined {
    const { people, state, features } = this.#room;
    const all = [...people.values()].filter(({ guest }) => !features.order.isOut(guest));
    const connected = all.filter(({ id }) => state.seats.get(id)?.connected);
    const playing = connected.filter(({ id }) => {
      const seat = state.seats.get(id);
      return seat?.role === "player" && !seat.away;
    });
    return playing[0] ?? connected[0] ?? all[0];
  }

  #make(id: string): void {
    const { state, world } = this.#room;
    state.hostId = id;
    this.#since = world.tick;
  }

  #tell(text: string, isMeant: (person: Person) => boolean): void {
    this.#room.broadcast(ServerMessage.Notice, { text }, isMeant);
  }
}
