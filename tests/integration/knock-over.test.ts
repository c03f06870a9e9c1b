import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServerProcess, startServerProcess } from "#lab/bench/attack/server-process.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { clientOf, TestPlayer } from "../support/game.ts";

/** Names that every object has: what looks ids up in a plain object finds them. */
const INHERITED = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

let server: ServerProcess;
let witness: TestPlayer;
beforeAll(async () => {
  server = await startServerProcess({ MAX_JOINS_PER_MINUTE: "1000" });
  witness = new TestPlayer(await clientOf(server.url).create({ bots: 0, arena: "meadow" }));
});
afterAll(async () => {
  await witness.leave();
  await server.stop();
});

/** Sends the head of an upgrade, as it stands, and waits for the end of the connection. Returns the first line of the answer. */
async function upgrade(path: string): Promise<string> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
  );
  let text = "";
  socket.on("data", (bytes) => {
    text += bytes.toString("latin1");
  });
  socket.on("error", () => {});
  await once(socket, "close");
  return text.split("\r\n")[0] ?? "";
}

/** The one who plays gets patches, and the process has noted no fault. */
async function expectUnharmed(): Promise<void> {
  const { tick } = witness.room.state;
  await witness.until("the game to go on", (state) => state.tick > tick + 5);
  expect(server.child.exitCode).toBeNull();
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).not.toMatch(/^pushback_faults_total\{.*[1-9]/m);
}

describe("a stranger's request for a seat", () => {
  it.each(INHERITED)("in the room %s is refused over WebSocket, and ends nothing", async (name) => {
    const code = witness.room.roomId;
    for (const path of [
      `/x/${name}?sessionId=a&reconnectionToken=b`,
      `/${name}/${name}?sessionId=a`,
      `/x/${code}?sessionId=${name}&reconnectionToken=${name}`,
    ]) {
      expect(await upgrade(path)).toBe("HTTP/1.1 404 Not Found");
    }
    await expectUnharmed();
  });

  it("at an address that is none is refused, and ends nothing", async () => {
    for (const path of [
      ":99999",
      "//",
      "/x/",
      "http://[/ABCDE?sessionId=a",
      `/x/${"A".repeat(4000)}?sessionId=a`,
    ]) {
      expect(await upgrade(path)).toMatch(/^HTTP\/1.1 4\d\d /);
    }
    await expectUnharmed();
  });

  it.each(TRANSPORTS.filter((name) => name !== "websocket"))(
    "over %s is refused, and ends nothing",
    async (name) => {
      for (const inherited of INHERITED) {
        const seats = [
          { roomId: inherited, sessionId: "a", reconnectionToken: "b" },
          { roomId: inherited, sessionId: inherited },
          { roomId: witness.room.roomId, sessionId: inherited, reconnectionToken: inherited },
        ];
        for (const seat of seats) {
          const answer = await fetch(`${server.url}/transports/${name}`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(name === "webrtc" ? { ...seat, sdp: "v=0" } : seat),
          });
          expect(answer.status).toBe(400);
          expect(await answer.json()).toMatchObject({ sentence: expect.stringMatching(/^That is /) });
        }
      }
      await expectUnharmed();
    },
  );

  it("that breaks off in the middle of an upgrade ends nothing", async () => {
    const { hostname, port } = new URL(server.url);
    for (let i = 0; i < 20; i++) {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => {});
      await once(socket, "connect");
      socket.write(
        `GET /x/__proto__?sessionId=a HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
      );
      socket.resetAndDestroy();
    }
    await expectUnharmed();
  });
});
