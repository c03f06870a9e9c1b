import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { memoryOf } from "../snapshot/memory.ts";
import type { FeatureRoom, Person, RoomFeature } from "./feature.ts";

const NO_SEAT = refusal("no_free_seat");

/** Steps between two looks for a seat that got free without anybody leaving: one that was given out and never taken. */
const LOOK_EVERY = 50;

/** Those who only watch: how they come to play, by a free seat or by the line for the next one, and how players come to watch. */
export class Spectators implements RoomFeature {
  readonly #room: FeatureRoom;
  /** Session ids, in the order in which they stand. */
  #line: string[] = [];
  readonly memory = memoryOf(
    z.array(z.string()),
    () => this.#line,
    (line) => {
      this.#line = line;
    },
  );

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  /** For how many in line a seat is kept from others. */
  get inLine(): number {
    return this.#line.filter((id) => this.#canSit(id)).length;
  }

  is(id: string): boolean {
    return this.#room.state.seats.get(id)?.role === "spectator";
  }

  /** Why somebody may not play now, as a refusal. Whoever is first in line may take a seat that is free, nobody else. */
  refusePlay(id: string): string | undefined {
    if (!this.is(id)) return refusal("playing_already");
    const first = this.#line.find((other) => this.#canSit(other));
    return first !== undefined && first !== id ? NO_SEAT : this.#room.refuseSeat(id);
  }

  /** Why somebody may not watch, as a refusal. */
  refuseWatch(id: string): string | undefined {
    if (this.is(id)) return refusal("watching_already");
    const { code } = this.#room;
    return this.#room.freeToWatch() > 0 ? undefined : refusal("watchers_full", { code });
  }

  /** Gives somebody who watches a seat of the match, and a character as soon as the mode lets them have one. */
  play(id: string): void {
    this.#leaveLine(id);
    this.#room.takeSeat(id);
    this.#room.features.latecomers.admit(id);
  }

  /** Somebody who plays gives their character up; their seat is for whoever is first in line. */
  watch(id: string): void {
    this.#room.features.latecomers.forget(id);
    this.#room.takeBody(id);
    this.#serve();
    // Perhaps the others have only waited for this one.
    this.#room.features.rematch.count();
  }

  /** Puts somebody at the end of the line, or takes them out of it. A seat that is free they get at once. */
  queue(id: string, on: boolean): void {
    if (!on) this.#leaveLine(id);
    else if (!this.#line.includes(id)) this.#line.push(id);
    this.#serve();
  }

  back(): void {
    this.#serve();
  }

  left({ id }: Person): void {
    this.#leaveLine(id);
    this.#serve();
  }

  afterStep(): void {
    if (this.#line.length > 0 && this.#room.world.tick % LOOK_EVERY === 0) this.#serve();
  }

  /** Seats that are free go to those in line, in order. */
  #serve(): void {
    for (const id of [...this.#line]) {
      if (this.#canSit(id)) this.play(id);
    }
    this.#tellPlaces();
  }

  #leaveLine(id: string): void {
    if (!this.#line.includes(id)) return;
    this.#line = this.#line.filter((other) => other !== id);
    const seat = this.#room.state.seats.get(id);
    if (seat !== undefined) seat.queued = 0;
    this.#tellPlaces();
  }

  /** Everybody in line sees their place. */
  #tellPlaces(): void {
    const { seats } = this.#room.state;
    this.#line.forEach((id, index) => {
      const seat = seats.get(id);
      if (seat !== undefined) seat.queued = index + 1;
    });
  }

  /** Whoever cannot take a free seat, because their line is cut or their address has its share, keeps nobody else from it. */
  #canSit(id: string): boolean {
    return this.#room.state.seats.get(id)?.connected === true && this.#room.refuseSeat(id) === undefined;
  }
}
