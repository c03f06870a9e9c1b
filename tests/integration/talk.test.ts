import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { DelayProxy } from "#lab/transports/link/delay-proxy.ts";
import type { GameServer } from "#server/server.ts";
import { type RefusedMessage, ServerMessage } from "#shared/messages.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import type { ChatLine } from "#shared/talk.ts";
import { NET, TICK_RATE } from "#shared/tunables.ts";
import { createRoom, joinRoom, startGame, type TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";
import { underWay } from "./support/under-way.ts";

const MARKUP = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
/** Bytes of a message that fills queues, and how many may be under way before anything is left out (`backlog.ts`). */
const BULK = 32 * 1024;
const MAX_BEFORE_LAG = 64 * 1024;
const PATCHES_PER_SECOND = NET.patchRate;
/** Lines that are said at once at most: the burst of the command. */
const BURST = 5;

let server: GameServer;
let host: TestPlayer;
beforeAll(async () => {
  server = await startGame();
  host = await createRoom(server, { name: "Ann", maxPlayers: 8 });
  host.play();
});
afterAll(async () => {
  await host.leave();
  await server.stop();
});

async function guest(name: string, address?: string): Promise<TestPlayer> {
  const player = await joinRoom(server, host.room.roomId, { name }, "websocket", address);
  onTestFinished(() => player.leave());
  return player;
}

/** What somebody hears from now on, and, when they have just come, what was said before. */
function linesOf({ session }: TestPlayer): ChatLine[] {
  const lines: ChatLine[] = [];
  session.mail.chat.listen((message) => lines.push(...message.lines));
  return lines;
}

function refusalsOf({ room }: TestPlayer): string[] {
  const refusals: string[] = [];
  room.onMessage<RefusedMessage>(ServerMessage.Refused, ({ why }) => refusals.push(why));
  return refusals;
}

/** How it ends for somebody who sends so long a text (characters), once their seat is free. */
async function endOf(length: number): Promise<string> {
  const { room, session } = await joinRoom(server, host.room.roomId, { name: "Rude" });
  room.reconnection.enabled = false;
  const end = new Promise<string>((resolve) => room.onLeave((code, why) => resolve(`${code} ${why}`)));
  session.give("chat", { text: "x".repeat(length) });
  const said = await end;
  await host.until("nobody to be left", ({ seats }) => seats.get(room.sessionId)?.connected !== true);
  return said;
}

/** Ticks of the patches that the room sends from now on, and of those that somebody gets. */
function patchesOf({ room }: TestPlayer): { sent: number[]; got: number[] } {
  const own = matchMaker.getLocalRoomById(room.roomId);
  const sent: number[] = [];
  const got: number[] = [];
  const broadcast = own.broadcastPatch;
  own.broadcastPatch = function (this: typeof own) {
    if (own.state instanceof ArenaState) sent.push(own.state.tick);
    return broadcast.call(this);
  };
  const note = (): void => {
    got.push(room.state.tick);
  };
  room.onStateChange(note);
  onTestFinished(() => {
    own.broadcastPatch = broadcast;
    room.onStateChange.remove(note);
  });
  return { sent, got };
}

/** Somebody got each patch that was sent between their first and their last one. */
function expectEveryPatch({ sent, got }: { sent: number[]; got: number[] }): void {
  expect(got.length).toBeGreaterThan(PATCHES_PER_SECOND / 2);
  expect(got).toEqual(sent.filter((tick) => tick >= (got[0] ?? 0) && tick <= (got.at(-1) ?? 0)));
}

describe("chat", () => {
  it("delivers markup and hidden characters as the text that they are", async () => {
    const ben = await guest("Ben");
    const heard = linesOf(ben);
    host.session.give("chat", { text: MARKUP });
    host.session.give("chat", { text: "\u202eleft\u0007 \u2066to\u0000\nright\u200b" });
    await waitFor("both lines", () => heard.length === 2);
    expect(heard.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      `Ann: ${MARKUP}`,
      "Ann: left to right",
    ]);
  });

  it("refuses in words what is too long or says nothing, and puts out who sends what no page sends", async () => {
    const ben = await guest("Ben");
    const heard = linesOf(host);
    const before = heard.length;
    const refusals = refusalsOf(ben);
    ben.session.give("chat", { text: "x".repeat(201) });
    ben.session.give("chat", { text: "\u202e\u0000" });
    await waitFor("both refusals", () => refusals.length === 2);
    expect(refusals).toEqual(["chat_too_long?max=200", "chat_empty"]);
    expect(await endOf(2 * 1024)).toBe("4002 not_ours");
    // Too large for any frame of ours: the WebSocket ends by itself.
    expect(await endOf(10 * 1024)).toBe("1009 ");
    expect(heard).toHaveLength(before);
  });

  it("takes a hundred lines at once for a few of them, in order, and no patch is left out", async () => {
    const ben = await guest("Ben");
    const heard = linesOf(ben);
    await waitFor("what was said before", () => heard.length > 0);
    heard.length = 0;
    const refusals = refusalsOf(ben);
    const patches = patchesOf(host);
    for (let i = 0; i < 100; i++) ben.session.give("chat", { text: `line ${i}` });
    const end = host.room.state.tick + TICK_RATE;
    await host.until("a second", ({ tick }) => tick >= end);
    const numbers = heard.map(({ text }) => Number(text?.slice("line ".length)));
    expect(numbers.slice(0, BURST)).toEqual([0, 1, 2, 3, 4]);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    // What refills while the lines arrive is one a second; so are the refusals.
    expect(numbers.length).toBeLessThan(2 * BURST);
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.length).toBeLessThan(BURST);
    expect(new Set(refusals)).toEqual(new Set(["talk_too_often"]));
    expectEveryPatch(patches);
  });

  it("is kept whole and in order for a reader who stalls, and nobody else misses a patch", async () => {
    const proxy = await DelayProxy.start({ targetPort: server.port });
    onTestFinished(() => proxy.close());
    const ben = await guest("Ben", proxy.url);
    const cleo = await guest("Cleo");
    const stalled = matchMaker.getLocalRoomById(ben.room.roomId)?.clients.get(ben.room.sessionId);
    if (stalled === undefined) throw new Error("The reader has no connection.");
    const heard = linesOf(ben);
    const fluent = linesOf(cleo);
    ben.play({ aim: 0.5 }, 500);
    const patches = patchesOf(cleo);
    const refusals = refusalsOf(cleo);
    proxy.stall("down");
    const bulk = "x".repeat(BULK);
    await waitFor(
      "state to be left out",
      () => {
        stalled.send(ServerMessage.Spots, bulk);
        return underWay(stalled) > MAX_BEFORE_LAG;
      },
      { timeoutMs: 30_000, everyMs: 10 },
    );
    for (let i = 0; i < 100; i++) cleo.session.give("chat", { text: `flood ${i}` });
    const floods = (lines: readonly ChatLine[]) => lines.filter(({ text }) => text?.startsWith("flood"));
    await waitFor("the lines that may be said", () => floods(fluent).length >= BURST);
    const end = cleo.room.state.tick + TICK_RATE;
    await cleo.until("a second of patches", ({ tick }) => tick >= end);
    expect(floods(heard)).toEqual([]);
    proxy.resume();
    await waitFor("what was said meanwhile", () => heard.at(-1)?.number === fluent.at(-1)?.number);
    expect(floods(heard)).toEqual(floods(fluent));
    expect(new Set(refusals)).toEqual(new Set(["talk_too_often"]));
    expectEveryPatch(patches);
  });
});
