import { resolveImport, type Sources } from "./check.ts";
import { readSource } from "./source-facts.ts";

/** Names in a folder, each with the names there that it imports values from. */
type Neighbours = Map<string, Set<string>>;

/**
 * Circles of imports, each as "folder: a -> b -> a"; none is right. In every folder, at any depth, a file counts for itself and
 * a folder for all that is in it. What only types are imported from is gone when the program runs, and counts for nothing.
 */
export function importCircles(sources: Sources): string[] {
  const folders = new Map<string, Neighbours>();
  for (const [path, source] of sources) {
    const { imports, typeImports } = readSource(path, source);
    for (const specifier of imports) {
      const target = resolveImport(path, specifier);
      if (typeImports.has(specifier) || !sources.has(target)) continue;
      const [folder, from, to] = apart(path, target);
      const neighbours: Neighbours = folders.get(folder) ?? new Map();
      folders.set(folder, neighbours);
      neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
    }
  }
  return [...folders].flatMap(([folder, neighbours]) =>
    circlesIn(neighbours).map((circle) => `${folder || "the project"}: ${circle.join(" -> ")}`),
  );
}

/** The deepest folder that holds both paths, and what they go on with there. */
function apart(one: string, other: string): [folder: string, one: string, other: string] {
  const [a, b] = [one.split("/"), other.split("/")];
  let depth = 0;
  while (depth < a.length - 1 && a[depth] === b[depth]) depth += 1;
  return [a.slice(0, depth).join("/"), a[depth] ?? "", b[depth] ?? ""];
}

function circlesIn(neighbours: Neighbours): string[][] {
  const circles: string[][] = [];
  const free = new Set<string>();
  const walk = (trail: readonly string[]): void => {
    const here = trail.at(-1) ?? "";
    if (free.has(here)) return;
    for (const next of neighbours.get(here) ?? []) {
      const at = trail.indexOf(next);
      if (at >= 0) circles.push([...trail.slice(at), next]);
      else walk([...trail, next]);
    }
    free.add(here);
  };
  for (const name of [...neighbours.keys()].sort()) walk([name]);
  return circles;
}
