import type { BotSkill } from "#shared/bot-skills.ts";
import type { KeyValueStore } from "./settings.ts";

/** Matches that count. */
const REMEMBERED = 10;
/** Wins among them from which the bots of quick play are normal ones, and hard ones. */
const WINS_FOR_NORMAL = 3;
const WINS_FOR_HARD = 6;
/** Matches in a row without a win after which they are easy ones. */
const LOST_FOR_EASY = 4;

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
   * How good the bots of quick play should be: mixed ones, most of them easy, at the start; easy ones after four matches
   * without a win; normal ones from the third win in the last ten matches, hard ones from the sixth. Of the
   * first ten matches a modelled newcomer wins a quarter that way (`npm run bench -- career`).
   */
  get level(): BotSkill {
    const wins = this.#won.filter((won) => won).length;
    if (wins >= WINS_FOR_HARD) return "hard";
    if (wins >= WINS_FOR_NORMAL) return "normal";
    const latest = this.#won.slice(-LOST_FOR_EASY);
    return latest.length === LOST_FOR_EASY && !latest.includes(true) ? "easy" : "mixed";
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
