import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "#server/commands/table.ts";
import { NO_MEMORY } from "#server/rooms/snapshot/memory.ts";
import { fromPlain } from "#server/rooms/snapshot/plain.ts";
import { savedWorld, saveWorld } from "#server/rooms/snapshot/world.ts";
import type { Seat } from "#shared/state/seat-state.ts";
import { roomScene } from "../../../../support/room-scene.ts";

const FOLDER = new URL("../../../../../game-server/rooms/features/", import.meta.url);

/** What changes in a class: fields that are set again, and collections that are filled. */
const CHANGING = /^ {2}(?:#(\w+)|readonly #(\w+)[^\n]*= new (?:Map|Set|\w*Array)\b)/gm;

type Scene = ReturnType<typeof roomScene>;

/** Another scene that goes on where one was. */
function travel(scene: Scene): Scene {
  const travelled = JSON.parse(
    JSON.stringify({
      world: saveWorld(scene.world),
      seats: [...scene.state.seats].map(([id, seat]) => [id, seat.toJSON()]),
      people: [...scene.features.people.values()],
      features: scene.features.save(),
    }),
  );
  const other = roomScene({ commands: COMMANDS });
  const arenas = new Map([[scene.world.arena.id, scene.world.arena]]);
  Object.assign(other.world, fromPlain(savedWorld(arenas), travelled.world, "world"));
  other.seats.restore(new Map<string, Seat>(travelled.seats));
  other.features.restore(travelled.people, travelled.features);
  return other;
}

/** Everything that there is to do in a room, and what others do about it. */
function busy(): Scene {
  const scene = roomScene({ commands: COMMANDS });
  for (const id of ["a", "b", "c", "d"]) scene.join(id);
  scene.join("e", { plays: false });
  scene.pass(200);
  scene.give("a", "chat", { text: "hello" });
  scene.give("b", "chat", { phrase: 2 });
  scene.give("a", "mute", { id: "c", muted: true });
  scene.give("a", "kick", { id: "d" });
  scene.give("a", "lock", { locked: true });
  scene.give("e", "queue", { on: true });
  scene.give("a", "filter", { on: false });
  scene.pass(50);
  scene.give("a", "pause", { paused: true });
  scene.pass(10);
  return scene;
}

/** What happens then. */
function goOn(scene: Scene): unknown {
  scene.give("b", "chat", { text: "again" });
  scene.give("c", "chat", { text: "muted" });
  scene.drop("a");
  scene.pass(2000);
  scene.give("b", "voteKick", { id: "a" });
  scene.give("c", "voteKick", { id: "a" });
  scene.pass(30);
  const { bots: _bots, ...world } = { bots: 0, ...(saveWorld(scene.world) as object) };
  return [world, scene.state.toJSON().seats, scene.features.save(), scene.closed, scene.expelled];
}

/** The people themselves are saved with their tokens; who has voice on says so again where the room goes on. */
const KEPT_OTHERWISE: ReadonlySet<string> = new Set(["room-features.ts", "voice.ts"]);

describe("what features remember", () => {
  it("goes with the room, all of it", () => {
    const scene = busy();
    const other = travel(scene);
    expect(other.features.save()).toEqual(scene.features.save());
    expect(other.features.refuse({ guest: "guest-d", role: "player", from: "", password: "" })).toBe(
      "kicked",
    );
    expect(other.state).toMatchObject({ hostId: "a", locked: true });
    expect(other.features.all.course.refusePause(true)).toBe("paused_already");
    scene.expelled.length = 0;
    expect(goOn(other)).toEqual(goOn(scene));
    expect([...scene.faults, ...other.faults]).toEqual([]);
  });

  it("is said of each of them, and of every field that changes", () => {
    const { all } = roomScene().features;
    for (const [name, { memory }] of Object.entries(all)) expect(memory, name).toBeDefined();
    const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    let fields = 0;
    for (const file of files.filter((one) => !KEPT_OTHERWISE.has(one))) {
      const text = readFileSync(new URL(file, FOLDER), "utf8");
      const [, saved = ""] = /memoryOf\(([\s\S]*?)\n {2,4}\);/.exec(text) ?? [];
      for (const [, set, filled] of text.matchAll(CHANGING)) {
        const field = `#${set ?? filled}`;
        const isMethod = new RegExp(`^ {2}${field}\\(`, "m").test(text);
        if (isMethod) continue;
        fields += 1;
        expect(saved, `${file}: ${field} is not saved`).toContain(`this.${field}`);
      }
    }
    // Those that there were when this was written.
    expect(fields).toBeGreaterThan(20);
  });

  it("is nothing where all is known without it", () => {
    expect(NO_MEMORY.save()).toBeNull();
    expect(() => NO_MEMORY.load({ a: 1 }, "features.idle")).toThrow('"features.idle"');
  });
});
