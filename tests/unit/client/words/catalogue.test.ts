import { afterEach, describe, expect, it } from "vitest";
import { type Catalogue, DEFAULT_LANGUAGE, LANGUAGES } from "#client/words/catalogue.ts";
import { english as early } from "#client/words/english/english.ts";
import { later } from "#client/words/english/not-in-menu.ts";
import { arenaName, modeName } from "#client/words/names.ts";
import { language, speak, t } from "#client/words/t.ts";

const english = { ...early, ...later };

const PLURAL = /_(zero|one|two|few|many|other)$/;
const ORDINAL = /_ordinal$/;

/** Every text of a catalogue by its path. */
function texts(catalogue: Catalogue, path: readonly string[] = []): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, entry] of Object.entries(catalogue)) {
    const at = [...path, name];
    if (typeof entry === "string") found.set(at.join("."), entry);
    else
      for (const [inner, text] of texts(Object.fromEntries(Object.entries(entry)), at))
        found.set(inner, text);
  }
  return found;
}

/** The names of texts that depend on a count, each with the forms that it has. */
function plurals(catalogue: Catalogue): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const path of texts(catalogue).keys()) {
    const form = PLURAL.exec(path)?.[1];
    if (form === undefined) continue;
    const name = path.replace(PLURAL, "");
    found.set(name, (found.get(name) ?? new Set()).add(form));
  }
  return found;
}

/** The variables and the marked parts of a text. */
function inserts(text: string): string[] {
  return (text.match(/\{\{\w+\}\}|<\w+>/g) ?? []).sort();
}

afterEach(() => speak(DEFAULT_LANGUAGE));

describe.each(Object.keys(LANGUAGES))("the catalogue of %s", async (tag) => {
  const load = LANGUAGES[tag];
  if (load === undefined) throw new Error(`There is no language "${tag}".`);
  const catalogue = await load();

  it("has every form of number that the language has", () => {
    for (const [name, forms] of plurals(catalogue)) {
      const type = ORDINAL.test(name) ? "ordinal" : "cardinal";
      const { pluralCategories } = new Intl.PluralRules(tag, { type }).resolvedOptions();
      expect([...forms].sort(), name).toEqual([...pluralCategories].sort());
    }
  });

  it("has the texts of English, with the same variables and marks", () => {
    const own = texts(catalogue);
    const singular = (all: Map<string, string>) => [...all].filter(([path]) => !PLURAL.test(path));
    const shape = (all: Map<string, string>) =>
      new Map(singular(all).map(([path, text]) => [path, inserts(text)]));
    expect(shape(own)).toEqual(shape(texts(english)));
    expect([...plurals(catalogue).keys()]).toEqual([...plurals(english).keys()]);
  });

  it("leaves no text empty", () => {
    expect([...texts(catalogue)].filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});

describe("a text", () => {
  it("has its variables as they are, markup too", () => {
    expect(t(($) => $.results.wins, { name: "<b>&Ann" })).toBe("<b>&Ann wins!");
  });

  it.each([
    [0, "0 bots"],
    [1, "1 bot"],
    [2, "2 bots"],
  ])("of %i bots says %s", (count, text) => {
    expect(t(($) => $.common.bots, { count })).toBe(text);
  });

  it.each([
    [1, "1st"],
    [2, "2nd"],
    [3, "3rd"],
    [4, "4th"],
    [11, "11th"],
    [12, "12th"],
    [13, "13th"],
    [21, "21st"],
    [112, "112th"],
  ])("calls place %i %s", (count, text) => {
    expect(t(($) => $.results.place, { count, ordinal: true })).toBe(text);
  });

  it("is said in the language of the moment", async () => {
    await speak("en-XA");
    expect(language()).toBe("en-XA");
    expect(t(($) => $.menu.rooms.taken, { people: 3, seats: 8 })).toBe("⟦3 <dim>óƒ 8</dim>⟧");
    await speak("xx");
    await speak("constructor");
    expect(language()).toBe("en-XA");
  });
});

describe("a name", () => {
  it("that the catalogue does not know stays as it is", () => {
    expect([
      modeName("brawl"),
      arenaName("Cloud Meadow"),
      arenaName("toString"),
      arenaName("My Map"),
    ]).toEqual(["Brawl", "Cloud Meadow", "toString", "My Map"]);
  });
});
