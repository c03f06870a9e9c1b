import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Client } from "@colyseus/sdk";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { localRoom } from "#colyseus/server/local-room.ts";
import { readConfig } from "#server/config.ts";
import { ROOM } from "#shared/messages.ts";
import { webSocketTransport } from "#transports/websocket/client.ts";
import { createRoom, startGame } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

const MAIN = fileURLToPath(new URL("../../game-server/main.ts", import.meta.url));

interface Run {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

const runs: Run[] = [];
afterEach(async () => {
  for (const run of runs.splice(0)) {
    run.child.kill("SIGKILL");
    await run.ended;
  }
});

/** Runs the server as `npm start` does, with these variables. */
function start(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH ?? "", HOST: "127.0.0.1", PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const run = { child, output: () => output, ended };
  runs.push(run);
  return run;
}

async function addressOf(run: Run): Promise<string> {
  return waitFor("the address", () => run.output().match(/http:\/\/localhost:(\d+)/)?.[1]).then(
    (port) => `http://127.0.0.1:${port}`,
  );
}

describe("the server process", () => {
  it("says where it is and that it is well, and ends cleanly when told to", async () => {
    const run = start({});
    const address = await addressOf(run);
    const health = await fetch(`${address}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { status: "ready" }]);
    expect(await (await fetch(`${address}/healthz/ready`)).json()).toEqual({ status: "ready" });
    expect(await (await fetch(`${address}/healthz/live`)).json()).toEqual({ status: "live" });
    const room = await new Client(address).joinOrCreate(ROOM, {});
    room.onMessage("*", () => {});
    const closed = new Promise<number>((resolve) => room.onLeave((code) => resolve(code)));
    run.child.kill("SIGTERM");
    expect(await closed).toBe(4001);
    expect(await run.ended).toBe(0);
    expect(run.output()).toContain('"msg":"stopped"');
    expect(run.output()).not.toContain('"level":50');
  });

  it("does not end before a player has heard why, who is slow to read", async () => {
    const server = await startGame();
    const sockets: WebSocket[] = [];
    const over = webSocketTransport((url) => {
      const socket = new WebSocket(url);
      sockets.push(socket);
      return socket;
    });
    const { room } = await createRoom(server, {}, over);
    const closed = new Promise<number>((resolve) => sockets[0]?.on("close", resolve));
    sockets[0]?.pause();
    let hasStopped = false;
    const stopped = server.stop().then(() => {
      hasStopped = true;
    });
    await waitFor("the room to be gone", () => localRoom(room.roomId) === undefined);
    // Whatever the server does by itself is done a few turns later.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(hasStopped).toBe(false);
    sockets[0]?.resume();
    expect(await closed).toBe(4001);
    await stopped;
  });

  it("says what is wrong with its environment and does not start", async () => {
    const run = start({ PORT: "99999", LOG_LEVEL: "loud" });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain("PORT=99999: expected a whole number from 0 to 65535");
    expect(run.output()).toContain("LOG_LEVEL=loud: expected one of trace");
    expect(run.output()).not.toContain("    at ");
  });

  it("says when its port is taken", async () => {
    const first = start({});
    const port = new URL(await addressOf(first)).port;
    const second = start({ PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain("The port is taken");
  });
});

describe("the environment", () => {
  it("has a default for everything", () => {
    expect(readConfig({})).toMatchObject({ port: 2567, host: "0.0.0.0", publicUrl: undefined });
  });

  it("may give the public address with a slash at its end", () => {
    expect(readConfig({ PUBLIC_URL: "https://play.example.org/" }).publicUrl).toBe(
      "https://play.example.org",
    );
    expect(() => readConfig({ PUBLIC_URL: "play.example.org" })).toThrow(
      "PUBLIC_URL=play.example.org: expected",
    );
  });
});
