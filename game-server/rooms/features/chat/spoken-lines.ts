import { type ChatLine, KEPT_LINES } from "#shared/talk.ts";
import { maskBadWords } from "./bad-words.ts";

/** A line before it is kept. */
export type NewLine = Omit<ChatLine, "number">;

/** A line as it was said, in both of the ways in which it can be sent. */
interface Spoken {
  readonly plain: ChatLine;
  readonly masked: ChatLine;
  /** Session ids of those whom it was for; everybody when undefined. */
  readonly meant: ReadonlySet<string> | undefined;
}

/** The last lines of a room, for those who come late. */
export class SpokenLines {
  readonly #lines: Spoken[] = [];
  #said = 0;

  /** Keeps a line in the place of the oldest one. Returns it as it is sent. */
  add(line: NewLine, filtered: boolean, meant?: ReadonlySet<string>): ChatLine {
    const plain: ChatLine = { number: ++this.#said, ...line };
    const masked = plain.text === undefined ? plain : { ...plain, text: maskBadWords(plain.text) };
    this.#lines.push({ plain, masked, meant });
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
    return filtered ? masked : plain;
  }

  /** What somebody may read of them, oldest first. */
  for(id: string, filtered: boolean): ChatLine[] {
    return this.#lines
      .filter(({ meant }) => meant?.has(id) ?? true)
      .map(({ plain, masked }) => (filtered ? masked : plain));
  }
}
