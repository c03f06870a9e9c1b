import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { DelayProxy } from "#lab/transports/link/delay-proxy.ts";
import type { LocalGameServer } from "#server/server.ts";
import { rescueOf } from "#transports/auto/rescue.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { movingTransport } from "#transports/moving/client.ts";
import { createMovable, createTransport } from "#transports/node.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { webRtcTransport } from "#transports/webrtc/client.ts";
import { nodeWebRtc } from "#transports/webrtc/node.ts";
import { addressOf, startGame } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import type { UdpProxy } from "../support/udp-proxy.ts";
import { waitFor } from "../support/wait-for.ts";
import { goOn, joinMover, move, sightsOf } from "./support/mover.ts";
import { proxiedPost } from "./support/webrtc.ts";

/** All ways from one transport to another. */
const PAIRS = TRANSPORTS.flatMap((from) =>
  TRANSPORTS.filter((to) => to !== from).map((to) => [from, to] as const),
);
/** Rounds over all pairs; those of the night make more than 200 moves. */
const ROUNDS = NIGHTLY ? 10 : 1;

let server: LocalGameServer;
beforeAll(async () => {
  server = await startGame();
});
afterAll(() => server.stop());

describe("a seat that moves between transports in mid-match", () => {
  it("loses no state and gets none twice, whichever two they are, and the room hears nothing of it", async () => {
    const mover = await joinMover(server, (events) => createMovable(() => "websocket", events));
    const { transport } = mover;
    let moves = 0;
    for (let round = 0; round < ROUNDS; round++) {
      for (const [from, to] of PAIRS) {
        for (const next of transport.name === from ? [to] : [from, to]) {
          expect(await move(mover, next), `to ${next}`).toMatchObject({ moved: true, why: "chosen" });
          expect(transport.name).toBe(next);
          moves += 1;
        }
      }
    }
    expect(transport.moves).toBe(moves);
    const { seen, sent } = await sightsOf(mover);
    expect(seen).toEqual(sent);
    expect(mover.drops).toBe(0);
    // Not judged here, where others use the machine: the virtual suite does.
    console.log(
      `${moves} moves, longest time between two states ${Math.max(...mover.gapsMs.slice(1)).toFixed(0)} ms`,
    );
  }, 180_000);

  it("gets back to the stream, without a lost state, from datagrams that have died", async () => {
    const proxies: UdpProxy[] = [];
    onTestFinished(() => {
      for (const proxy of proxies) proxy.close();
    });
    const lost = webRtcTransport({ ...nodeWebRtc, post: proxiedPost((proxy) => proxies.push(proxy)) });
    const mover = await joinMover(
      server,
      movingTransport({
        first: (events) => createTransport("websocket", events),
        other: (name) => (name === "webrtc" ? lost : (events) => createTransport(name, events)),
        isFree: () => true,
        secret: () => crypto.randomUUID(),
        now: () => performance.now(),
        later: alarm,
        rescue: rescueOf,
      }),
    );
    expect(await move(mover, "webrtc")).toMatchObject({ moved: true });
    for (const proxy of proxies) proxy.passes = () => false;
    expect(await move(mover, "websocket", "udp_silent_so_back?ms=1000")).toMatchObject({ moved: true });
    const { seen, sent } = await sightsOf(mover);
    expect(seen).toEqual(sent);
    expect(mover.drops).toBe(0);
  });
});

describe("the automatic choice, when a proxy cuts the line", () => {
  it("goes on over a new WebSocket, and the second time over requests; the room hears of neither", async () => {
    const proxy = await DelayProxy.start({ targetPort: server.port });
    onTestFinished(() => proxy.close());
    const mover = await joinMover(server, (events) => createMovable(() => "auto", events), proxy.url);
    await goOn(mover);
    proxy.cut();
    await waitFor("a new line", () => mover.transport.moves === 1);
    await goOn(mover);
    expect([mover.transport.name, mover.transport.reason]).toEqual(["websocket", "cut_so_again"]);
    proxy.cut();
    await waitFor("the next line", () => mover.transport.moves === 2);
    await goOn(mover);
    expect([mover.transport.name, mover.transport.reason]).toEqual(["sse", "cut_so_sse"]);
    const { seen, sent } = await sightsOf(mover);
    expect(seen).toEqual(sent);
    expect(mover.drops).toBe(0);
  });
});

describe("whoever asks for somebody else's seat", () => {
  const LINE = "nobody-has-this-line-at-all";
  const SEAT = { roomId: "ABCDE", sessionId: "abc", skipHandshake: false, line: LINE, move: 1 };
  const post = (name: string, body: object) =>
    fetch(`${addressOf(server)}/transports/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });

  it("needs its secret, on every transport", async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/p/ABCDE?sessionId=abc&line=${LINE}&move=1`);
    const closed = await new Promise<CloseEvent>((resolve) => socket.addEventListener("close", resolve));
    expect([closed.code, closed.reason]).toEqual([4101, "no_line"]);
    const sdp = "v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n";
    expect((await post("webrtc", { ...SEAT, sdp })).status).toBeGreaterThanOrEqual(400);
    const opened = await post("sse", SEAT);
    const { id } = (await opened.json()) as { id: string };
    const batch = await fetch(`${addressOf(server)}/transports/sse/${id}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: Uint8Array.of(0, 1),
    });
    expect(Buffer.from(await batch.arrayBuffer()).toString("latin1")).toContain("no_line");
  });

  it("cannot guess: short secrets, and numbers that are none, are no seat", async () => {
    for (const change of [
      { line: "short" },
      { line: "a b c d e f g h i j k l m" },
      { move: 0 },
      { move: 1e9 },
    ])
      expect((await post("polling", { ...SEAT, ...change })).status, JSON.stringify(change)).toBe(400);
  });
});

describe("a seat that moves too often", () => {
  it("is told so, and its match goes on over the line that it has", async () => {
    // A quarter of what an address may join.
    const strict = await startGame({ maxJoinsPerMinute: 40 });
    onTestFinished(() => strict.stop());
    const mover = await joinMover(strict, (events) => createMovable(() => "websocket", events));
    const outcomes: boolean[] = [];
    let why = "";
    for (let i = 0; i < 14 && why === ""; i++) {
      const outcome = await move(mover, "websocket");
      outcomes.push(outcome.moved);
      if (!outcome.moved) why = outcome.why;
    }
    expect(why).toBe("moves_too_often");
    expect(outcomes.filter((moved) => moved).length).toBeGreaterThanOrEqual(10);
    const { seen, sent } = await sightsOf(mover);
    expect(seen).toEqual(sent);
    expect(mover.drops).toBe(0);
  });
});
