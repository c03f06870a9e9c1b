import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { describe, expect, it, onTestFinished } from "vitest";
import { freePort } from "#server/processes/free-port.ts";
import { ensureProgram, type Program } from "../../tools/apt.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { useBrowser } from "./support/browser.ts";
import { createByDialog, figures, joinByCode, plainLooks, until } from "./support/game-page.ts";
import { startServer } from "./support/server.ts";
import { FAKE_MICROPHONE, turnOn } from "./support/talking.ts";

const COTURN: Program = {
  command: "turnserver",
  version: "--version",
  packageName: "coturn",
  neededBy: "The tests of voice by a relay",
};
const SECRET = "coturn and the game share this";

const coturn = NIGHTLY ? ensureProgram(COTURN) : undefined;
const open = useBrowser({ renderer: "canvas", args: FAKE_MICROPHONE });

/** A coturn on this machine for the length of the test. Returns its address, as `ICE_SERVERS` has it. */
async function startTurn(command: string): Promise<string> {
  const port = await freePort();
  const child = spawn(command, [
    ...[
      "-n",
      "--no-cli",
      "--no-tls",
      "--no-dtls",
      "--allow-loopback-peers",
      "--log-file=stdout",
      "--pidfile=",
    ],
    ...["--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", `--listening-port=${port}`, "--realm=pushback"],
    ...["--use-auth-secret", `--static-auth-secret=${SECRET}`],
  ]);
  let said = "";
  child.stdout.on("data", (bytes) => {
    said += bytes;
  });
  onTestFinished(() => {
    child.kill();
  });
  await waitFor("coturn", () => /Total General servers/i.test(said));
  return `turn:127.0.0.1:${port}`;
}

describe.runIf(coturn)("voice by a relay only", () => {
  it("connects two pages over coturn, with credentials that end", async () => {
    const turn = await startTurn(coturn ?? "");
    const server = await startServer({ ICE_SERVERS: turn, TURN_SECRET: SECRET });
    onTestFinished(() => server.stop());
    const { url } = server;
    const ann = await open(url, plainLooks(url, "Ann", { voiceRelay: true }));
    await createByDialog(ann.page, "Meadow", 0);
    const { room } = await figures(ann.page);
    const ben = await open(url, plainLooks(url, "Ben", { voiceRelay: true }));
    await joinByCode(ben.page, room ?? "");
    await turnOn(ann.page);
    await turnOn(ben.page);
    for (const { page } of [ann, ben]) {
      await until(page, () => window.pushback.voice.peers[0]?.connected === true, undefined);
      await until(page, () => window.pushback.voice.peers[0]?.route === "relay", undefined);
    }
    // The same server turns away who comes with credentials that have ended.
    const username = `${Math.floor(Date.now() / 1000) - 60}:somebody`;
    const credential = createHmac("sha1", SECRET).update(username).digest("base64");
    const said = await ann.page.evaluate(
      async (server) => {
        const connection = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: "relay" });
        connection.addTransceiver("audio");
        let refusedWith = 0;
        let candidates = 0;
        connection.onicecandidateerror = ({ errorCode }) => {
          refusedWith = errorCode;
        };
        connection.onicecandidate = ({ candidate }) => {
          if (candidate) candidates += 1;
        };
        await connection.setLocalDescription();
        await new Promise<void>((resolve) => {
          connection.onicegatheringstatechange = () => {
            if (connection.iceGatheringState === "complete") resolve();
          };
        });
        connection.close();
        return { refusedWith, candidates };
      },
      { urls: turn, username, credential },
    );
    expect(said).toEqual({ refusedWith: 401, candidates: 0 });
  }, 120_000);
});
