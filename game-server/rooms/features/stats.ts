import { z } from "zod";
import { type ResultsMessage, ServerMessage } from "#shared/messages.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { memoryOf } from "../snapshot/memory.ts";
import type { FeatureRoom, Person, RoomFeature } from "./feature.ts";
import { Flights } from "./stats/flights.ts";
import { MatchTally } from "./stats/match-tally.ts";

/** Counts what everybody does in a match, bots included, and tells it when the match is over. */
export class Stats implements RoomFeature {
  readonly #room: FeatureRoom;
  #tally: MatchTally;
  #flights = new Flights((id, tiles) => this.#tally.flew(id, tiles));
  /** The match that has just ended, while its results are shown. */
  #shown: MatchTally | undefined;
  readonly memory = memoryOf(
    z.object({ tally: z.unknown(), flights: z.unknown(), isShown: z.boolean() }),
    () => ({
      tally: this.#tally.memory.save(),
      flights: this.#flights.memory.save(),
      isShown: this.#shown !== undefined,
    }),
    ({ tally, flights, isShown }, of) => {
      this.#tally.memory.load(tally, `${of}.tally`);
      this.#flights.memory.load(flights, `${of}.flights`);
      this.#shown = isShown ? this.#tally : undefined;
    },
  );

  constructor(room: FeatureRoom) {
    this.#room = room;
    this.#tally = this.#begin();
  }

  afterStep(events: readonly GameEvent[]): void {
    const { world } = this.#room;
    if (world.phase !== "playing") return;
    for (const event of events) {
      this.#tally.note(event);
      this.#flights.note(event);
    }
    this.#flights.follow(world);
  }

  phaseChanged(): void {
    const { world, people } = this.#room;
    this.#shown = undefined;
    if (world.phase !== "results") {
      this.#tally = this.#begin();
      this.#flights.forget();
      return;
    }
    for (const id of world.players.keys()) this.#tally.played(id);
    this.#tally.refreshNames();
    this.#shown = this.#tally;
    for (const { id } of people.values()) this.#tell(id);
  }

  joined({ id }: Person): void {
    this.#tell(id);
  }

  back({ id }: Person): void {
    this.#tell(id);
  }

  left({ id }: Person): void {
    this.#tally.left(id);
  }

  #begin(): MatchTally {
    const { seats } = this.#room.state;
    return new MatchTally((id) => seats.get(id)?.name ?? "");
  }

  #tell(id: string): void {
    if (this.#shown === undefined) return;
    const message: ResultsMessage = this.#shown.resultsFor(id);
    this.#room.send(id, ServerMessage.Results, message);
  }
}
