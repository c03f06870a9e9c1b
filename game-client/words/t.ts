import { signal } from "@preact/signals-core";
import { createInstance } from "i18next";
import { DEFAULT_LANGUAGE, LANGUAGES } from "./catalogue.ts";
import { english } from "./english/english.ts";

const instance = createInstance();
void instance.init({
  lng: DEFAULT_LANGUAGE,
  fallbackLng: DEFAULT_LANGUAGE,
  resources: { [DEFAULT_LANGUAGE]: { translation: english } },
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
    void spoken.value;
    return Reflect.apply(translate, self, asked);
  },
});

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

/** Speaks another language, once its catalogue is there. One that is not known leaves everything as it is. */
export async function speak(tag: string): Promise<void> {
  const load = Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : undefined;
  if (load === undefined || tag === spoken.peek()) return;
  instance.addResourceBundle(tag, "translation", await load());
  await instance.changeLanguage(tag);
  spoken.value = tag;
}
