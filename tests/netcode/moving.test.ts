import { expect, it } from "vitest";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { meadowForTwo } from "#lab/netcode/scripts.ts";
import { virtualMatch } from "#lab/netcode/virtual-match.ts";
import type { Match } from "#player/netcode/match.ts";
import { MATCH } from "#shared/tunables.ts";

it("a page follows its room to another arena: drawn, predicted and timed there, without a reconnection", async () => {
  const { link } = PROFILES.usual;
  const match = await virtualMatch({ arena: meadowForTwo(), seed: 3, room: { lobby: true, timeLimit: 60 } });
  try {
    const matches = new Set<Match>();
    let gaps = 0;
    const ann = await match.open({
      name: "Ann",
      link,
      seed: 1,
      play: ({ ticks }) => ({ moveX: Math.cos(ticks / 25), moveY: Math.sin(ticks / 25) }),
      onFrame(page) {
        matches.add(page.match);
        if (page.match.self === undefined) gaps += 1;
      },
    });
    await match.run(3);
    const { session } = ann.visit ?? {};
    if (session === undefined) throw new Error("Ann is not in the room.");
    const drops: number[] = [];
    session.onDrop((code) => drops.push(code));
    const arenaBefore = session.state.arena;
    const sent = session.room.input({}).sentCount;
    session.give("setUp", { arena: "frost" });
    await match.run(1);
    expect([arenaBefore === "frost", session.state.arena, match.world.arena.id]).toEqual([
      false,
      "frost",
      "frost",
    ]);
    const { frost } = Object.fromEntries(match.server.arenas);
    expect(ann.match.arena).toBe(frost);
    expect(matches.size).toBe(2);
    // Inputs go on by their numbers, and the clock goes on.
    expect(session.room.input({}).sentCount).toBeGreaterThan(sent + 40);
    expect(Math.abs(ann.match.serverTime - match.simulationTime)).toBeLessThan(10);
    session.give("start");
    await match.run(MATCH.countdown + 1);
    ann.match.prediction?.resetFigures();
    await match.run(6);
    expect(session.state.phase).toBe("playing");
    const { prediction, self } = ann.match;
    expect(prediction?.figures).toMatchObject({ corrections: 0, maxError: 0 });
    const player = match.world.players.get(ann.id);
    expect(Math.hypot((player?.x ?? 0) - (self?.x ?? 0), (player?.y ?? 0) - (self?.y ?? 0))).toBeLessThan(2);
    expect(ann.stores.hud.room.value?.arenaName).toBe(frost?.name);
    expect([gaps, drops]).toEqual([0, []]);
  } finally {
    await match.end();
  }
});
