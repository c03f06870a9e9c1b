import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import type { RefusedMessage, ResultsMessage } from "#shared/messages.ts";
import { PAUSED } from "#shared/simulation/pause.ts";
import { Action, type World } from "#shared/simulation/types.ts";
import { MATCH } from "#shared/tunables.ts";
import { addressOf, createRoom, joinRoom, startGame, type TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

describe("an evening in a room with a lobby", () => {
  let server: GameServer;
  let world: World | undefined;
  let ann: TestPlayer;
  let ben: TestPlayer;
  const refused: RefusedMessage[] = [];
  const results: ResultsMessage[] = [];
  beforeAll(async () => {
    server = await startGame({}, { onStep: (stepped) => (world = stepped) });
    ann = await createRoom(server, { name: "Ann", lobby: true, bots: 2, timeLimit: 120, arena: "meadow" });
    ben = await joinRoom(server, ann.room.roomId, { name: "Ben" });
    ben.room.onMessage("refused", (message: RefusedMessage) => refused.push(message));
    ann.room.onMessage("refused", (message: RefusedMessage) => refused.push(message));
    ben.session.mail.results.listen((message) => results.push(message));
  });
  afterAll(async () => {
    await ben.leave();
    await ann.leave();
    await server.stop();
  });

  const worldNow = (): World => {
    if (world === undefined) throw new Error("No room has made a step.");
    return world;
  };
  const phase = (player: TestPlayer, name: string): Promise<void> =>
    player.until(name, (state) => state.phase === name);
  const why = async (player: TestPlayer, give: () => void): Promise<string | undefined> => {
    const before = refused.length;
    give();
    await player.until("the refusal", () => refused.length > before);
    return refused.at(-1)?.why;
  };

  it("begins in the lobby, which is in the list and where quick play leads nobody", async () => {
    await ben.until("the lobby", (state) => state.phase === "lobby" && state.seats.size === 3);
    expect(ben.room.state).toMatchObject({
      endsAt: 0,
      hasLobby: true,
      timeLimit: 120,
      bots: 2,
      arena: "meadow",
    });
    const list: unknown = await (await fetch(`${addressOf(server)}/api/rooms`)).json();
    expect(list).toMatchObject({ rooms: [{ code: ann.room.roomId, phase: "lobby" }] });
  });

  it("costs a fifth of the patches of a match while nobody does anything", async () => {
    await ben.until("rest", ({ players }) => [...players.values()].every(({ protected: safe }) => !safe));
    let patches = 0;
    ben.room.onStateChange(() => patches++);
    const { tick } = ben.room.state;
    await ben.until("two seconds", (state) => state.tick >= tick + 100);
    // Ten ticks from one to the next; a few more while bodies come to rest.
    expect(patches).toBeLessThanOrEqual(20);
  });

  it.each([
    ["start", undefined],
    ["setUp", { arena: "frost" }],
    ["pause", { paused: true }],
    ["endMatch", undefined],
    ["restart", undefined],
    ["moveTeam", { id: "x", team: 0 }],
  ] as const)("%s is the host's alone, and a guest is told so in words", async (name, payload) => {
    expect(await why(ben, () => ben.room.send(name, payload))).toBe("host_only");
  });

  it("starts by the host's word, with as many bots as the host wants", async () => {
    ann.room.send("setUp", { bots: 0, botSkill: "easy" });
    await ben.until("the bots", ({ seats, bots }) => seats.size === 2 && bots === 0);
    ann.room.send("start");
    await phase(ben, "countdown");
    expect(await why(ann, () => ann.room.send("setUp", { arena: "frost" }))).toBe("after_match");
    await phase(ben, "playing");
  });

  it("stands still in a pause, and goes on after a countdown", async () => {
    ann.room.send("pause", { paused: true });
    await ben.until("the pause", (state) => state.resumesAt === PAUSED);
    const places = (): string =>
      [...ben.room.state.players.values()].map(({ x, y }) => `${x},${y}`).join(" ");
    const { tick, endsAt } = ben.room.state;
    const before = places();
    ben.play({ moveX: 1 });
    await ben.until("half a second", (state) => state.tick >= tick + 25);
    expect(places()).toBe(before);
    expect(ben.room.state.endsAt - ben.room.state.tick).toBe(endsAt - tick);
    ann.room.send("pause", { paused: false });
    await ben.until("the word", (state) => state.resumesAt !== PAUSED && state.resumesAt !== 0);
    expect(ben.room.state.resumesAt - ben.room.state.tick).toBeLessThanOrEqual(MATCH.resumeCountdown * 50);
    await ben.until("play", (state) => state.resumesAt === 0);
    await ben.until("movement", () => places() !== before);
    ben.stop();
  });

  it("has results with statistics when the host ends the match, also for who comes then", async () => {
    const body = worldNow().players.get(ben.room.sessionId);
    if (body === undefined) throw new Error("Ben has no character.");
    await ben.until("ground under Ben", () => body.action !== Action.Falling);
    const { tick } = worldNow();
    Object.assign(body, { x: -2, y: -2, protectTicks: 0, lastHitBy: ann.room.sessionId, lastHitTick: tick });
    await ben.until("the knock-out", ({ seats }) => (seats.get(ann.room.sessionId)?.knockouts ?? 0) > 0);
    ann.room.send("endMatch");
    await phase(ben, "results");
    await waitFor("the results", () => results.length > 0);
    const line = results[0]?.lines.find(({ id }) => id === ben.room.sessionId);
    expect(line).toMatchObject({ name: "Ben", nemesis: { id: ann.room.sessionId, name: "Ann", times: 1 } });
    const late = await joinRoom(server, ann.room.roomId, { name: "Cleo" });
    const told: ResultsMessage[] = [];
    late.session.mail.results.listen((message) => told.push(message));
    await late.until("the results", () => told.length > 0);
    expect(told[0]).toEqual(results[0]);
    await late.leave();
    await ben.until("Cleo gone", ({ seats }) => seats.size === 2);
  });

  it("moves to the arena that most voted for, on the same connection, when everybody is ready", async () => {
    const drops: number[] = [];
    ben.session.onDrop((code) => drops.push(code));
    await ben.until("choices", ({ choices }) => choices.length > 0);
    // What was played last is proposed last.
    const [wanted = ""] = ben.room.state.choices;
    const [mode, arena] = wanted.split(":");
    expect(wanted).not.toBe("brawl:meadow");
    ben.room.send("vote", { choice: 1 });
    await ann.until("the vote", ({ seats }) => seats.get(ben.room.sessionId)?.vote === 1);
    expect(ann.room.state.next).toBe(wanted);
    ann.room.send("rematch");
    ben.room.send("rematch");
    await phase(ben, "countdown");
    await phase(ann, "countdown");
    for (const { room } of [ann, ben]) {
      const { state } = room;
      expect([state.mode, state.arena, state.next, state.choices.length]).toEqual([mode, arena, "", 0]);
      expect([...state.crumbles]).toEqual(worldNow().arena.crumbles.map(() => 0));
    }
    await phase(ben, "playing");
    const { x, y } = ben.me;
    const middle = worldNow().arena.width / 2;
    ben.play({ moveX: x > middle ? -1 : 1 });
    await ben.until("movement", () => Math.hypot(ben.me.x - x, ben.me.y - y) > 1);
    ben.stop();
    expect(drops).toEqual([]);
    const list: unknown = await (await fetch(`${addressOf(server)}/api/rooms`)).json();
    expect(list).toMatchObject({ rooms: [{ arena: worldNow().arena.name }] });
  });
});
