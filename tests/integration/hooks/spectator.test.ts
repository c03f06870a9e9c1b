import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { command } from "#server/commands/command.ts";
import { COMMANDS } from "#server/commands/table.ts";
import { addRole } from "#server/matchmaking/roles.ts";
import type { GameServer } from "#server/server.ts";
import type { EventBatch } from "#shared/messages.ts";
import { Action, type World } from "#shared/simulation/types.ts";
import { addressOf, createRoom, joinRoom, startGame, type TestPlayer } from "../../support/game.ts";

/** Somebody who watches: a seat without a character. */
const SPECTATOR = { role: "spectator", name: "Sam" };

/** A command with which whoever watches begins to play. */
const play = command({
  payload: z.undefined(),
  rate: { perSecond: 1, burst: 1 },
  by: "anybody",
  run: (room, { id }): void => room.giveBody(id),
});

/** A room in which one person plays beside two bots and one watches; a huge one on request. */
const ROOMS = {
  "where everybody is told of everybody": { arena: "meadow", bots: 2, maxPlayers: 4 },
  "where everybody is told of what is near": { mode: "stampede", arena: "archipelago", bots: 2 },
};

let server: GameServer;
/** That of the room that was stepped last: there is one at a time. */
let world: World | undefined;
beforeAll(async () => {
  addRole("spectator", { hasBody: false });
  server = await startGame({}, { commands: { ...COMMANDS, play }, onStep: (stepped) => (world = stepped) });
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

describe.each(Object.entries(ROOMS))("a spectator, in one file, %s", (_where, options) => {
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

  it("has a seat and no character, and takes no bot's place", async () => {
    expect(sam.seat).toMatchObject({ name: "Sam", bot: false, connected: true });
    expect([...ann.room.state.seats.values()].filter(({ bot }) => bot)).toHaveLength(2);
    expect(hasBody(sam)).toBe(false);
    expect([...worldNow().players.keys()]).not.toContain(sam.room.sessionId);
    const list: unknown = await (await fetch(`${addressOf(server)}/api/rooms`)).json();
    expect(list).toMatchObject({ rooms: [{ code: ann.room.roomId, players: 2, bots: 2 }] });
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
    await ann.until("one bot less", ({ seats }) => seats.size === 3);
    await sam.until("the private side", () => sam.me.stamina > 0);
    await sam.until("the match", ({ phase }) => phase === "playing");
    const { x, y } = sam.me;
    sam.play({ moveX: x > worldNow().arena.width / 2 ? -1 : 1 });
    await sam.until("movement", () => Math.hypot(sam.me.x - x, sam.me.y - y) > 1);
    expect(sam.me.vx).not.toBe(0);
  });
});
