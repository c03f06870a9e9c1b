import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "#server/web/routes.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { freePair } from "../support/free-pair.ts";
import { clientOf, TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

const DEV = join(import.meta.dirname, "../../tools/dev.ts");

let dev: ChildProcess;
let url: string;
let output = "";
beforeAll(async () => {
  const port = await freePair();
  url = `http://127.0.0.1:${port + 1}`;
  const { npm_lifecycle_event: _, ...env } = process.env;
  dev = spawn(process.execPath, [DEV], {
    env: { ...env, PORT: String(port), WEBRTC_PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [dev.stdout, dev.stderr]) {
    stream?.on("data", (bytes) => {
      output += bytes;
    });
  }
  await waitFor("the page and its server", () => {
    if (dev.exitCode !== null) throw new Error(`npm run dev has ended: ${output}`);
    return output.includes("to develop");
  });
});
afterAll(async () => {
  dev.kill("SIGTERM");
  if (dev.exitCode === null) await once(dev, "exit");
});

describe("npm run dev", () => {
  it.each(TRANSPORTS)("plays over %s through the address of the page", async (transport) => {
    const player = new TestPlayer(await clientOf(url, transport).create({ bots: 0, arena: "meadow" }));
    await player.until("the game to go on", (state) => state.tick > 10);
    await player.leave();
  });

  it("passes on what the server answers, and not what begins alike", async () => {
    const health = await fetch(`${url}${ROUTES.health}`);
    expect(await health.json()).toEqual({ status: "ready" });
    const module = await fetch(`${url}/main.ts`);
    expect(module.headers.get("content-type")).toContain("javascript");
  });

  it("lets a page of its own play, and no other", async () => {
    const ask = (origin: string) =>
      fetch(`${url}${ROUTES.matchmake}/joinById/ZZZZZ`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Origin: origin },
        body: "{}",
      });
    expect((await ask(url)).status).toBe(404);
    expect((await ask("http://evil.example")).status).toBe(403);
  });
});
