import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import type { ResultsMessage } from "#shared/messages.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { roomScene } from "../../../../support/room-scene.ts";

function scene(people = ["a", "b", "c"]) {
  const room = roomScene({ arena: drawArena("SSSSS", ".....") });
  for (const id of people) room.join(id);
  const { world, features, sent } = room;
  world.phase = "countdown";
  features.phaseChanged();
  world.phase = "playing";
  features.phaseChanged();
  const fall = (id: string, by = "", streak = 0, x = 0): void =>
    tell({ type: "fall", tick: world.tick, id, x, y: 0, by, streak });
  const hit = (id: string, x: number): void =>
    tell({ type: "hit", tick: world.tick, id, by: "a", x, y: 0, vx: 0, vy: 0, wobble: 0 });
  function tell(...events: GameEvent[]): void {
    features.afterStep(events);
  }
  const end = (): void => {
    world.phase = "results";
    features.phaseChanged();
  };
  const results = (to: string): ResultsMessage | undefined =>
    sent.filter((one) => one.to === to && one.type === "results").at(-1)?.message as
      | ResultsMessage
      | undefined;
  const lineOf = (id: string) => results("a")?.lines.find((line) => line.id === id);
  return { ...room, fall, hit, tell, end, results, lineOf };
}

describe("the statistics of a match", () => {
  it("count knock-outs, falls, the best streak and who did it most often", () => {
    const { fall, end, lineOf, results } = scene();
    fall("b", "a", 1);
    fall("b", "a", 2);
    fall("b", "c", 1);
    fall("a");
    fall("b", "a", 1);
    end();
    expect(lineOf("a")).toMatchObject({ name: "a", knockouts: 3, falls: 1, streak: 2 });
    expect(lineOf("a")?.nemesis).toBeUndefined();
    expect(lineOf("b")).toMatchObject({ knockouts: 0, falls: 4, nemesis: { id: "a", name: "a", times: 3 } });
    expect(results("b")).toEqual(results("a"));
    expect(results("a")?.best).toEqual({ knockouts: "a", streak: "a" });
    expect(results("a")?.players).toBe(3);
  });

  it("count parries, those included that take a blow back", () => {
    const { tell, world, end, lineOf } = scene();
    tell({ type: "parry", tick: world.tick, id: "c", by: "a", x: 0, y: 0 });
    tell({ type: "parry", tick: world.tick, id: "c", by: "a", x: 0, y: 0, since: 3 });
    end();
    expect(lineOf("c")?.parries).toBe(2);
  });

  it("measure the longest flight from the blow to where one runs again, or falls", () => {
    const { world, hit, fall, tell, end, lineOf } = scene();
    const b = world.players.get("b");
    if (b === undefined) throw new Error("Nobody is there.");
    hit("b", 1);
    Object.assign(b, { x: 1, y: 0, vx: 20 });
    world.tick += 1;
    tell();
    Object.assign(b, { x: 4.52, vx: 5 });
    world.tick += 1;
    tell();
    expect(b.x).toBe(4.52);
    hit("b", 2);
    Object.assign(b, { vx: 20 });
    world.tick += 1;
    fall("b", "a", 1, 4);
    Object.assign(world.players.get("c") ?? {}, { vx: 20 });
    hit("c", 3);
    world.tick += 1;
    tell({ type: "dodge", tick: world.tick, id: "c", by: "a", x: 9, y: 0, since: world.tick - 1 });
    end();
    expect([lineOf("b")?.flight, lineOf("c")?.flight]).toEqual([3.5, 0]);
  });

  it("are of one match, and nothing counts before and after it", () => {
    const { world, features, fall, end, lineOf } = scene();
    fall("b", "a", 1);
    end();
    fall("b", "a", 2);
    expect(lineOf("b")?.falls).toBe(1);
    for (const phase of ["countdown", "playing"] as const) {
      world.phase = phase;
      features.phaseChanged();
    }
    end();
    expect(lineOf("b")?.falls).toBe(0);
  });

  it("are told to whoever comes or comes back while the results are shown, and keep those who have left", () => {
    const { fall, end, join, leave, features, sent, results, world } = scene();
    fall("b", "c", 1);
    leave("c");
    end();
    join("d");
    expect(results("d")?.lines.map(({ id }) => id)).toEqual(["b", "c", "a"]);
    expect(results("d")?.lines[1]).toMatchObject({ name: "c", knockouts: 1 });
    const before = sent.length;
    features.back("b");
    expect(sent.slice(before)).toMatchObject([{ to: "b", type: "results" }]);
    world.phase = "countdown";
    features.phaseChanged();
    join("e");
    expect(results("e")).toBeUndefined();
  });

  it("tell each of a crowd no more than their own line and those of the best", () => {
    const people = Array.from({ length: 128 }, (_, index) => `p${index}`);
    const { fall, end, results } = scene(people);
    for (const id of people.slice(1)) fall(id, "p0", 1);
    fall("p0", "p1", 4);
    end();
    const told = results("p100");
    expect(told?.lines.map(({ id }) => id).sort()).toEqual(["p0", "p1", "p100"]);
    expect(told).toMatchObject({ players: 128, best: { knockouts: "p0", streak: "p1" } });
    expect(JSON.stringify(told).length).toBeLessThan(1000);
  });
});
