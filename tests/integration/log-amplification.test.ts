import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { type RunningServer, startServer } from "../browser/support/server.ts";
import { waitFor } from "../support/wait-for.ts";
import { BarePlayer, Frame, reserveSeat, type Seat } from "./support/bare-player.ts";

/** A message of ours whose payload is no MessagePack. Colyseus logs 4 kB of stack trace for each. */
const BROKEN = Uint8Array.of(
  Frame.Data,
  0xa7,
  ...new TextEncoder().encode("rematch"),
  0xc1,
  0xc1,
  0xc1,
  0xc1,
);
/** Frames in a volley: a little more than 1.6 kB. */
const VOLLEY = 130;
/** Requests that a stranger repeats. */
const TIMES = 60;
/** Bytes (of characters of one byte) that each kind of trouble may leave in a minute: a stack trace, and what it belongs to. */
const MAX_OF_A_KIND = 4000;

let server: RunningServer;
let address: string;
let host: BarePlayer;
let seat: Seat;
beforeAll(async () => {
  server = await startServer({ WEBRTC_PORT: "0", LOG_LEVEL: "debug" });
  address = `http://127.0.0.1:${server.port}`;
  seat = await reserveSeat(address, undefined, { bots: 0, maxPlayers: 16, arena: "meadow" });
  host = new BarePlayer(address, "websocket", seat);
  await host.connect();
});
afterAll(async () => {
  await host.leave();
  await server.stop();
});

/** Seats that are taken in the room, those included that are kept for somebody. */
async function seatsTaken(): Promise<number> {
  const answer = await fetch(`${address}/api/rooms`);
  const { rooms } = (await answer.json()) as { rooms: { code: string; players: number }[] };
  return rooms.find(({ code }) => code === seat.roomId)?.players ?? 0;
}

const linesOf = (words: string, log: string): number =>
  log.split("\n").filter((line) => line.includes(words)).length;

describe.each(TRANSPORTS)("1.6 kB of broken MessagePack over %s", (transport) => {
  it("cost the sender the seat, and the log less than was sent", async () => {
    const player = new BarePlayer(address, transport, await reserveSeat(address, seat.roomId));
    await player.connect();
    await waitFor("the seat", async () => (await seatsTaken()) === 2);
    const before = server.log().length;
    for (let i = 0; i < VOLLEY; i++) player.send(BROKEN);
    expect((await player.closed).code).toBe(4002);
    await waitFor("the free seat", async () => (await seatsTaken()) === 1);
    const log = await waitFor("the line", () => {
      const text = server.log().slice(before);
      return text.includes("player left") && text;
    });
    expect(log.length).toBeLessThan(BROKEN.length * VOLLEY);
    expect(linesOf(`"transport":"${transport}","reason":"garbage"`, log), log).toBe(1);
    await expect(player.connect()).rejects.toThrow();
    // Whoever does it again is counted, and not logged again.
    const second = new BarePlayer(address, transport, await reserveSeat(address, seat.roomId));
    await second.connect();
    second.send(BROKEN);
    await second.closed;
    await waitFor("the free seat", async () => (await seatsTaken()) === 1);
    expect(linesOf("expelled", server.log().slice(before))).toBe(1);
  });
});

/** What a stranger can do as often as they like without having a seat. */
const TROUBLE: Record<string, () => Promise<unknown>> = {
  "bodies that are no JSON": () => post("/matchmake/create/arena", "{"),
  "addresses that are no addresses": () => fetch(`${address}/r/%ff%00`),
  "rooms that there are not": () => post("/matchmake/joinById/ZZZZZ", "{}"),
  "offers that are none": () => post("/transports/webrtc", JSON.stringify({ ...seat, sdp: "v=0" })),
  "seats that there are not": () =>
    post("/transports/polling", JSON.stringify({ roomId: seat.roomId, sessionId: "nobody" })),
  "requests that are no HTTP": () => speak("\0\x01\x02\r\n\r\n"),
  "upgrades to nothing": () =>
    speak(
      "GET /x/constructor?sessionId=a HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n",
    ),
  "passwords that are wrong": async () => {
    const asked = await reserveSeat(address, locked, { password: "no" }).catch(() => undefined);
    if (asked !== undefined) await new BarePlayer(address, "websocket", asked).connect().catch(() => {});
  },
  "WebSocket frames that are none": async () => {
    const asked = await reserveSeat(address, seat.roomId);
    const key = "dGhlIHNhbXBsZSBub25jZQ==";
    await speak(
      `GET /x/${asked.roomId}?sessionId=${asked.sessionId} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
      "\xff\xff\xff\xff",
    );
  },
};

let locked = "";

function post(path: string, body: string): Promise<unknown> {
  const headers = { "Content-Type": "application/json" };
  return fetch(address + path, { method: "POST", headers, body }).then((answer) => answer.text());
}

/** Says something to the port, and something else once there is an answer, until the server hangs up. */
function speak(words: string, then?: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(server.port, "127.0.0.1");
    socket.write(words, "latin1");
    socket.once("data", () => {
      if (then !== undefined) socket.write(then, "latin1");
    });
    socket.on("error", () => {});
    socket.resume();
    socket.once("close", () => resolve());
  });
}

describe("a stranger who repeats", () => {
  it.each(Object.keys(TROUBLE))(`%s ${TIMES} times leaves a few lines`, async (name) => {
    const password = await reserveSeat(address, undefined, { password: "sesame", bots: 0 });
    const owner = new BarePlayer(address, "websocket", password);
    await owner.connect();
    locked = password.roomId;
    const before = server.log().length;
    for (let i = 0; i < TIMES; i++) await TROUBLE[name]?.();
    const log = server.log().slice(before);
    // Who has a seat for a moment is logged to come and to go, as everybody is: two lines for a request and a connection.
    const rest = log.split("\n").filter((line) => !/"player (joined|left)"/.test(line));
    expect(rest.join("\n").length, rest.join("\n")).toBeLessThan(MAX_OF_A_KIND);
    await owner.leave();
  });
});
