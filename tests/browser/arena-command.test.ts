import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { freePair } from "../support/free-pair.ts";
import { ROOT } from "../support/layers/project-files.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { useBrowser } from "./support/browser.ts";
import { inMatch, PATIENCE, plainLooks } from "./support/game-page.ts";

const MAPS = join(ROOT, "assets/arenas");

describe.runIf(NIGHTLY)("npm run arena", () => {
  const open = useBrowser({ renderer: "canvas" });
  let command: ChildProcess;
  let folder = "";
  let map = "";
  let output = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "pushback-map-"));
    map = join(folder, "drawn.tmj");
    await copyFile(join(MAPS, "meadow.tmj"), map);
    const { npm_lifecycle_event: _, ...env } = process.env;
    command = spawn(
      process.execPath,
      [join(ROOT, "tools/arena/main.ts"), map, "--port", String(await freePair())],
      { env, stdio: ["ignore", "pipe", "pipe"] },
    );
    for (const stream of [command.stdout, command.stderr]) {
      stream?.on("data", (bytes) => {
        output += bytes;
      });
    }
    await said(/Open the link/);
  });
  afterAll(async () => {
    command.kill("SIGINT");
    if (command.exitCode === null) await once(command, "exit");
    await rm(folder, { recursive: true, force: true });
  });

  function said(words: RegExp): Promise<unknown> {
    return waitFor(`${words} from npm run arena`, () => {
      if (command.exitCode !== null) throw new Error(`npm run arena has ended: ${output}`);
      return words.test(output);
    });
  }

  it("opens a map, shows it anew when it is saved, and keeps it when it cannot be played on", async () => {
    const link = /http:\S+/.exec(output)?.[0] ?? "";
    const opened = await open(link, plainLooks(new URL(link).origin, "Ann"));
    const { page } = opened;
    await page.getByTestId("card-join").click();
    await inMatch(page);
    const isOn = async (arena: string) => {
      await page.keyboard.press("Escape");
      await page
        .getByTestId("pause-dialog")
        .getByRole("heading", { name: arena })
        .waitFor({ timeout: PATIENCE });
      await page.keyboard.press("Escape");
    };
    await isOn("Cloud Meadow");

    const reloaded = page.waitForEvent("load", { timeout: PATIENCE });
    await copyFile(join(MAPS, "frost.tmj"), map);
    await said(/drawn\.tmj is loaded again: "Frostbite Ruins"/);
    await reloaded;
    await inMatch(page);
    await isOn("Frostbite Ruins");
    await opened.screenshot("arena-command");

    await writeFile(map, "{ this is no map");
    await said(/The map from before stays\./);
    await isOn("Frostbite Ruins");
  });
});
