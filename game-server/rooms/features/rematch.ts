import { NO_MEMORY } from "../snapshot/memory.ts";
import type { FeatureRoom, RoomFeature } from "./feature.ts";

/** Who is ready for the next match: it begins when everybody is who plays. */
export class Rematch implements RoomFeature {
  readonly memory = NO_MEMORY;
  readonly #room: FeatureRoom;

  constructor(room: FeatureRoom) {
    this.#room = room;
  }

  /** Somebody wants the next match now, or would rather wait after all. */
  want(id: string, ready: boolean): void {
    const seat = this.#room.state.seats.get(id);
    if (seat !== undefined) seat.ready = ready;
    this.count();
  }

  /** Begins the next match if everybody wants it who is asked. */
  count(): void {
    if (this.#everybodyWants()) this.#room.endPhase();
  }

  joined(): void {
    this.count();
  }

  dropped(): void {
    this.count();
  }

  back(): void {
    this.count();
  }

  left(): void {
    this.count();
  }

  /** Whoever was ready while the results were shown is so in the lobby. */
  phaseChanged(): void {
    if (this.#room.world.phase === "lobby") return;
    for (const seat of this.#room.state.seats.values()) seat.ready = false;
  }

  /** People whose line is cut and bots are not asked, nor who only watches or is away. */
  #everybodyWants(): boolean {
    const { world, state } = this.#room;
    if (world.phase !== "results" && world.phase !== "lobby") return false;
    const people = [...state.seats].filter(
      ([id, seat]) => !seat.bot && seat.connected && !seat.away && world.players.has(id),
    );
    return people.length > 0 && people.every(([, seat]) => seat.ready);
  }
}
