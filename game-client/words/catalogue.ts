import { english } from "./english/english.ts";
import type { later } from "./english/not-in-menu.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    enableSelector: true;
    resources: { translation: typeof english & typeof later };
  }
}

/** A catalogue of texts, whatever its language: texts by names, in groups. */
export interface Catalogue {
  readonly [name: string]: string | readonly string[] | Catalogue;
}

/** The language that the page speaks without being asked. */
export const DEFAULT_LANGUAGE = "en";

/** Every language, by its tag (BCP 47). All but English come when they are asked for. */
export const LANGUAGES: Readonly<Record<string, () => Promise<Catalogue>>> = {
  [DEFAULT_LANGUAGE]: async () => ({ ...english, ...(await import("./english/not-in-menu.ts")).later }),
  /** For tests: English with accents on every letter, so that a text that is in no catalogue stands out. */
  "en-XA": async () => {
    const [{ pseudo }, { later }] = await Promise.all([
      import("./pseudo.ts"),
      import("./english/not-in-menu.ts"),
    ]);
    return pseudo({ ...english, ...later });
  },
};
