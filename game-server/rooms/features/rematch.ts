import type { FeatureRoom, RoomFeature } from "./feature.ts";

/** The vote for the next match: it begins when everybody who plays wants it. */
export class Rematch implements RoomFeature {
  readonly #room: FeatureRoom;

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  /** Somebody wants the rematch now. */
  vote(id: string): void {
    const seat = this.#room.state.seats.get(id);
    if (seat !== undefined) seat.ready = true;
    this.#count();
  }

  joined(): void {
    this.#count();
  }

  dropped(): void {
    this.#count();
  }

  left(): void {
    this.#count();
  }

  phaseChanged(): void {
    for (const seat of this.#room.state.seats.values()) seat.ready = false;
  }

  #count(): void {
    if (this.#everybodyWants()) this.#room.endPhase();
  }

  /** People whose line is cut and bots are not asked, nor who only watches. */
  #everybodyWants(): boolean {
    const { world, state } = this.#room;
    if (world.phase !== "results") return false;
    const people = [...state.seats].filter(
      ([id, seat]) => !seat.bot && seat.connected && world.players.has(id),
    );
    return people.length > 0 && people.every(([, seat]) => seat.ready);
  }
}
