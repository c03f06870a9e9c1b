import { describe, expect, it } from "vitest";
import { endMatch } from "#server/commands/end-match.ts";
import { moveTeam } from "#server/commands/move-team.ts";
import { pause } from "#server/commands/pause.ts";
import { rematch } from "#server/commands/rematch.ts";
import { restart } from "#server/commands/restart.ts";
import { start } from "#server/commands/start.ts";
import { switchTeam } from "#server/commands/switch-team.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import { PAUSED } from "#shared/simulation/pause.ts";
import { MATCH, ticks } from "#shared/tunables.ts";
import { roomScene } from "../../../../support/room-scene.ts";

/** A room with a lobby in which "a" is the host, "b" plays and "c" watches. */
function scene(options: object = { lobby: true }) {
  const room = roomScene({
    commands: { start, restart, endMatch, pause, rematch, moveTeam, switchTeam },
    options,
  });
  room.join("a");
  room.join("b");
  room.join("c", { plays: false });
  const why = (id: string, name: string, payload?: unknown): unknown =>
    room.give(id, name, payload).map(({ message }) => (message as { why: string }).why)[0];
  return { ...room, why };
}

describe("a lobby", () => {
  it("is where a room begins that wants one, and stays", () => {
    const { world, state, pass } = scene();
    expect([world.phase, world.phaseEndsTick, state.phase]).toEqual(["lobby", 0, "countdown"]);
    pass(5000);
    expect(world.phase).toBe("lobby");
    expect(scene({}).world.phase).toBe("countdown");
  });

  it("ends when everybody is ready who plays and is there, or when the host says so", () => {
    const ready = scene();
    ready.give("a", "rematch");
    expect(ready.world.phase).toBe("lobby");
    ready.give("b", "rematch");
    expect(ready.world.phase).toBe("countdown");
    const started = scene();
    expect(started.why("b", "start")).toBe("host_only");
    started.give("a", "start");
    expect(started.world.phase).toBe("countdown");
    expect(started.why("a", "start")).toBe("match_runs");
  });

  it("waits again for whoever takes it back that they are ready", () => {
    const { give, world, state } = scene();
    give("a", "rematch");
    give("a", "rematch", false);
    expect(state.seats.get("a")?.ready).toBe(false);
    give("b", "rematch");
    expect(world.phase).toBe("lobby");
    give("a", "rematch", true);
    expect(world.phase).toBe("countdown");
  });

  it("does not wait for whose line is cut", () => {
    const { state, features, give, world } = scene();
    give("a", "rematch");
    Object.assign(state.seats.get("b") ?? {}, { connected: false });
    features.dropped("b");
    expect(world.phase).toBe("countdown");
  });

  it("follows the results, and who was ready then is so in it", () => {
    const { world, state, give, features, pass } = scene();
    give("a", "start");
    pass(ticks(MATCH.countdown));
    expect(state.seats.get("a")?.ready).toBe(false);
    give("a", "endMatch");
    give("a", "rematch");
    pass(ticks(MATCH.resultsTime));
    expect([world.phase, state.seats.get("a")?.ready]).toEqual(["lobby", true]);
    give("b", "rematch");
    expect(world.phase).toBe("countdown");
    expect(features.all.rematch).toBeDefined();
  });
});

describe("the host", () => {
  it("ends a match, which has its results, and one that has not begun, which leads back to the lobby", () => {
    const { world, give, why, pass } = scene();
    expect(why("a", "endMatch")).toBe("no_match_runs");
    give("a", "start");
    give("a", "endMatch");
    expect(world.phase).toBe("lobby");
    give("a", "start");
    pass(ticks(MATCH.countdown));
    give("a", "endMatch");
    expect(world.phase).toBe("results");
    expect(scene({}).why("a", "endMatch")).toBe("no_match_runs");
  });

  it("begins a match again, with scores at zero", () => {
    const { world, give, why, pass } = scene({ timeLimit: 60 });
    pass(ticks(MATCH.countdown));
    Object.assign(world.players.get("b") ?? {}, { knockouts: 4 });
    expect(why("b", "restart")).toBe("host_only");
    give("a", "restart");
    expect([world.phase, world.players.get("b")?.knockouts]).toEqual(["countdown", 0]);
    pass(ticks(MATCH.countdown + 60));
    expect(world.phase).toBe("results");
    expect(why("a", "restart")).toBe("no_match_runs");
  });

  it("moves players between teams, where there are teams", () => {
    const { world, give, why } = scene();
    expect(why("a", "moveTeam", { id: "b", team: 1 })).toBe("no_teams");
    world.mode = { ...brawl, teams: 2 };
    expect(why("b", "moveTeam", { id: "b", team: 1 })).toBe("host_only");
    expect(why("a", "moveTeam", { id: "b", team: 2 })).toBe("no_such_team?teams=2");
    expect(why("a", "moveTeam", { id: "c", team: 1 })).toBe("no_such_player");
    expect(why("a", "moveTeam", { id: "__proto__", team: 1 })).toBe("no_such_player");
    give("a", "moveTeam", { id: "b", team: 1 });
    expect(world.players.get("b")?.team).toBe(1);
  });

  it("lets players change sides between matches, where teams stay even or a bot comes over", () => {
    const { world, give, why, seats, pass } = scene();
    const teams = () => [...world.players.values()].map(({ id, team }) => `${id}${team}`);
    expect(why("b", "switchTeam")).toBe("no_teams");
    world.mode = { ...brawl, teams: 2 };
    Object.assign(world.players.get("b") ?? {}, { team: 1 });
    expect(why("b", "switchTeam")).toBe("teams_uneven");
    seats.take("bot:1", "Bot", 0, true);
    expect(teams()).toEqual(["a0", "b1", "bot:10"]);
    give("b", "switchTeam");
    expect(teams()).toEqual(["a0", "b0", "bot:11"]);
    give("a", "start");
    pass(ticks(MATCH.countdown) + 1);
    expect(world.phase).toBe("playing");
    expect(why("b", "switchTeam")).toBe("after_match");
  });
});

describe("a pause", () => {
  function paused() {
    const room = scene({});
    room.give("a", "pause", { paused: true });
    return room;
  }

  it("is for the host alone, while a match is played", () => {
    const { world, why, give, clock } = scene();
    expect(why("a", "pause", { paused: true })).toBe("no_match_runs");
    give("a", "start");
    expect(why("b", "pause", { paused: true })).toBe("host_only");
    expect(why("a", "pause", { paused: false })).toBe("not_paused");
    give("a", "pause", { paused: true });
    expect(world.resumesAt).toBe(PAUSED);
    expect(why("a", "pause", { paused: true })).toBe("paused_already");
    clock.now = 1000;
    give("a", "pause", { paused: false });
    expect(world.resumesAt).toBe(world.tick + ticks(MATCH.resumeCountdown));
  });

  it("ends by itself after a while", () => {
    const { world, pass } = paused();
    pass(ticks(MATCH.longestPause));
    expect(world.resumesAt).toBe(PAUSED);
    pass(1);
    expect(world.resumesAt).not.toBe(PAUSED);
  });

  it.each(["dropped", "leave"] as const)("ends soon after whoever paused has gone (%s)", (how) => {
    const { world, features, leave, pass } = paused();
    pass(100);
    if (how === "dropped") features.dropped("a");
    else leave("a");
    pass(ticks(MATCH.pauseWithoutHost));
    expect(world.resumesAt).toBe(PAUSED);
    pass(1);
    expect(world.resumesAt).toBe(world.tick - 1 + ticks(MATCH.resumeCountdown));
  });

  it("stays when whoever paused is back, or the next host pauses again", () => {
    const { world, features, pass } = paused();
    features.dropped("a");
    pass(100);
    features.back("a");
    pass(ticks(MATCH.pauseWithoutHost));
    expect(world.resumesAt).toBe(PAUSED);
  });
});
