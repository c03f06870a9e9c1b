import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { ROOT } from "./layers/project-files.ts";

/** The text of a file in `deploy`. */
export function readDeploy(path: string): Promise<string> {
  return readFile(join(ROOT, "deploy", path), "utf8");
}

/** The documents of a YAML file in `deploy`. @throws Error where it is no YAML, or warns of something. */
export async function readYaml(path: string): Promise<unknown[]> {
  const documents = parseAllDocuments(await readDeploy(path), { merge: true });
  if (!Array.isArray(documents)) throw new Error(`deploy/${path} is empty.`);
  return documents.map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw new Error(`deploy/${path}: ${problem.message}`);
    return document.toJS();
  });
}

/** Lines `NAME=value`, as in files for the environment. */
export function assignments(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
}

/** The values of a key in a unit of systemd, in order. */
export function unitValues(text: string, key: string): string[] {
  return [...text.matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].map(([, value = ""]) => value);
}

/** The variables that the README's table names, which are those that the server reads. */
export async function knownVariables(): Promise<ReadonlySet<string>> {
  const readme = await readFile(join(ROOT, "README.md"), "utf8");
  return new Set([...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = ""]) => name));
}

const Environment = z.record(z.string(), z.string());

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      environment: Environment.default({}),
      ports: z.array(z.string()).default([]),
      volumes: z.array(z.string()).default([]),
      stop_grace_period: z.string().optional(),
      read_only: z.boolean().default(false),
      tmpfs: z.array(z.string()).default([]),
      restart: z.string(),
    }),
  ),
  volumes: z.record(z.string(), z.null()).default({}),
});

/** A file for Docker Compose, as far as tests look at it. */
export async function readCompose(path: string): Promise<z.infer<typeof Compose>> {
  return Compose.parse((await readYaml(path))[0]);
}

/** A text in which Compose's `${NAME…}` are replaced by values; `used` hears of each name. */
export function filledIn(
  text: string,
  values: Readonly<Record<string, string>>,
  used: (name: string) => void,
): string {
  return text.replace(/\$\{([A-Z_]+)(?::[?-][^}]*)?\}/g, (_whole, name: string) => {
    used(name);
    return values[name] ?? "";
  });
}
