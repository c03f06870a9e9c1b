import { constants } from "node:fs";
import { access, glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { importedPackages } from "../support/layers/check.ts";
import { projectSources, ROOT } from "../support/layers/project-files.ts";

const Names = z.record(z.string(), z.string());
const Manifest = z.object({
  scripts: Names,
  dependencies: Names,
  devDependencies: Names,
  optionalDependencies: Names.default({}),
  allowScripts: z.record(z.string(), z.boolean()),
});
const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      optional: z.boolean().optional(),
      dependencies: Names.optional(),
      devDependencies: Names.optional(),
    }),
  ),
});
const Bin = z.object({ bin: z.union([z.string(), Names]).optional() });

const read = (path: string) => readFile(join(ROOT, path), "utf8");
const manifest = Manifest.parse(JSON.parse(await read("package.json")));
const lockfile = Lockfile.parse(JSON.parse(await read("package-lock.json")));
const needed = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies)];
const declared = [...needed, ...Object.keys(manifest.devDependencies)];

/** The commands that a package brings, as they are called in package.json's scripts. */
async function commandsOf(name: string): Promise<string[]> {
  const { bin } = Bin.parse(JSON.parse(await read(`node_modules/${name}/package.json`)));
  return typeof bin === "string" ? [name] : Object.keys(bin ?? {});
}

describe("packages", async () => {
  const sources = await projectSources();
  const imported = importedPackages(sources);

  it("are declared when they are imported", () => {
    expect([...imported].filter((name) => !declared.includes(name))).toEqual([]);
  });

  it("are no development packages when the game itself imports them", () => {
    const isGame = (path: string) => /^(game-(?!lab\/)|transports\/|colyseus\/)/.test(path);
    const game = new Map([...sources].filter(([path]) => isGame(path)));
    expect([...importedPackages(game)].filter((name) => !needed.includes(name))).toEqual([]);
  });

  it("are used when they are declared", async () => {
    let text = "";
    for await (const path of glob("game-client/**/*.{css,html}", { cwd: ROOT })) text += await read(path);
    const commands = Object.values(manifest.scripts).flatMap((script) => script.split(/[\s;&|]+/));
    const isUsed = async (name: string) =>
      imported.has(name) ||
      text.includes(`"${name}`) ||
      (await commandsOf(name)).some((command) => commands.includes(command)) ||
      // Read as a file, not imported.
      [...sources.values()].some((source) => source.includes(`resolve("${name}/`)) ||
      // The types of a package that is used, and those of Node.
      (name.startsWith("@types/") && [...imported, "node"].includes(name.slice("@types/".length)));
    const unused: string[] = [];
    for (const name of declared) if (!(await isUsed(name))) unused.push(name);
    expect(unused).toEqual([]);
  });

  it("have one exact version each", () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

describe("the install", () => {
  it("is locked to what package.json asks for", () => {
    expect(lockfile.packages[""]).toMatchObject({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
  });

  it("names no download address, so that it works with any registry", () => {
    expect(Object.entries(lockfile.packages).filter(([, entry]) => entry.resolved)).toEqual([]);
  });

  it("has a decision on every package that wants to run a script", () => {
    const scripted = Object.entries(lockfile.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, ""));
    expect(names.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  });
});

describe("the commands", () => {
  it("run files that exist", async () => {
    const files = Object.values(manifest.scripts).flatMap((script) => script.match(/\S+\.(ts|js)\b/g) ?? []);
    expect(files).not.toEqual([]);
    for (const file of files) await expect(access(join(ROOT, file)), file).resolves.toBeUndefined();
  });

  it("tell an old Node apart before it reads a file that it does not understand", () => {
    const direct = Object.entries(manifest.scripts).filter(([, script]) => /\.ts\b/.test(script));
    expect(direct.filter(([, script]) => !script.includes("tools/node-version.js"))).toEqual([]);
  });

  it("are what CI runs", async () => {
    await expect(access(join(ROOT, ".ci/run"), constants.X_OK)).resolves.toBeUndefined();
    const ci = await read(".ci/run");
    for (const command of ["npm install", "npm run check", "npm test"])
      expect(ci).toContain(`\n${command}\n`);
    expect(ci).toContain("set -euo pipefail");
  });
});
