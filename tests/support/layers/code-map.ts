import { ruleOf } from "./check.ts";
import type { LayerRule } from "./rules/rule.ts";
import { RULES } from "./rules.ts";

/** A line of CONTRIBUTING's map: `| \`folder\` | what is in it | May import |`. */
const ROW = /^\| `([^`]+)` \| (.*) \| ?(.*?) ?\|$/;

/** Words for an entry of an allow-list. */
function named(entry: string): string {
  if (entry === "npm:*") return "any package";
  if (entry === "node:*") return "Node";
  return `\`${entry.replace(/^npm:/, "").replace(/\/$/, "")}\``;
}

/** A folder as rules write it: with a slash at its end, which files of their own do not have. */
function asFolder(name: string): string {
  return /\.\w+$/.test(name) ? name : `${name}/`;
}

/** What may be imported in a folder, in words: the last cell of its line. Empty for a folder without a rule. */
export function permissions(name: string, rules: readonly LayerRule[] = RULES): string {
  const folder = asFolder(name);
  const rule = ruleOf(folder, rules);
  if (rule === undefined) return "";
  const own = rule.folder === folder ? [] : [rule.folder];
  const may = [...own, ...rule.may].map(named);
  const types = (rule.mayTypes ?? []).map((entry) => `types of ${named(entry)}`);
  const mayNot = (rule.mayNot ?? []).map((entry) => `not ${named(entry)}`);
  const globals = new Set(rule.noGlobals);
  const absent = [
    ...(globals.has("Math.random") ? ["no clock, no dice"] : []),
    ...(globals.has("localStorage") ? ["no DOM"] : []),
  ];
  const allowed = [...may, ...types].join(", ") || "nothing";
  return [allowed, mayNot.join(", "), absent.join(", ")].filter((part) => part !== "").join("; ");
}

/** The line of a folder as it should be. */
export function mapLine(name: string, about: string, rules: readonly LayerRule[] = RULES): string {
  return `| \`${name}\` | ${about} | ${permissions(name, rules)} |`;
}

/** The map with what each line says of imports as the rules have it; all else is left as it is. */
export function redrawn(markdown: string, rules: readonly LayerRule[] = RULES): string {
  return markdown
    .split("\n")
    .map((line) => {
      const [, name, about] = ROW.exec(line) ?? [];
      return name === undefined || about === undefined ? line : mapLine(name, about, rules);
    })
    .join("\n");
}

/** Lines that the map should have and has not, and lines that it should not have; one sentence each. */
export function mapProblems(
  markdown: string,
  exists: (name: string) => boolean,
  rules: readonly LayerRule[] = RULES,
): string[] {
  const shown = markdown.split("\n").flatMap((line) => ROW.exec(line)?.[1] ?? []);
  const missing = rules
    .map(({ folder }) => folder.replace(/\/$/, ""))
    .filter((name) => !shown.includes(name))
    .map((name) => `The map has no line for ${name}: ${mapLine(name, "...", rules)}`);
  const gone = shown
    .filter((name) => !exists(name))
    .map((name) => `The map has a line for ${name}, which is not there`);
  return [...missing, ...gone];
}

/** The part of CONTRIBUTING.md that the map is in. Throws when there is none. */
export function mapSection(document: string): string {
  const [, section] = /^## Map of the code\n([\s\S]*?)^## /m.exec(document) ?? [];
  if (section === undefined) throw new Error('CONTRIBUTING.md has no section "Map of the code".');
  return section;
}
