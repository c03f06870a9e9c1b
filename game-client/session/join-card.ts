import { refusalCode } from "#player/ends.ts";
import type { RoomCard } from "#shared/room-list.ts";
import { refusalText } from "../words/refusals.ts";
import { t } from "../words/t.ts";
import type { CardStore } from "./stores/card.ts";

/** What a join card needs to follow its room. */
export interface JoinCardDeps {
  readonly about: CardStore["about"];
  /** Asks for the room of a code. Rejects with the refusal of the server. */
  look(code: string): Promise<RoomCard>;
  /** Calls back once. Returns what calls it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/** Period (ms) in which a card that is shown asks how its room is. */
const LOOK_MS = 4000;

/** Keeps a join card up to date for as long as it is shown: people come and go, and rooms close. */
export class JoinCard {
  readonly #deps: JoinCardDeps;
  /** Grows with each card, so that an answer to an older one is recognised. */
  #cards = 0;

  constructor(deps: JoinCardDeps) {
    this.#deps = deps;
  }

  /** Follows the room of a code while `isShown` says so. */
  follow(code: string, isShown: () => boolean): void {
    const { about } = this.#deps;
    const card = ++this.#cards;
    const before = about.peek();
    // Back on the card of the same room, what was known stays up.
    if (before.kind !== "room" || before.room.code !== code) about.value = { kind: "looking" };
    const isCurrent = (): boolean => card === this.#cards && isShown();
    const look = async (): Promise<void> => {
      if (!isCurrent()) return;
      await this.#ask(code, isCurrent);
      this.#deps.after(LOOK_MS, () => void look());
    };
    void look();
  }

  async #ask(code: string, isCurrent: () => boolean): Promise<void> {
    const { about, look } = this.#deps;
    try {
      const room = await look(code);
      if (isCurrent()) about.value = { kind: "room", room };
    } catch (error) {
      if (!isCurrent()) return;
      const known = about.peek();
      const why = error instanceof Error ? refusalText(error.message) : () => t(($) => $.card.gone.text);
      if (refusalCode(error) === 404)
        about.value = { kind: "gone", why: known.kind === "room" ? () => t(($) => $.card.gone.text) : why };
      // Asked too often, or no answer for once: what was known stays up.
      else if (known.kind !== "room") about.value = { kind: "unreachable" };
    }
  }
}
