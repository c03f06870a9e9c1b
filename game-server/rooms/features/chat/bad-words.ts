import {
  DataSet,
  englishDataset,
  englishRecommendedTransformers,
  parseRawPattern,
  RegExpMatcher,
} from "obscenity";

/**
 * German and French words beside the English ones of the package, written as they are after its transformers: small letters
 * without accents, and of doubled letters only b, e, g, l, o and s stay double. `|` is the edge of a word, `[s]` may be missing.
 */
const WORDS = [
  // German
  "arschloch",
  "arschlo[e]cher",
  "|arsch|",
  "fotze",
  "|fick[e][n]",
  "gefickt",
  "hurensohn",
  "huresohn",
  "|hure|",
  "wichser",
  "|wixer",
  "|scheis[s][e]",
  "beschis[s]en",
  "mis[s]geburt",
  "schlampe",
  "schwuchtel",
  "|nute|",
  "|nuten|",
  "|spast",
  "|kanake",
  "|neger",
  // French
  "conard",
  "conas[s]e",
  "encule",
  "salope",
  "|salaud",
  "putain",
  "|pute|",
  "|putes|",
  "|merde",
  "|batard",
  "|petas[s]e",
  "poufias[s]e",
  "couil[l]es",
  "|nique ta",
  "|nique[r]|",
  "|fdp|",
  "|ntm|",
  "bougnoul",
] as const;
/** What begins like one of them and is none. */
const HARMLESS = ["fickle", "fickel"] as const;

const words = new DataSet<{ originalWord: string }>().addAll(englishDataset);
for (const originalWord of WORDS) {
  words.addPhrase((phrase) => {
    const named = phrase.setMetadata({ originalWord }).addPattern(parseRawPattern(originalWord));
    for (const term of HARMLESS) named.addWhitelistedTerm(term);
    return named;
  });
}
const matcher = new RegExpMatcher({ ...words.build(), ...englishRecommendedTransformers });

/** What stands between letters that are written one by one. */
const GAP = /[ ._*-]/g;
/** At least three single letters in a row: "f u c k". */
const SPELLED_OUT = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ ._*-]{1,3}[\p{L}\p{N}](?![\p{L}\p{N}])){2,}/gu;

/** A text as it is searched, and by each of its UTF-16 units where that stands in the text itself. */
interface Searched {
  readonly text: string;
  readonly at: readonly number[];
}

/** Joins letters that are written one by one, and writes ß as the s that it is. */
function searchedOf(text: string): Searched {
  const gaps = new Set<number>();
  for (const run of text.matchAll(SPELLED_OUT)) {
    for (const gap of run[0].matchAll(GAP)) gaps.add(run.index + gap.index);
  }
  let joined = "";
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (gaps.has(i)) continue;
    const sign = text.charAt(i).replace("ß", "ss");
    joined += sign;
    for (let n = 0; n < sign.length; n++) at.push(i);
  }
  return { text: joined, at };
}

/** The text with an asterisk for each letter of the words that nobody should have to read. */
export function maskBadWords(text: string): string {
  const searched = searchedOf(text);
  const bad = new Set<number>();
  for (const { startIndex, endIndex } of matcher.getAllMatches(searched.text)) {
    const last = searched.at[endIndex] ?? text.length - 1;
    for (let i = searched.at[startIndex] ?? 0; i <= last; i++) bad.add(i);
  }
  if (bad.size === 0) return text;
  let masked = "";
  let at = 0;
  for (const sign of text) {
    masked += bad.has(at) && sign !== " " ? "*" : sign;
    at += sign.length;
  }
  return masked;
}
