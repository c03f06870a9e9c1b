import { dirname, join } from "node:path/posix";
import manifest from "../../../package.json" with { type: "json" };
import type { LayerRule } from "./rules/rule.ts";
import { RULES } from "./rules.ts";
import { readSource } from "./source-facts.ts";

/** Folders by the aliases of package.json's `imports`: "#shared/" -> "game-shared/". */
const ALIASES: Record<string, string> = Object.fromEntries(
  Object.entries(manifest.imports).map(([alias, target]) => [alias.slice(0, -1), target.slice(2, -1)]),
);

/**
 * Where an import leads: a path in the project ("game-shared/look.ts"), "npm:<package>" or "node:<module>".
 * `path` is the importing file's, relative to the project's root.
 */
export function resolveImport(path: string, specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  // What the build makes of a folder of the assets.
  if (specifier.startsWith("virtual:")) return `assets/${specifier.slice("virtual:".length)}`;
  if (specifier.startsWith(".")) return join(dirname(path), specifier.replace(/\?.*$/, ""));
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length).replace(/\?.*$/, "");
  }
  const [scope = "", name = ""] = specifier.split("/");
  return `npm:${scope.startsWith("@") ? `${scope}/${name}` : scope}`;
}

/** Does an entry of an allow-list ("game-shared/", "npm:*", "npm:zod") cover this import? */
function covers(entry: string, target: string): boolean {
  if (entry.endsWith("*")) return target.startsWith(entry.slice(0, -1));
  return entry.endsWith("/") ? target.startsWith(entry) : target === entry;
}

/** The rule that counts for a file or folder: that of the longest folder that holds it. */
export function ruleOf(path: string, rules: readonly LayerRule[] = RULES): LayerRule | undefined {
  return rules
    .filter((rule) => path.startsWith(rule.folder))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** Everything that a file does against the rules, one sentence each. Pure over the path and the source. */
export function violations(path: string, source: string): string[] {
  const facts = readSource(path, source);
  const found: string[] = [];
  if (facts.hasDefaultExport && !/^[^/]+\.config\.ts$/.test(path)) {
    found.push(`${path} has a default export: name it, so that it has one name everywhere`);
  }
  const rule = ruleOf(path);
  if (!rule) return found;
  for (const specifier of facts.imports) {
    const target = resolveImport(path, specifier);
    const may = facts.typeImports.has(specifier) ? [...rule.may, ...(rule.mayTypes ?? [])] : rule.may;
    const allowed = [rule.folder, ...may].some((entry) => covers(entry, target));
    const denied = rule.mayNot?.some((entry) => covers(entry, target)) ?? false;
    if (!allowed || denied) found.push(`${path} imports ${target}: ${rule.because}`);
  }
  for (const name of rule.noGlobals ?? []) {
    if (facts.globals.has(name)) found.push(`${path} uses ${name}: ${rule.because}`);
  }
  return found;
}

/** A project file by its path. */
export type Sources = ReadonlyMap<string, string>;

/** Names of the npm packages that the sources import. */
export function importedPackages(sources: Sources): Set<string> {
  const names = new Set<string>();
  for (const [path, source] of sources) {
    for (const specifier of readSource(path, source).imports) {
      const target = resolveImport(path, specifier);
      if (target.startsWith("npm:")) names.add(target.slice("npm:".length));
    }
  }
  return names;
}
