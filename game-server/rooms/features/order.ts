import { z } from "zod";
import { ServerMessage } from "#shared/messages.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import { memoryOf } from "../snapshot/memory.ts";
import { setOf } from "../snapshot/plain.ts";
import type { Applicant, FeatureRoom, Person, RoomFeature } from "./feature.ts";

/** Keeps order in a room: who was put out stays out, who is muted stays silent, and nobody comes into a locked room. */
export class Order implements RoomFeature {
  readonly #room: FeatureRoom;
  /** Guests and addresses that were put out, for as long as the room is there. */
  #guestsOut = new Set<string>();
  #addressesOut = new Set<string>();
  #mutedGuests = new Set<string>();
  readonly memory = memoryOf(
    z.object({
      guestsOut: setOf(z.string()),
      addressesOut: setOf(z.string()),
      mutedGuests: setOf(z.string()),
      locked: z.boolean(),
    }),
    () => ({
      guestsOut: this.#guestsOut,
      addressesOut: this.#addressesOut,
      mutedGuests: this.#mutedGuests,
      locked: this.#room.state.locked,
    }),
    ({ guestsOut, addressesOut, mutedGuests, locked }) => {
      this.#guestsOut = guestsOut;
      this.#addressesOut = addressesOut;
      this.#mutedGuests = mutedGuests;
      this.#room.state.locked = locked;
    },
  );

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  refuse({ guest, from }: Applicant): string | undefined {
    const isOut = (guest !== undefined && this.#guestsOut.has(guest)) || this.#addressesOut.has(from ?? "");
    if (isOut) return refusal("kicked");
    return this.#room.state.locked ? refusal("room_locked", { code: this.#room.code }) : undefined;
  }

  joined({ id, guest }: Person): void {
    if (this.#mutedGuests.has(guest)) this.#mark(id, true);
  }

  /** Whether a guest was put out of this room. */
  isOut(guest: string): boolean {
    return this.#guestsOut.has(guest);
  }

  isMuted(id: string): boolean {
    return this.#room.state.seats.get(id)?.muted === true;
  }

  /** Puts somebody out, with all their tabs, and keeps them out; with `address`, everybody from their address too. */
  kick(id: string, address: boolean): void {
    const { people, state } = this.#room;
    const person = people.get(id);
    if (person === undefined) return;
    const name = state.seats.get(id)?.name ?? "";
    this.#guestsOut.add(person.guest);
    if (address && person.address !== "") this.#addressesOut.add(person.address);
    for (const one of [...people.values()]) {
      if (one.guest === person.guest) this.#room.expel(one.id, refusal("kicked"));
    }
    this.#room.broadcast(ServerMessage.Notice, { text: refusal("was_kicked", { name }) });
  }

  /** Silences somebody, or lets them talk again; in all their tabs, and when they come back. */
  mute(id: string, muted: boolean): void {
    const person = this.#room.people.get(id);
    if (person === undefined) return;
    if (muted) this.#mutedGuests.add(person.guest);
    else this.#mutedGuests.delete(person.guest);
    for (const one of this.#room.people.values()) if (one.guest === person.guest) this.#mark(one.id, muted);
    const text = refusal(muted ? "you_are_muted" : "you_may_talk");
    this.#room.send(id, ServerMessage.Notice, { text });
  }

  /** Lets nobody else in, or everybody again. A room that is locked is in no list; whoever drops out may return. */
  lock(locked: boolean): void {
    this.#room.state.locked = locked;
    this.#room.publish();
    this.#room.broadcast(ServerMessage.Notice, { text: refusal(locked ? "now_locked" : "now_open") });
  }

  #mark(id: string, muted: boolean): void {
    const seat = this.#room.state.seats.get(id);
    if (seat !== undefined) seat.muted = muted;
  }
}
