import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { glob, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { packFiles } from "./pack-files.ts";

const root = join(import.meta.dirname, "..");
const out = join(root, "dist/client");
/** Fingerprint of the sources that `dist/client` was built from. Outside of it, so that it is not served. */
const stamp = join(root, "dist/client.sources");

/** All that the page is made of: a change in any of these files makes the built page old. */
export const PAGE_SOURCES: readonly string[] = [
  "game-client/**",
  "game-player/**",
  "game-room/**",
  "game-practice/**",
  "game-bots/brain/**",
  "colyseus/**",
  "game-shared/**",
  "transports/**",
  "assets/**",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "tools/packed-arenas.ts",
  "tools/slim-phaser.ts",
  "tools/offline-page.ts",
  "tools/precache.ts",
  "tools/pack-files.ts",
];

/** A hash over names and contents of the sources; contents, because a checkout makes every file look new. */
async function fingerprint(): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob([...PAGE_SOURCES], { cwd: root, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    const content = await readFile(file);
    hash.update(`${relative(root, file)}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** Builds the page into `dist/client`, whole or not at all. Throws what Vite throws when it cannot be built. */
export async function buildClient(): Promise<void> {
  const { build } = await import("vite");
  const sources = await fingerprint();
  const fresh = join(root, `dist/client-${process.pid}`);
  try {
    await build({
      root: join(root, "game-client"),
      configFile: join(root, "vite.config.ts"),
      logLevel: "warn",
      build: { outDir: fresh },
    });
    await packFiles(join(fresh, "assets"));
    await mkdir(join(root, "dist"), { recursive: true });
    await rm(out, { recursive: true, force: true });
    await rename(fresh, out);
    await writeFile(stamp, sources);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/**
 * Builds a page without a server into a folder, whose content is replaced. Throws what Vite throws when it cannot be built, and when
 * the folder holds something that is no such page.
 */
export async function buildOffline(folder: string): Promise<void> {
  if (existsSync(folder) && !existsSync(join(folder, "index.html")) && (await readdir(folder)).length > 0)
    throw new Error(`${folder} holds something else than a built page: choose another folder, or empty it.`);
  const { build } = await import("vite");
  await build({
    root: join(root, "game-client"),
    configFile: join(root, "vite.config.ts"),
    mode: "offline",
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: true },
  });
}

/**
 * Builds the page unless the built one is of the present sources; says so in one line when it builds. The build
 * runs in a process of its own, because it sets NODE_ENV and keeps memory that a server should not carry.
 * Throws when the page cannot be built; the reason is on standard error by then.
 */
export async function ensureClient(): Promise<void> {
  if (existsSync(join(out, "index.html")) && existsSync(stamp)) {
    if ((await readFile(stamp, "utf8")) === (await fingerprint())) return;
  }
  console.log("Building the page. This takes a few seconds and happens only when its sources changed.");
  const child = spawn(process.execPath, [join(root, "tools/build.ts")], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("The page could not be built: the reason is above.");
}
