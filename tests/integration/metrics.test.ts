import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { GameServer } from "#server/server.ts";
import {
  FINGERPRINT_EVERY,
  fingerprintOwn,
  fingerprintRoom,
  fingerprintSeen,
  type RoomPrint,
} from "#shared/state/fingerprint.ts";
import { addressOf, createRoom, joinRoom, startGame } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

const TOKEN = "a-token-for-the-tests";
const AUTHORIZED = { authorization: `Bearer ${TOKEN}` };

let server: GameServer;
beforeAll(async () => {
  server = await startGame({ adminToken: TOKEN, slowStepMs: 2 });
});
afterAll(() => server.stop());

async function metrics(): Promise<Map<string, number>> {
  const answer = await fetch(`${addressOf(server)}/metrics`, { headers: AUTHORIZED });
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

const answerSchema = z.object({
  fingerprints: z.array(
    z.object({
      tick: z.number(),
      room: z.object({ match: z.number(), seats: z.number(), things: z.number() }),
      players: z.record(z.string(), z.object({ seen: z.number(), own: z.number() })),
    }),
  ),
});

async function fingerprints(code: string) {
  const answer = await fetch(`${addressOf(server)}/admin/fingerprints/${code}`, { headers: AUTHORIZED });
  return answerSchema.parse(await answer.json()).fingerprints;
}

describe("GET /metrics", () => {
  it("counts rooms, people, bots, steps and what goes over the wire, and names nobody", async () => {
    const host = await createRoom(server, { name: "Secretive", bots: 3, private: true });
    host.play({ moveX: 1 });
    await host.until("a second of steps", (state) => state.tick > 50);
    const figures = await metrics();
    expect(figures.get("pushback_rooms")).toBe(1);
    expect(figures.get("pushback_seats")).toBe(1);
    expect(figures.get("pushback_bots")).toBe(3);
    expect(figures.get('pushback_players{transport="websocket"}')).toBe(1);
    expect(figures.get("pushback_joins_total")).toBe(1);
    expect(figures.get("pushback_step_duration_seconds_count")).toBeGreaterThanOrEqual(50);
    for (const direction of ["in", "out"]) {
      const labels = `{transport="websocket",direction="${direction}"}`;
      const messages = figures.get(`pushback_messages_total${labels}`) ?? 0;
      expect(messages).toBeGreaterThan(0);
      // No frame is empty.
      expect(figures.get(`pushback_bytes_total${labels}`)).toBeGreaterThanOrEqual(messages);
    }
    expect(figures.get("process_cpu_seconds_total")).toBeGreaterThan(0);
    expect(figures.has("nodejs_eventloop_lag_p99_seconds")).toBe(true);
    const all = [...figures.keys()].join("\n");
    for (const secret of [host.room.roomId, host.room.sessionId, "Secretive"]) {
      expect(all).not.toContain(secret);
    }
    await host.leave();
  });

  it("shows that steps are slow", async () => {
    const figures = await metrics();
    // Every step of this server is made to take 2 ms longer.
    expect(figures.get('pushback_step_duration_seconds_bucket{le="0.0015"}')).toBe(0);
  });

  it("counts drops, reconnections, leaves and refusals by reason", async () => {
    const before = await metrics();
    const since = (after: Map<string, number>, name: string) =>
      (after.get(name) ?? 0) - (before.get(name) ?? 0);
    const host = await createRoom(server, { password: "pst" });
    await expect(joinRoom(server, "QQQQQ")).rejects.toThrow("no_room");
    await expect(joinRoom(server, host.room.roomId, { password: "no" })).rejects.toThrow("password_wrong");
    host.room.connection.close(4010);
    await waitFor("the reconnection to be counted", async () => {
      const after = await metrics();
      return since(after, "pushback_reconnects_total") === 1 && since(after, "pushback_drops_total") === 1;
    });
    const after = await metrics();
    expect(since(after, 'pushback_refusals_total{reason="not_found"}')).toBe(1);
    expect(since(after, 'pushback_refusals_total{reason="password"}')).toBe(1);
    await host.leave();
    await waitFor(
      "the leave to be counted",
      async () => since(await metrics(), "pushback_leaves_total") === 1,
    );
  });

  it("is for the administrator only", async () => {
    for (const headers of [{}, { authorization: "Bearer something-else" }]) {
      const answer = await fetch(`${addressOf(server)}/metrics`, { headers });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ sentence: expect.stringContaining("ADMIN_TOKEN") });
    }
  });
});

describe("GET /admin/fingerprints", () => {
  it("has the numbers that a client computes from what it decoded at the same tick", async () => {
    const host = await createRoom(server, { bots: 2 });
    host.play({ moveX: 1 });
    const code = host.room.roomId;
    // The first question sets the audit going.
    expect(await fingerprints(code)).toEqual([]);
    const mine = new Map<number, { room: RoomPrint; seen: [string, number][]; own: number }>();
    host.room.onStateChange((state) => {
      if (state.tick % FINGERPRINT_EVERY !== 0) return;
      const seen = [...state.players].map(([id, player]): [string, number] => [id, fingerprintSeen(player)]);
      mine.set(state.tick, { room: fingerprintRoom(state), seen, own: fingerprintOwn(host.me) });
    });
    const theirs = await waitFor("two fingerprints", async () => {
      const all = (await fingerprints(code)).filter(({ tick }) => mine.has(tick));
      return all.length >= 2 && all;
    });
    for (const { tick, room, players } of theirs) {
      const seen = Object.entries(players).map(([id, one]) => [id, one.seen]);
      expect({ room, seen, own: players[host.room.sessionId]?.own }).toEqual(mine.get(tick));
    }
    expect((await fetch(`${addressOf(server)}/admin/fingerprints/${code}`)).status).toBe(401);
    await host.leave();
  });
});
