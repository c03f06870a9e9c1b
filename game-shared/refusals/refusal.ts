import { REFUSALS } from "./sentences.ts";

/** Sentences with `{{variables}}` by id; one that depends on `{{count}}` has the forms ID_one and ID_other. */
export type Sentences = Readonly<Record<string, string>>;

type Names<Sentence> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type IdOf<Key> = Key extends `${infer Id}_one` | `${infer Id}_other` ? Id : Key;

/** The reasons that there are. */
export type RefusalId = IdOf<keyof typeof REFUSALS>;

/** What has to be said with a reason, by the variables of its sentence. */
export type RefusalVariables<Id extends RefusalId> = {
  readonly [Key in keyof typeof REFUSALS as IdOf<Key> extends Id ? Names<(typeof REFUSALS)[Key]> : never]:
    | string
    | number;
};

/** The variables as an argument, where there are some. */
export type RefusalArguments<Id extends RefusalId> = keyof RefusalVariables<Id> extends never
  ? []
  : [variables: RefusalVariables<Id>];

/** A refusal as it was read. */
export interface ReadRefusal {
  readonly id: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Longest variable (characters) that travels, and longest foreign text that is shown. */
const MAX_VARIABLE = 80;
const MAX_FOREIGN = 200;
const FORM = /^([a-z][a-z\d_]*)(?:\?(.*))?$/;
/** Where a variable stands in a sentence. */
const VARIABLE = /\{\{(\w+)\}\}/g;
/** What would break a line, or hide what follows. */
const CONTROLS = /\p{C}+/gu;

/** The text in which a refusal travels, as in "room_full?code=ABCDE". It fits where there is room for one line only. */
export function refusal<Id extends RefusalId>(id: Id, ...variables: RefusalArguments<Id>): string {
  const pairs = Object.entries(variables[0] ?? {}).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value).slice(0, MAX_VARIABLE))}`,
  );
  return pairs.length === 0 ? id : `${id}?${pairs.join("&")}`;
}

/**
 * Reads what claims to be a refusal. Undefined when it is none of these, or does not say what its sentence needs: it came from
 * outside. Never throws.
 */
export function readRefusal(text: string, sentences: Sentences): ReadRefusal | undefined {
  const [, id = "", query = ""] = FORM.exec(text) ?? [];
  const forms = [id, `${id}_one`, `${id}_other`].filter((key) => Object.hasOwn(sentences, key));
  const variables = variablesOf(query);
  if (forms.length === 0 || variables === undefined) return undefined;
  const needed = forms.flatMap((key) => [...(sentences[key] ?? "").matchAll(VARIABLE)]);
  const said = needed.map(([, name = ""]) => [name, variables.get(name)] as const);
  if (said.some(([, value]) => value === undefined)) return undefined;
  return { id, variables: Object.fromEntries(said.map(([name, value = ""]) => [name, value])) };
}

/**
 * A refusal as an English sentence, for logs and programs. What is no refusal is said as it came, cut short. `fill` says what
 * stands for a variable, when it is not its value.
 */
export function inEnglish(
  text: string,
  sentences: Sentences = REFUSALS,
  fill: (value: string) => string = (value) => value,
): string {
  const read = readRefusal(text, sentences);
  if (read === undefined) return text.replace(CONTROLS, " ").slice(0, MAX_FOREIGN);
  const { id, variables } = read;
  const form = sentences[id] ?? sentences[`${id}_${variables.count === "1" ? "one" : "other"}`] ?? "";
  return form.replace(VARIABLE, (_, name) => fill(variables[name] ?? ""));
}

function variablesOf(query: string): Map<string, string> | undefined {
  const variables = new Map<string, string>();
  for (const pair of query.split("&")) {
    const [, name = "", value = ""] = /^(\w+)=(.*)$/.exec(pair) ?? [];
    if (name === "") continue;
    try {
      variables.set(name, decodeURIComponent(value).replace(CONTROLS, " ").slice(0, MAX_VARIABLE));
    } catch {
      return undefined;
    }
  }
  return variables;
}
