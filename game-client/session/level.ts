import type { BotSkill } from "#shared/bot-skills.ts";
import type { KeyValueStore } from "./settings.ts";

/** Matches that count. */
const REMEMBERED = 10;
/** Wins among them from which the bots of quick play are normal ones. */
const WINS_FOR_NORMAL = 3;

const KEY = "pushback.matches";

/** How the last matches ended for this player, oldest first; true for a win. */
export class MatchRecord {
  readonly #store: KeyValueStore;
  #won: boolean[];

  /** What is missing or damaged in the store counts as no match at all. */
  constructor(store: KeyValueStore) {
    this.#store = store;
    this.#won = read(store);
  }

  /** Notes the end of a match. A store that keeps nothing only forgets it with the page. */
  note(won: boolean): void {
    this.#won = [...this.#won, won].slice(-REMEMBERED);
    try {
      this.#store.setItem(KEY, JSON.stringify(this.#won));
    } catch (error) {
      console.info("The match is not remembered:", error);
    }
  }

  /**
   * How good the bots of quick play should be: easy ones until the first win, mixed ones until the third among the last
   * ten matches, then normal ones. Of 60 matches against five bots, a modelled newcomer won 82 % against easy ones, 28 %
   * against mixed ones and 7 % against normal ones (`npm run bench -- bots --players 6 --skills newcomer,…`).
   */
  get level(): BotSkill {
    const wins = this.#won.filter((won) => won).length;
    if (wins >= WINS_FOR_NORMAL) return "normal";
    return wins === 0 ? "easy" : "mixed";
  }
}

function read(store: KeyValueStore): boolean[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((won) => typeof won === "boolean").slice(-REMEMBERED) : [];
  } catch {
    return [];
  }
}
