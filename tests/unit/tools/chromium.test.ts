import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findChromium } from "../../../tools/chromium.ts";

describe("the search for a Chromium", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pushback-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  /** Puts a program of this name into the folder. */
  async function put(name: string, mode = 0o755): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, "");
    await chmod(path, mode);
    return path;
  }

  it("takes what CHROMIUM_PATH names, before all others", async () => {
    await put("chromium");
    const mine = await put("my-own");
    expect(findChromium({ PATH: folder, CHROMIUM_PATH: mine })).toBe(mine);
  });

  it("says so when CHROMIUM_PATH names nothing that can be started", async () => {
    const text = await put("read-me", 0o644);
    expect(() => findChromium({ CHROMIUM_PATH: text })).toThrow(/CHROMIUM_PATH is .*read-me/);
  });

  it("takes the one without windows before the others", async () => {
    await put("chromium");
    const quick = await put("chromium-headless-shell");
    expect(findChromium({ PATH: folder })).toBe(quick);
  });

  it.each(["chromium", "chromium-browser", "google-chrome"])("finds %s in PATH", async (name) => {
    const path = await put(name);
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(path);
  });
});
