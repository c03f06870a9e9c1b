import { describe, expect, it } from "vitest";
import { COMMANDS } from "#server/commands/table.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import { roomScene } from "../../../../support/room-scene.ts";

/** A room of two seats, with a player in each of those named. */
function room({ players = ["ann", "ben"], watchers = ["sam"] } = {}) {
  const scene = roomScene({ commands: COMMANDS, options: { maxPlayers: 2, bots: 0 } });
  for (const id of players) scene.join(id);
  for (const id of watchers) scene.join(id, { plays: false });
  return scene;
}

/** The refusal that came back, if one did. */
function why(sent: readonly { type: string; message: unknown }[]): unknown {
  return sent.find(({ type }) => type === "refused")?.message;
}

const roleOf = (scene: ReturnType<typeof room>, id: string): string | undefined =>
  scene.state.seats.get(id)?.role;
const lineOf = (scene: ReturnType<typeof room>): [string, number][] =>
  [...scene.state.seats].filter(([, seat]) => seat.queued > 0).map(([id, seat]) => [id, seat.queued]);

describe("a free seat", () => {
  it("is taken by whoever watches and wants to play", () => {
    const scene = room({ players: ["ann"] });
    expect(roleOf(scene, "sam")).toBe("spectator");
    expect(scene.give("sam", "play")).toEqual([]);
    expect(roleOf(scene, "sam")).toBe("player");
    expect([...scene.world.players.keys()]).toEqual(["ann", "sam"]);
  });

  it("is not there in a full room, which says so", () => {
    const scene = room();
    expect(why(scene.give("sam", "play"))).toEqual({ command: "play", why: refusal("no_free_seat") });
    expect(scene.world.players.has("sam")).toBe(false);
  });

  it("is not there for whoever plays already", () => {
    const scene = room();
    expect(why(scene.give("ann", "play"))).toEqual({ command: "play", why: refusal("playing_already") });
  });

  it("is not free while it is given out to somebody who comes", () => {
    const scene = room({ players: ["ann"] });
    scene.reserved.push({ sessionId: "new", options: { role: "player" } });
    expect(why(scene.give("sam", "play"))).toEqual({ command: "play", why: refusal("no_free_seat") });
  });
});

describe("the line for the next free seat", () => {
  it("is served in order, and everybody in it knows their place", () => {
    const scene = room({ watchers: ["sam", "tom", "uma"] });
    for (const id of ["tom", "sam", "uma"]) scene.give(id, "queue", { on: true });
    expect(lineOf(scene)).toEqual([
      ["sam", 2],
      ["tom", 1],
      ["uma", 3],
    ]);
    scene.leave("ann");
    expect(roleOf(scene, "tom")).toBe("player");
    expect(lineOf(scene)).toEqual([
      ["sam", 1],
      ["uma", 2],
    ]);
    scene.give("ben", "watch");
    expect(roleOf(scene, "sam")).toBe("player");
    expect(roleOf(scene, "ben")).toBe("spectator");
    expect(lineOf(scene)).toEqual([["uma", 1]]);
  });

  it("is left by whoever leaves it, or the room", () => {
    const scene = room({ watchers: ["sam", "tom", "uma"] });
    for (const id of ["sam", "tom", "uma"]) scene.give(id, "queue", { on: true });
    scene.give("sam", "queue", { on: false });
    scene.leave("tom");
    expect(lineOf(scene)).toEqual([["uma", 1]]);
    scene.leave("ben");
    expect([...scene.world.players.keys()]).toEqual(["ann", "uma"]);
  });

  it("is not overtaken: neither by somebody who watches nor by somebody who comes", () => {
    const scene = room({ watchers: ["sam", "tom"] });
    scene.reserved.push({ sessionId: "lapses", options: { role: "player" } });
    scene.give("sam", "queue", { on: true });
    scene.leave("ann");
    scene.reserved.length = 0;
    expect(scene.places.free("player")).toBe(1);
    expect(scene.places.refuse("player")).toBe(refusal("room_full", { code: "ABCDE" }));
    expect(why(scene.give("tom", "play"))).toEqual({ command: "play", why: refusal("no_free_seat") });
    scene.world.tick = 100;
    scene.features.afterStep([]);
    expect(roleOf(scene, "sam")).toBe("player");
  });

  it("passes over those whose address may have no more characters: they keep nobody else from a seat", () => {
    const scene = room({ players: ["ann"], watchers: ["sam", "tom", "uma"] });
    for (const id of ["sam", "tom"]) {
      scene.spent.add(id);
      scene.give(id, "queue", { on: true });
    }
    expect(lineOf(scene)).toEqual([
      ["sam", 1],
      ["tom", 2],
    ]);
    expect(scene.places.refuse("player")).toBeUndefined();
    expect(scene.give("uma", "play")).toEqual([]);
    expect(roleOf(scene, "uma")).toBe("player");
    scene.spent.clear();
    scene.leave("uma");
    expect(roleOf(scene, "sam")).toBe("player");
  });

  it("passes over those whose connection is lost, and serves them when they are back", () => {
    const scene = room({ watchers: ["sam", "tom"] });
    for (const id of ["sam", "tom"]) scene.give(id, "queue", { on: true });
    Object.assign(scene.state.seats.get("sam") ?? {}, { connected: false });
    scene.leave("ann");
    expect(roleOf(scene, "tom")).toBe("player");
    Object.assign(scene.state.seats.get("sam") ?? {}, { connected: true });
    scene.leave("tom");
    scene.features.back("sam");
    expect(roleOf(scene, "sam")).toBe("player");
  });
});

describe("somebody who plays", () => {
  it("may watch instead, without a character and a score", () => {
    const scene = room();
    Object.assign(scene.state.seats.get("ann") ?? {}, { score: 3, knockouts: 4, ready: true });
    scene.give("ann", "watch");
    expect(scene.world.players.has("ann")).toBe(false);
    expect(scene.state.players.has("ann")).toBe(false);
    expect(scene.state.seats.get("ann")).toMatchObject({ role: "spectator", score: 0, knockouts: 0 });
    expect(why(scene.give("ann", "watch"))).toEqual({ command: "watch", why: refusal("watching_already") });
  });
});

describe("somebody who watches", () => {
  it("is not waited for by those who are ready", () => {
    const scene = room({ watchers: [] });
    scene.world.phase = "results";
    scene.give("ann", "rematch");
    expect(scene.calls.endPhase).toBe(0);
    scene.give("ben", "watch");
    expect(scene.calls.endPhase).toBe(1);
  });

  it("leaves those who are ready to wait for whoever gets the seat", () => {
    const scene = room();
    scene.give("sam", "queue", { on: true });
    scene.world.phase = "results";
    scene.give("ann", "rematch");
    scene.give("ben", "watch");
    expect(roleOf(scene, "sam")).toBe("player");
    expect(scene.calls.endPhase).toBe(0);
  });
});

describe("places", () => {
  it("of players are not taken by those who watch", () => {
    const scene = room({ players: ["ann"], watchers: ["sam", "tom", "uma"] });
    expect(scene.places.free("player")).toBe(1);
    expect(scene.places.refuse("player")).toBeUndefined();
  });

  it("go to whoever reserved first, of two who ask for the last one at once", () => {
    const scene = room({ players: ["ann"] });
    for (const sessionId of ["first", "second"])
      scene.reserved.push({ sessionId, options: { role: "player" } });
    expect(scene.places.refuse("player", "first")).toBeUndefined();
    expect(scene.places.refuse("player", "second")).toBe(refusal("room_full", { code: "ABCDE" }));
  });

  it("to watch from have a bound of their own", () => {
    const scene = room({ watchers: Array.from({ length: 32 }, (_, i) => `w${i}`) });
    expect(scene.places.refuse("spectator")).toBe(refusal("watchers_full", { code: "ABCDE" }));
    expect(why(scene.give("ann", "watch"))).toEqual({
      command: "watch",
      why: refusal("watchers_full", { code: "ABCDE" }),
    });
  });
});

describe("a character to follow", () => {
  it("is one that there is", () => {
    const scene = room();
    scene.give("sam", "follow", { id: "ann" });
    expect(scene.followed.get("sam")).toBe("ann");
    expect(why(scene.give("sam", "follow", { id: "__proto__" }))).toEqual({
      command: "follow",
      why: refusal("nobody_to_follow"),
    });
  });
});

describe("following", () => {
  it("says nothing of whether somebody is there: pages do it by themselves", () => {
    const scene = room();
    scene.world.tick = 500;
    scene.give("sam", "follow", { id: "ann" });
    expect(scene.features.all.idle.seen("sam")).toBeUndefined();
    scene.give("sam", "here");
    expect(scene.features.all.idle.seen("sam")).toBe(500);
  });
});

describe("dressing", () => {
  it("keeps names and colours apart, and tells the character", () => {
    const scene = room();
    scene.give("ann", "dress", { name: "  BEN ", look: scene.state.seats.get("ben")?.look });
    const [ann, ben] = [scene.state.seats.get("ann"), scene.state.seats.get("ben")];
    expect(ann?.name).toBe("BEN 2");
    expect(scene.world.players.get("ann")?.name).toBe("BEN 2");
    expect((ann?.look ?? 0) & 15).not.toBe((ben?.look ?? 0) & 15);
  });

  it("lets nobody who is muted say something by their name, but look as they like", () => {
    const scene = room();
    scene.give("ann", "mute", { id: "ben", muted: true });
    expect(why(scene.give("ben", "dress", { name: "ann is a fool" }))).toEqual({
      command: "dress",
      why: refusal("name_muted"),
    });
    expect(scene.state.seats.get("ben")?.name).toBe("ben");
    expect(why(scene.give("ben", "dress", { look: 5 }))).toBeUndefined();
  });

  it("refuses a name of blanks in words, and changes nothing", () => {
    const scene = room();
    const sent = scene.give("ann", "dress", { name: " \u200b\u3164 ", look: 5 });
    expect(why(sent)).toEqual({ command: "dress", why: refusal("name_blank") });
    expect(scene.state.seats.get("ann")?.name).toBe("ann");
  });
});
