import { z } from "zod";
import { RECORDS, type ResultsLine, type ResultsMessage, type ResultsRecord } from "#shared/messages.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { MATCH } from "#shared/tunables.ts";
import { memoryOf } from "../../snapshot/memory.ts";
import { count, mapOf } from "../../snapshot/plain.ts";

/** Of more players than this only some are told to each. */
const MAX_LINES = MATCH.maxPlayers;
/** Players that are remembered at most: those of the largest room, and as many who have left. */
const MAX_KEPT = 256;

/** What somebody has done so far. */
interface Line {
  name: string;
  knockouts: number;
  falls: number;
  parries: number;
  /** Tiles. */
  flight: number;
  streak: number;
  /** How often who knocked them out, by session id. */
  readonly by: Map<string, number>;
}

const lineForm: z.ZodType<Line> = z.object({
  name: z.string(),
  knockouts: count,
  falls: count,
  parries: count,
  flight: z.number(),
  streak: count,
  by: mapOf(z.string(), count),
});

/** What everybody has done in a match, by session id. */
export class MatchTally {
  #lines = new Map<string, Line>();
  readonly #nameOf: (id: string) => string;
  readonly memory = memoryOf(
    mapOf(z.string(), lineForm),
    () => this.#lines,
    (lines) => {
      this.#lines = lines;
    },
  );

  /** `nameOf` says what somebody in the room is called; nothing of whoever has left. */
  constructor(nameOf: (id: string) => string) {
    this.#nameOf = nameOf;
  }

  /** Takes in something that happened in the match. */
  note(event: GameEvent): void {
    if (event.type === "parry") this.#line(event.id).parries += 1;
    if (event.type !== "fall") return;
    const fallen = this.#line(event.id);
    fallen.falls += 1;
    if (event.by === "") return;
    const killer = this.#line(event.by);
    killer.knockouts += 1;
    killer.streak = Math.max(killer.streak, event.streak);
    fallen.by.set(event.by, (fallen.by.get(event.by) ?? 0) + 1);
  }

  /** Somebody has flown so many tiles. */
  flew(id: string, tiles: number): void {
    const line = this.#line(id);
    line.flight = Math.max(line.flight, tiles);
  }

  /** Somebody was there, whether they did anything or not. */
  played(id: string): void {
    this.#line(id);
  }

  /** Somebody has left the room. */
  left(id: string): void {
    if (this.#lines.size > MAX_KEPT) this.#lines.delete(id);
  }

  /** Takes in the present names of those who are there; whoever has left keeps the one they had. */
  refreshNames(): void {
    for (const [id, line] of this.#lines) line.name = this.#nameOf(id) || line.name;
  }

  /** The results as somebody is told them. */
  resultsFor(reader: string): ResultsMessage {
    const best = this.#best();
    const all = [...this.#lines.keys()];
    const told = new Set([reader, ...Object.values(best)]);
    const ids = all.length <= MAX_LINES ? all : all.filter((id) => told.has(id));
    return { lines: ids.map((id) => this.#told(id, this.#line(id))), best, players: all.length };
  }

  #best(): { [Name in ResultsRecord]?: string } {
    const best: { [Name in ResultsRecord]?: string } = {};
    for (const record of RECORDS) {
      let most = 0;
      for (const [id, line] of this.#lines) {
        if (line[record] <= most) continue;
        most = line[record];
        best[record] = id;
      }
    }
    return best;
  }

  #told(id: string, { name, knockouts, falls, parries, flight, streak, by }: Line): ResultsLine {
    const told = { id, name, knockouts, falls, parries, flight: Math.round(flight * 10) / 10, streak };
    let nemesis: ResultsLine["nemesis"];
    for (const [other, times] of by) {
      if (times > (nemesis?.times ?? 0)) nemesis = { id: other, name: this.#line(other).name, times };
    }
    return nemesis === undefined ? told : { ...told, nemesis };
  }

  #line(id: string): Line {
    const known = this.#lines.get(id);
    if (known !== undefined) return known;
    const line: Line = {
      name: this.#nameOf(id),
      knockouts: 0,
      falls: 0,
      parries: 0,
      flight: 0,
      streak: 0,
      by: new Map(),
    };
    this.#lines.set(id, line);
    return line;
  }
}
