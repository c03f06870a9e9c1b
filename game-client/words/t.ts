import { signal } from "@preact/signals-core";
import { createInstance } from "i18next";
import { type Catalogue, DEFAULT_LANGUAGE, LANGUAGES } from "./catalogue.ts";
import { english } from "./english/english.ts";

const instance = createInstance();
void instance.init({
  lng: DEFAULT_LANGUAGE,
  fallbackLng: DEFAULT_LANGUAGE,
  resources: { [DEFAULT_LANGUAGE]: { translation: { ...english } } },
  // Texts become text nodes and attributes, never markup.
  interpolation: { escapeValue: false },
  initAsync: false,
});

const spoken = signal(DEFAULT_LANGUAGE);

/**
 * A text for players: `t(($) => $.menu.play)`, with its variables as a second argument. Whatever shows it shows it again when
 * the language changes, for it reads a signal.
 */
export const t = new Proxy(instance.t, {
  apply(translate, self, asked) {
    const [select, variables] = asked;
    return plainText(spoken.value, select, variables) ?? Reflect.apply(translate, self, asked);
  },
});

/**
 * A text as its catalogue has it, its variables filled in; undefined where there is more to find out, such as a form for a number.
 * It is what i18next would say, which makes fifty objects on the way.
 */
function plainText(tag: string, select: unknown, variables: unknown): string | undefined {
  if (typeof select !== "function") return undefined;
  const texts: unknown = instance.getResourceBundle(tag, "translation");
  let text: unknown;
  try {
    text = select(texts);
  } catch {
    // A language that lacks all of a part: i18next has another one for it.
    return undefined;
  }
  if (typeof text !== "string" || text.includes("$t(")) return undefined;
  if (!text.includes("{{")) return text;
  if (typeof variables !== "object" || variables === null || "count" in variables) return undefined;
  const values = new Map<string, unknown>(Object.entries(variables));
  let isPlain = true;
  const filled = text.replace(/\{\{(.*?)\}\}/g, (_all, name: string) => {
    const value = values.get(name);
    isPlain &&= typeof value === "string" || typeof value === "number";
    return String(value);
  });
  return isPlain ? filled : undefined;
}

/** A text whose name comes from outside, as that of a refusal; undefined when there is none of that name. */
export function lookUp(
  name: string,
  variables: Readonly<Record<string, string | number>>,
): string | undefined {
  void spoken.value;
  return instance.exists(name, variables) ? instance.t(name, variables) : undefined;
}

/** A text that is kept before it is shown: said in the language of the moment, each time that it is called. */
export type Text = () => string;

/** The language that the page speaks; in an effect or a component, the one that it speaks from now on. */
export function language(): string {
  return spoken.value;
}

/** Takes English texts in that were fetched later than the rest. */
export function learn(texts: Catalogue): void {
  instance.addResourceBundle(DEFAULT_LANGUAGE, "translation", texts, true);
}

/** Speaks another language, once its catalogue is there. One that is not known leaves everything as it is. */
export async function speak(tag: string): Promise<void> {
  const load = Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : undefined;
  if (load === undefined || tag === spoken.peek()) return;
  instance.addResourceBundle(tag, "translation", await load());
  await instance.changeLanguage(tag);
  spoken.value = tag;
}
