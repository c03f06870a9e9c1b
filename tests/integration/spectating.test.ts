import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import type { EventBatch } from "#shared/messages.ts";
import { Action, type World } from "#shared/simulation/types.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { addressOf, createRoom, joinRoom, startGame, type TestPlayer } from "../support/game.ts";

/** Somebody who watches. */
const SPECTATOR = { spectate: true, name: "Sam" };
/** Short enough to wait for, and long enough that a player who sends an input each tick is never meant. */
const AWAY_TIMES = { warnAfter: 1, botAfter: 2 };

/** A room in which one person plays beside two bots and one watches; a huge one on request. */
const ROOMS = {
  "where everybody is told of everybody": { arena: "meadow", bots: 2, maxPlayers: 4 },
  "where everybody is told of what is near": { mode: "stampede", arena: "archipelago", bots: 2 },
};

let server: GameServer;
/** That of the room that was stepped last: there is one at a time. */
let world: World | undefined;
beforeAll(async () => {
  server = await startGame({}, { onStep: (stepped) => (world = stepped) });
});
afterAll(() => server.stop());

function worldNow(): World {
  if (world === undefined) throw new Error("No room has made a step.");
  return world;
}

const hasBody = ({ room }: TestPlayer): boolean => room.state.players.has(room.sessionId);

/** Waits until a player has seen so many more steps. */
async function stepsLater(player: TestPlayer, steps: number): Promise<void> {
  const { tick } = player.room.state;
  await player.until(`${steps} steps`, (state) => state.tick >= tick + steps);
}

describe.each(Object.entries(ROOMS))("a spectator %s", (_where, options) => {
  let ann: TestPlayer;
  let sam: TestPlayer;
  beforeAll(async () => {
    ann = await createRoom(server, { ...options, name: "Ann" });
    sam = await joinRoom(server, ann.room.roomId, SPECTATOR);
    await ann.until("four seats", ({ seats }) => seats.size === 4);
    await sam.until("four seats", ({ seats }) => seats.size === 4);
  });
  afterAll(async () => {
    await sam.leave();
    await ann.leave();
  });

  it("has no character, and takes the place of nobody", async () => {
    expect(sam.seat).toMatchObject({ name: "Sam", bot: false, connected: true, role: "spectator" });
    expect([...ann.room.state.seats.values()].filter(({ bot }) => bot)).toHaveLength(2);
    expect(hasBody(sam)).toBe(false);
    expect([...worldNow().players.keys()]).not.toContain(sam.room.sessionId);
    const list: unknown = await (await fetch(`${addressOf(server)}/api/rooms`)).json();
    expect(list).toMatchObject({ rooms: [{ code: ann.room.roomId, players: 1, spectators: 1, bots: 2 }] });
  });

  it("sees the match: who is ahead, what happens, and what time it is", async () => {
    const heard: EventBatch[] = [];
    sam.session.mail.events.listen((batch) => heard.push(batch));
    const times: unknown[] = [];
    sam.room.onMessage("time", (answer) => times.push(answer));
    const leader = worldNow().players.get(ann.room.sessionId);
    if (leader === undefined) throw new Error("Ann has no character.");
    leader.knockouts = 9;
    await sam.until("the score", ({ seats }) => seats.get(ann.room.sessionId)?.knockouts === 9);
    await sam.until("the leader", ({ players }) => players.has(ann.room.sessionId));
    leader.action = Action.Idle;
    ann.play({ moveX: 1, dash: true });
    await sam.until("the dash", () =>
      heard.some(({ events }) => events.some((event) => event.type === "dash" && event.id === leader.id)),
    );
    ann.stop();
    sam.room.send("time", 7);
    await sam.until("the time", () => times.length > 0);
    expect(times[0]).toMatchObject({ asked: 7 });
  });

  it("gives inputs that nobody heeds, and stays in the room", async () => {
    sam.play({ moveX: 1, dash: true });
    await stepsLater(sam, 50);
    sam.stop();
    expect(hasBody(sam)).toBe(false);
    expect(worldNow().players.has(sam.room.sessionId)).toBe(false);
    expect(ann.room.state.seats.get(sam.room.sessionId)?.connected).toBe(true);
  });

  it("comes back to the seat when the line was cut", async () => {
    const back = new Promise<void>((resolve) => sam.room.onReconnect(() => resolve()));
    const noticed = ann.until("the mark", ({ seats }) => seats.get(sam.room.sessionId)?.connected === false);
    sam.room.connection.close(4010);
    await noticed;
    await back;
    await sam.until("the mark gone", () => sam.seat.connected);
    await stepsLater(sam, 10);
    expect(hasBody(sam)).toBe(false);
  });

  it("neither wins nor is asked for the rematch", async () => {
    await ann.until("the match", ({ phase }) => phase === "playing");
    worldNow().phaseEndsTick = worldNow().tick;
    await ann.until("the results", ({ phase, winners }) => phase === "results" && winners.length > 0);
    expect([...ann.room.state.winners]).toEqual([ann.room.sessionId]);
    sam.room.send("rematch");
    await stepsLater(sam, 10);
    expect(sam.seat.ready).toBe(false);
    ann.room.send("rematch");
    await ann.until("the next match", ({ phase }) => phase === "countdown");
  });

  it("plays as soon as the seat gets a character, in the place of a bot", async () => {
    sam.room.send("play");
    await sam.until("the character", () => hasBody(sam));
    expect(sam.seat.role).toBe("player");
    await ann.until("one bot less", ({ seats }) => seats.size === 3);
    await sam.until("the private side", () => sam.me.stamina > 0);
    await sam.until("the match", ({ phase }) => phase === "playing");
    const { x, y } = sam.me;
    sam.play({ moveX: x > worldNow().arena.width / 2 ? -1 : 1 });
    await sam.until("movement", () => Math.hypot(sam.me.x - x, sam.me.y - y) > 1);
    expect(sam.me.vx).not.toBe(0);
  });

  it("plays, watches and plays again on the same connection, and sees the others meanwhile", async () => {
    sam.room.send("watch");
    await sam.until("no character", () => !hasBody(sam));
    await ann.until("the others see it", ({ players }) => !players.has(sam.room.sessionId));
    expect(sam.seat.role).toBe("spectator");
    await sam.until("Ann", ({ players }) => players.has(ann.room.sessionId));
    await stepsLater(sam, 10);
    sam.room.send("play");
    await sam.until("the character", () => hasBody(sam));
    await sam.until("the private side", () => sam.me.stamina > 0);
    const { x, y } = sam.me;
    sam.play({ moveX: x > worldNow().arena.width / 2 ? -1 : 1 });
    await sam.until("movement", () => Math.hypot(sam.me.x - x, sam.me.y - y) > 1);
  });
});

describe("a full room", () => {
  let ann: TestPlayer;
  let ben: TestPlayer;
  let code: string;
  beforeAll(async () => {
    ann = await createRoom(server, { maxPlayers: 2, name: "Ann", private: true });
    code = ann.room.roomId;
    ben = await joinRoom(server, code, { name: "Ben" });
  });
  afterAll(async () => {
    await Promise.all([ann.leave(), ben.leave()]);
  });

  it("refuses who wants to play, and lets in over every transport who wants to watch", async () => {
    await expect(joinRoom(server, code, { name: "Tom" })).rejects.toThrow(`room_full?code=${code}`);
    const watchers = await Promise.all(
      TRANSPORTS.map((name) => joinRoom(server, code, { ...SPECTATOR, name }, name)),
    );
    for (const watcher of watchers) {
      expect(watcher.seat.role).toBe("spectator");
      await stepsLater(watcher, 20);
    }
    await Promise.all(watchers.map((watcher) => watcher.leave()));
  });

  it("gives its next free seat to whoever has stood in line for the longest", async () => {
    const [sam, tom] = [
      await joinRoom(server, code, SPECTATOR),
      await joinRoom(server, code, { spectate: true, name: "Tom" }),
    ];
    tom.session.give("queue", { on: true });
    await tom.until("the place", () => tom.seat.queued === 1);
    sam.session.give("queue", { on: true });
    await sam.until("the place", () => sam.seat.queued === 2);
    await ben.leave();
    await tom.until("the seat", () => tom.seat.role === "player" && hasBody(tom));
    await sam.until("the place", () => sam.seat.queued === 1);
    await expect(joinRoom(server, code)).rejects.toThrow(`room_full?code=${code}`);
    tom.session.give("watch");
    await sam.until("the seat", () => hasBody(sam));
    await Promise.all([sam.leave(), tom.leave()]);
    ben = await joinRoom(server, code, { name: "Ben" });
  });

  it("has one last seat for one of those who ask for it at once", async () => {
    await ben.leave();
    const asked = await Promise.allSettled([1, 2, 3].map(() => joinRoom(server, code)));
    const [got, ...more] = asked.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(more).toEqual([]);
    if (got === undefined) throw new Error("Nobody got the seat.");
    ben = got;
    const others = asked.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
    for (const reason of others) expect(reason).toMatch(/room_full|last_seat/);
  });
});

describe("somebody who plays and goes away", () => {
  let ann: TestPlayer;
  let ben: TestPlayer;
  beforeAll(async () => {
    await server.stop();
    server = await startGame({}, { awayTimes: AWAY_TIMES, onStep: (stepped) => (world = stepped) });
    ann = await createRoom(server, { maxPlayers: 4, name: "Ann" });
    ben = await joinRoom(server, ann.room.roomId, { name: "Ben" });
  });
  afterAll(async () => {
    await Promise.all([ann.leave(), ben.leave()]);
  });

  it("is warned, a bot plays for them, and one input brings them back", async () => {
    ben.play({ moveX: 1 });
    // As a page that is left open: always the same.
    ann.play({ aim: 2 });
    const turn = setInterval(() => ben.play({ aim: Math.random() * 6 }), 200);
    try {
      await ann.until("the warning", () => ann.seat.awayAt > 0);
      await ann.until("the bot", () => ann.seat.away);
      const { x, y } = ann.me;
      await ann.until("what it does", () => Math.hypot(ann.me.x - x, ann.me.y - y) > 1);
      expect(ben.seat).toMatchObject({ away: false });
      // A line that is cut and comes back by itself says nothing of whoever is in front of the page.
      const back = new Promise<void>((resolve) => ann.room.onReconnect(() => resolve()));
      ann.room.connection.close(4010);
      await back;
      await stepsLater(ann, 20);
      expect(ann.seat).toMatchObject({ away: true, connected: true });
      ann.input = { ...ann.input, moveX: 1 };
      await ann.until("the return", () => !ann.seat.away && ann.seat.awayAt === 0);
    } finally {
      clearInterval(turn);
    }
  });
});
