import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { createStores } from "#client/session/stores/stores.ts";
import { Watching } from "#client/session/watching.ts";
import { createGaze } from "#player/netcode/match-view.ts";
import { loadArenas } from "#server/arenas.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { PlayerState } from "#shared/state/player-state.ts";
import { SeatState } from "#shared/state/seat-state.ts";

const ARENAS = loadArenas();

/** Sam watches Ann and Ben in a room with so many seats. */
function watch({ arena = "meadow", maxPlayers = 2, phase = "playing" } = {}) {
  const found = ARENAS.get(arena);
  if (found === undefined) throw new Error(`There is no arena ${arena}.`);
  const state = Object.assign(new ArenaState(), { phase, maxPlayers });
  const stores = createStores(DEFAULT_SETTINGS);
  const sent: unknown[] = [];
  const back: (() => void)[] = [];
  const match = { arena: found, state, gaze: createGaze(), self: undefined };
  const watching = new Watching(stores);
  const sit = (id: string, part: Partial<SeatState> = {}): SeatState => {
    const seat = Object.assign(new SeatState(), { name: id.toUpperCase(), ...part });
    state.seats.set(id, seat);
    if (seat.role === "player") state.players.set(id, new PlayerState());
    return seat;
  };
  const leave = (id: string): void => {
    state.seats.delete(id);
    state.players.delete(id);
  };
  for (const id of ["ann", "ben"]) sit(id);
  const sam = sit("sam", { role: "spectator" });
  watching.begin({
    id: "sam",
    give: (name, ...payload) => sent.push([name, ...payload]),
    onBack(listener) {
      back.push(listener);
      return () => {};
    },
  });
  const patch = (): void => watching.patch(match);
  const lean = (moveX: number, moveY = 0): void => {
    const input = { ...neutralInput(), moveX, moveY };
    watching.steer({ sample: () => input, peek: () => input });
  };
  const followed = (): string | undefined => stores.watching.followed.value?.id;
  patch();
  return { ...stores.watching, state, match, watching, sam, sent, back, sit, leave, patch, lean, followed };
}

describe("whoever has no life left", () => {
  it("sees themselves fall, watches who still plays, and is back with the next round", () => {
    const { match, sam, sit, patch, isOn, isOut, followed, state } = watch();
    sit("sam", { lives: 1 });
    patch();
    const self = { fall: 0.5 };
    Object.assign(match, { self });
    const own = state.seats.get("sam") ?? sam;
    expect([isOn.value, isOut.value]).toEqual([false, false]);
    own.lives = 0;
    patch();
    expect([isOn.value, isOut.value, match.gaze.isOut]).toEqual([false, true, false]);
    self.fall = 1;
    Object.assign(state.seats.get("ann") ?? {}, { lives: 0 });
    patch();
    expect([isOn.value, isOut.value, match.gaze.isOut, followed()]).toEqual([true, true, true, "ben"]);
    own.lives = 3;
    patch();
    expect([isOn.value, isOut.value, match.gaze.isOut]).toEqual([false, false, false]);
  });
});

describe("whoever watches", () => {
  it("follows a player, the next, the previous, and goes on when that one leaves", () => {
    const { match, watching, followed, leave, patch, sit, isOn, role } = watch();
    expect([isOn.value, role.value, followed(), match.gaze.followed]).toEqual([
      true,
      "spectator",
      "ann",
      "ann",
    ]);
    watching.next(1);
    patch();
    expect(followed()).toBe("ben");
    watching.next(1);
    watching.next(-1);
    patch();
    expect(followed()).toBe("ben");
    sit("cyd");
    patch();
    leave("ben");
    patch();
    expect(followed()).toBe("cyd");
  });

  it("sees the whole arena while there is nobody to follow, and follows again when somebody comes", () => {
    const { match, followed, leave, patch, sit, mode } = watch();
    leave("ann");
    leave("ben");
    patch();
    expect([followed(), match.gaze.mode, mode.value]).toEqual([undefined, "all", "follow"]);
    sit("cyd");
    patch();
    expect([followed(), match.gaze.mode]).toEqual(["cyd", "follow"]);
  });

  it("goes to the next with a key or a stick, once for each press", () => {
    const { lean, followed, patch } = watch();
    // Held from before: no wish.
    lean(1);
    lean(1);
    patch();
    expect(followed()).toBe("ann");
    lean(0);
    lean(1);
    lean(1);
    patch();
    expect(followed()).toBe("ben");
    lean(0);
    lean(-0.9);
    patch();
    expect(followed()).toBe("ann");
  });

  it("flies with the same keys when the camera is free, which dragging makes it", () => {
    const { lean, match, watching, mode, followed, patch } = watch();
    watching.show("free");
    lean(0);
    lean(1, -0.5);
    patch();
    expect(match.gaze).toMatchObject({ mode: "free", moveX: 1, moveY: -0.5 });
    expect(followed()).toBe("ann");
    watching.show("all");
    lean(1);
    expect(match.gaze).toMatchObject({ moveX: 0, moveY: 0 });
    watching.drag(12, -3);
    expect([mode.value, match.gaze.dragX, match.gaze.dragY]).toEqual(["free", 12, -3]);
    watching.next(1);
    expect(mode.value).toBe("follow");
  });

  it("tells the server whom they follow on a huge arena, once for each choice, and again after a reconnection", () => {
    const { sent, back, watching, patch } = watch({ arena: "archipelago" });
    patch();
    expect(sent).toEqual([["follow", { id: "ann" }]]);
    watching.next(1);
    patch();
    patch();
    expect(sent.splice(0)).toEqual([
      ["follow", { id: "ann" }],
      ["follow", { id: "ben" }],
    ]);
    for (const listener of back) listener();
    patch();
    expect(sent).toEqual([["follow", { id: "ben" }]]);
  });

  it("tells it nothing where everybody sees everybody, or has a character", () => {
    expect(watch().sent).toEqual([]);
    const { state, sam, sit, isOn, patch, sent, watching } = watch({ arena: "archipelago", phase: "lobby" });
    expect([isOn.value, sent]).toEqual([false, []]);
    state.phase = "playing";
    sam.role = "player";
    sit("sam");
    patch();
    watching.next(1);
    patch();
    expect([isOn.value, sent]).toEqual([false, []]);
  });
});

describe("the way to a seat", () => {
  it("is free while people leave one, whatever bots there are", () => {
    const { way, state, sit, leave, patch } = watch({ maxPlayers: 3 });
    sit("bot", { bot: true });
    patch();
    expect(way.value).toEqual({ kind: "free" });
    sit("cyd");
    patch();
    const taken = way.value;
    expect(taken).toEqual({ kind: "taken" });
    state.tick += 2;
    patch();
    expect(way.value).toBe(taken);
    leave("cyd");
    patch();
    expect(way.value).toEqual({ kind: "free" });
  });

  it("tells one's place in line, and everybody how many watch", () => {
    const { way, sam, sit, patch, count } = watch();
    sam.queued = 2;
    sit("tom", { role: "spectator" });
    patch();
    expect([way.value, count.value]).toEqual([{ kind: "inLine", place: 2 }, 2]);
  });
});

it("after the room is left nothing of it stays on the page", () => {
  const { watching, isOn, count, followed, role } = watch();
  watching.end();
  expect([isOn.value, count.value, followed(), role.value]).toEqual([false, 0, undefined, "player"]);
});
