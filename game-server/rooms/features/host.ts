import type { FeatureRoom, Person, RoomFeature } from "./feature.ts";

/**
 * Who is the host: whoever opened the room, and when they have left, the person who has been in it longest. One whose line is
 * cut stays the host while their seat waits for them.
 */
export class Host implements RoomFeature {
  readonly #room: FeatureRoom;

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  /** Session id of the host; empty in a room without people. */
  get id(): string {
    return this.#room.state.hostId;
  }

  is(id: string): boolean {
    return this.id === id;
  }

  /** Makes somebody in the room the host. Returns whether they could be. */
  handOver(id: string): boolean {
    if (!this.#room.people.has(id)) return false;
    this.#room.state.hostId = id;
    this.#room.publish();
    return true;
  }

  joined({ id }: Person): void {
    if (this.id === "") this.handOver(id);
  }

  left({ id }: Person): void {
    if (!this.is(id)) return;
    const { people, state } = this.#room;
    const [next] = people.values();
    state.hostId = next?.id ?? "";
    this.#room.publish();
  }
}
