import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/layers/project-files.ts";
import "./support/require-setup.ts";

const PAGE = join(ROOT, "dist/client");
/** What a line of 1.6 Mbit/s brings in 0.8 and in 2.3 s (bytes): the limits of the page, heads included. */
const MENU_LIMIT = 156_000;
const LIMIT = 460_000;
/** About what the heads of an answer have (bytes). */
const HEADS = 300;
/** What only the Push Lab, practice and voice fetch, and a language for tests. */
const NOT_OF_THE_GAME = /^(lab|pseudo|open-practice|practice-worker|running-voice)-/;

/** Bytes of files of the built page over the line, to a browser that unpacks brotli. */
async function weigh(files: readonly string[]): Promise<number> {
  const sizes = files.map(async (file) => {
    const path = join(PAGE, "assets", file);
    const { size } = await stat(existsSync(`${path}.br`) ? `${path}.br` : path);
    return size + HEADS;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

describe("the built page", async () => {
  const files = (await readdir(join(PAGE, "assets"))).filter((file) => !/\.(br|gz)$/.test(file));
  const html = await readFile(join(PAGE, "index.html"), "utf8");
  const fonts = files.filter((file) => file.endsWith(".woff2"));

  it("is light until the menu can be used", async () => {
    const named = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(([, file = ""]) => file);
    expect(named.length).toBeGreaterThan(3);
    expect(await weigh([...named, ...fonts])).toBeLessThan(MENU_LIMIT);
  });

  it("is light with the match", async () => {
    const ofTheGame = files.filter((file) => !NOT_OF_THE_GAME.test(file));
    expect(await weigh(ofTheGame)).toBeLessThan(LIMIT);
  });
});
