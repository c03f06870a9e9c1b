import type { ResultsMessage, ResultsRecord } from "#shared/messages.ts";

/** In what somebody can have been the best; knock-outs are what the podium is for. */
const RECORDS = ["flight", "streak", "parries"] as const satisfies readonly ResultsRecord[];
/** A streak of one is no streak. */
const LEAST = { flight: 0.1, streak: 2, parries: 1 };

/** Something that somebody did best, or who was hardest on this player. */
export interface Award {
  readonly kind: (typeof RECORDS)[number] | "nemesis";
  readonly name: string;
  /** It is this player's own. */
  readonly self: boolean;
  /** Tiles of a flight, else how many times. */
  readonly value: number;
}

/** What is worth a word about a match, for the player of an id; nobody has it where nobody did anything. */
export function awardsOf(results: ResultsMessage | undefined, selfId: string | undefined): Award[] {
  if (results === undefined) return [];
  const lines = new Map(results.lines.map((line) => [line.id, line]));
  const awards = RECORDS.flatMap((kind): Award[] => {
    const best = lines.get(results.best[kind] ?? "");
    if (best === undefined || best[kind] < LEAST[kind]) return [];
    return [{ kind, name: best.name, self: best.id === selfId, value: best[kind] }];
  });
  const nemesis = lines.get(selfId ?? "")?.nemesis;
  if (nemesis === undefined) return awards;
  return [...awards, { kind: "nemesis", name: nemesis.name, self: false, value: nemesis.times }];
}
