import { z } from "zod";
import { type ChatLine, KEPT_LINES } from "#shared/talk.ts";
import { memoryOf } from "../../snapshot/memory.ts";
import { count, maybe, setOf } from "../../snapshot/plain.ts";
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

const lineForm: z.ZodType<ChatLine> = z.object({
  number: count,
  from: z.string(),
  name: z.string(),
  look: count,
  tick: count,
  team: z.boolean(),
  watching: z.boolean(),
  text: z.string().exactOptional(),
  phrase: count.exactOptional(),
});

/** The last lines of a room, for those who come late. */
export class SpokenLines {
  #lines: Spoken[] = [];
  #said = 0;
  readonly memory = memoryOf(
    z.object({
      lines: z.array(z.object({ plain: lineForm, meant: maybe(setOf(z.string())) })),
      said: count,
    }),
    () => ({ lines: this.#lines.map(({ plain, meant }) => ({ plain, meant })), said: this.#said }),
    ({ lines, said }) => {
      this.#lines = lines.map(({ plain, meant }) => spoken(plain, meant));
      this.#said = said;
    },
  );

  /** Keeps a line in the place of the oldest one. Returns it as it is sent. */
  add(said: NewLine, filtered: boolean, meant?: ReadonlySet<string>): ChatLine {
    const plain: ChatLine = { number: ++this.#said, ...said };
    const line = spoken(plain, meant);
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
    return filtered ? line.masked : plain;
  }

  /** What somebody may read of them, oldest first. */
  for(id: string, filtered: boolean): ChatLine[] {
    return this.#lines
      .filter(({ meant }) => meant?.has(id) ?? true)
      .map(({ plain, masked }) => (filtered ? masked : plain));
  }
}

function spoken(plain: ChatLine, meant: Spoken["meant"]): Spoken {
  const masked = plain.text === undefined ? plain : { ...plain, text: maskBadWords(plain.text) };
  return { plain, masked, meant };
}
