import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { endMatch } from "#server/commands/end-match.ts";
import { rematch } from "#server/commands/rematch.ts";
import { setUp } from "#server/commands/set-up.ts";
import { start } from "#server/commands/start.ts";
import { vote } from "#server/commands/vote.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { addMode, MODES } from "#shared/simulation/modes/table.ts";
import { MATCH, ticks } from "#shared/tunables.ts";
import { roomScene } from "../../../../support/room-scene.ts";

function arena(id: string, maxPlayers = 16): Arena {
  return { ...drawArena("SSSSSS"), id, maxPlayers };
}

const OTHERS = [arena("frost"), arena("ruins"), arena("lake"), arena("sea", 128)];

/** Modes of other tests, which would be proposed as well. */
const foreign = Object.values(MODES).filter(({ id }) => id !== "brawl" && id !== "stampede");
beforeAll(() => {
  for (const { id } of foreign) Reflect.deleteProperty(MODES, id);
});
afterAll(() => foreign.forEach(addMode));

/** A room on the meadow, in which "a" is the host, "b" plays and "c" watches. */
function scene(options: object = {}, others: readonly Arena[] = OTHERS) {
  const room = roomScene({
    arena: arena("meadow"),
    others,
    options,
    commands: { vote, setUp, start, endMatch, rematch },
  });
  room.join("a");
  room.join("b");
  room.join("c", { plays: false });
  const why = (id: string, name: string, payload?: unknown): unknown =>
    room.give(id, name, payload).map(({ message }) => (message as { why: string }).why)[0];
  /** Plays a match to its results. */
  const play = (): void => {
    room.pass(ticks(MATCH.countdown));
    room.give("a", "endMatch");
  };
  return { ...room, why, play };
}

describe("the vote on the next match", () => {
  it("opens with the results: what suits the room, and what was played last", () => {
    const { state, why, play } = scene();
    expect(why("b", "vote", { choice: 1 })).toBe("no_vote_now");
    play();
    expect(state.choices).toHaveLength(3);
    expect(state.choices[2]).toBe("brawl:meadow");
    for (const choice of state.choices.slice(0, 2)) expect(choice).toMatch(/^brawl:(frost|ruins|lake)$/);
    expect(new Set(state.choices).size).toBe(3);
    expect(why("b", "vote", { choice: 4 })).toBeUndefined();
  });

  it("decides what is played next, votes of who watches included", () => {
    const { world, state, give, play, features, leave } = scene();
    play();
    const [first = "", second = ""] = state.choices;
    give("a", "vote", { choice: 1 });
    give("b", "vote", { choice: 2 });
    give("c", "vote", { choice: 2 });
    expect([...state.seats.values()].map((seat) => seat.vote)).toEqual([1, 2, 2]);
    expect(`brawl:${world.next?.arena.id}`).toBe(second);
    leave("c");
    give("b", "vote", { choice: 0 });
    expect(`brawl:${world.next?.arena.id}`).toBe(first);
    give("a", "rematch");
    give("b", "rematch");
    expect([world.phase, `brawl:${world.arena.id}`]).toEqual(["countdown", first]);
    expect([state.choices.length, state.seats.get("a")?.vote, world.next]).toEqual([0, 0, undefined]);
    expect(features.all.vote.refuseVote(1)).toBe("no_vote_now");
  });

  it("leaves it as it is without votes, and with most for the same again", () => {
    const { world, give, play } = scene();
    play();
    give("a", "vote", { choice: 3 });
    expect(world.next).toBeUndefined();
    give("a", "start");
    expect(world.arena.id).toBe("meadow");
  });

  it("lets the dice of the room decide between equals, the same ones each time", () => {
    const chosen = (): string => {
      const { world, give, play } = scene();
      play();
      give("a", "vote", { choice: 1 });
      give("b", "vote", { choice: 2 });
      return world.next?.arena.id ?? "";
    };
    expect(chosen()).not.toBe("");
    expect(chosen()).toBe(chosen());
  });

  it("goes on in the lobby, and moves there what has most votes when the results are over", () => {
    const { world, state, give, play, pass } = scene({ lobby: true });
    give("a", "start");
    play();
    const [first = ""] = state.choices;
    give("b", "vote", { choice: 1 });
    pass(ticks(MATCH.resultsTime));
    expect([world.phase, `brawl:${world.arena.id}`, world.next]).toEqual(["lobby", first, undefined]);
    expect(state.choices).toHaveLength(3);
    give("b", "vote", { choice: 3 });
    expect(world.next?.arena.id).toBe("meadow");
    give("a", "start");
    expect(world.arena.id).toBe("meadow");
  });

  it("is over when the host has said what is played", () => {
    const { world, state, give, why, play, pass } = scene({ lobby: true });
    give("a", "start");
    play();
    give("b", "vote", { choice: 1 });
    give("a", "setUp", { arena: "sea" });
    expect(state.choices).toHaveLength(3);
    give("a", "setUp", { arena: "lake" });
    expect([state.choices.length, state.seats.get("b")?.vote, world.next?.arena.id]).toEqual([0, 0, "lake"]);
    expect(why("b", "vote", { choice: 1 })).toBe("no_vote_now");
    pass(ticks(MATCH.resultsTime));
    expect([world.phase, world.arena.id, state.choices.length]).toEqual(["lobby", "lake", 0]);
  });

  it("is there before the first match when nobody chose the arena", () => {
    expect(scene({ lobby: true }).state.choices).toHaveLength(3);
    expect(scene({ lobby: true, arena: "meadow" }).state.choices).toHaveLength(0);
  });

  it("is not held where there is nothing to choose", () => {
    const { state, play } = scene({}, [arena("sea", 128)]);
    play();
    expect(state.choices).toHaveLength(0);
  });
});
