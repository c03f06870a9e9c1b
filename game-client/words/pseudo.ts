import type { Catalogue } from "./catalogue.ts";

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = [..."áƀçðéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻḾÑÓÞǪŔŠŢÚṼŴẊÝŽ"];
/** What is no word: variables and the marks of parts of a text. */
const KEPT = /(\{\{.*?\}\}|<\/?\w+>)/;

function accent(text: string): string {
  const words = text
    .split(KEPT)
    .map((part) =>
      KEPT.test(part) ? part : [...part].map((sign) => ACCENTED[PLAIN.indexOf(sign)] ?? sign).join(""),
    );
  return `⟦${words.join("")}⟧`;
}

/** A catalogue in which every letter has an accent and every text stands in brackets; variables and marks stay. */
export function pseudo(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, entry]) => [
      name,
      typeof entry === "string" ? accent(entry) : isList(entry) ? entry.map(accent) : pseudo(entry),
    ]),
  );
}

function isList(entry: Exclude<Catalogue[string], string>): entry is readonly string[] {
  return Array.isArray(entry);
}
