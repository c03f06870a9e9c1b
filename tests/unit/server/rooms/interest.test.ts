import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { type PretendClient, PretendRoom } from "#lab/bench/pretend-room.ts";
import { nextRandom } from "#shared/random.ts";
import { distance, middleOfView } from "#shared/sight.ts";
import { leader } from "#shared/simulation/modes/ranking.ts";
import type { World } from "#shared/simulation/types.ts";
import { spotOf } from "#shared/state/folded-place.ts";
import { INTEREST } from "#shared/tunables.ts";
import { hugeWorld, near, put } from "./huge-world.ts";

/** The decoder only warns of what it cannot make sense of: here that is a failure. */
let warnings: MockInstance[] = [];
beforeEach(() => {
  warnings = [vi.spyOn(console, "warn"), vi.spyOn(console, "error")];
});
afterEach(() => {
  const said = warnings.flatMap(({ mock }) => mock.calls);
  vi.restoreAllMocks();
  expect(said).toEqual([]);
});

describe("interest", () => {
  it("shows who comes near and hides who goes away", () => {
    const world = hugeWorld();
    const room = new PretendRoom(world);
    const ann = room.join("ann");
    room.join("ben");
    put(world, "ann", 48, 36);
    put(world, "ben", 90, 36);
    room.patch();
    expect(near(ann)).toEqual(["ann"]);
    put(world, "ben", 48 + INTEREST.enter - 0.1, 36);
    room.patch();
    expect(near(ann)).toEqual(["ann", "ben"]);
    const replica = ann.seen.players.get("ben");
    expect(replica?.x).toBeCloseTo(48 + INTEREST.enter - 0.1, 2);
    put(world, "ben", 48 + INTEREST.leave + 0.1, 36);
    room.patch();
    expect(near(ann)).toEqual(["ann"]);
  });

  it("keeps whom it shows while they stay between the two borders", () => {
    const world = hugeWorld();
    const room = new PretendRoom(world);
    const ann = room.join("ann");
    room.join("ben");
    put(world, "ann", 48, 36);
    put(world, "ben", 48 + INTEREST.leave - 0.5, 36);
    room.patch();
    expect(near(ann)).toEqual(["ann"]);
    put(world, "ben", 48 + INTEREST.enter - 0.5, 36);
    room.patch();
    const replica = ann.seen.players.get("ben");
    for (const away of [0.5, 2.5, 0.5, 2.5]) {
      put(world, "ben", 48 + INTEREST.enter + away, 36);
      room.patch();
      expect(ann.seen.players.get("ben")).toBe(replica);
    }
  });

  it("puts the place of somebody hidden into no packet", () => {
    const world = hugeWorld();
    const room = new PretendRoom(world);
    const ann = room.join("ann");
    const guard = room.join("guard");
    room.join("ben");
    put(world, "ann", 20, 36);
    put(world, "guard", 76, 36);
    const path = Array.from({ length: 50 }, (_, i) => [70 + i * 0.123, 30 + i * 0.071] as const);
    for (const [x, y] of path) {
      put(world, "ben", x, y);
      world.tick += 2;
      room.patch([{ type: "dash", tick: world.tick, id: "ben", x, y, aim: 0 }]);
    }
    const codes = path.map(([x, y]) => placeCode(x, y));
    const holds = (client: PretendClient) =>
      codes.filter((code) => client.frames.some((frame) => Buffer.from(frame).includes(code))).length;
    expect(holds(guard)).toBe(path.length);
    expect(holds(ann)).toBe(0);
    expect(ann.events).toEqual([]);
    expect(guard.events).toHaveLength(path.length);
  });

  it("tells everybody who is there and how they do, near or not", () => {
    const world = hugeWorld();
    const room = new PretendRoom(world);
    const ann = room.join("ann");
    room.join("ben");
    put(world, "ann", 20, 36);
    put(world, "ben", 76, 36);
    const ben = world.players.get("ben");
    if (ben !== undefined) ben.knockouts = 7;
    room.patch();
    expect(ann.seen.seats.get("ben")).toMatchObject({ name: "ben", score: 7, knockouts: 7 });
    expect(near(ann)).toEqual(["ann"]);
  });

  it("keeps private numbers to their owner also among those who see each other", () => {
    const world = hugeWorld();
    const room = new PretendRoom(world);
    const ann = room.join("ann");
    const ben = room.join("ben");
    put(world, "ann", 48, 36);
    put(world, "ben", 50, 36);
    for (let i = 1; i < 20; i++) {
      Object.assign(world.players.get("ben") ?? {}, { dashCooldown: i, stamina: 100 + i, vx: i });
      room.patch();
    }
    expect(ben.seen.players.get("ben")).toMatchObject({ dashCooldown: 19, stamina: 119 });
    expect(ben.seen.players.get("ben")?.vx).toBeCloseTo(19, 2);
    const shown = ann.seen.players.get("ben");
    expect(shown?.x).toBeCloseTo(50, 2);
    // What was never sent has no value, or that of a fresh player.
    expect([shown?.dashCooldown, shown?.stamina, shown?.vx].map((value) => value ?? 0)).toEqual([0, 0, 0]);
  });

  it.each([1, 2, 3])(
    "shows everybody exactly who is near while people come, go, drop and fall (seed %i)",
    (seed) => {
      fuzz(seed);
    },
  );
});

/** Bytes of a place as a patch carries it: the lower bits of x and y, without where somebody looks. */
function placeCode(x: number, y: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(spotOf({ x, y, aim: 0 }));
  return bytes.subarray(1);
}

function fuzz(seed: number): void {
  let dice = seed;
  const random = (): number => {
    const { state, value } = nextRandom(dice);
    dice = state;
    return value;
  };
  const world = hugeWorld();
  const room = new PretendRoom(world);
  const followed = new Map<string, string>();
  let people = 0;
  for (let turn = 0; turn < 150; turn++) {
    world.tick += 2;
    if (room.clients.length < 30 && random() < 0.3) room.join(`p${people++}`);
    const someone = pick(room.clients, random);
    if (someone !== undefined && random() < 0.3) {
      if (world.players.has(someone.sessionId)) room.takeBody(someone.sessionId);
      else room.giveBody(someone);
    }
    for (const client of room.clients) {
      if (random() > 0.1) continue;
      const target = random() < 0.2 ? "" : (pick([...world.players.keys()], random) ?? "");
      room.follow(client.sessionId, target);
      followed.set(client.sessionId, target);
    }
    if (random() < 0.15) room.seats.take(`bot:${turn}`, "bot", 0, true);
    if (random() < 0.1) room.leave(pick([...room.state.seats.keys()], random) ?? "");
    const back = random() < 0.1 ? pick(room.clients, random) : undefined;
    if (back !== undefined) {
      room.enter(back);
      // What happens between the return and its whole state must not matter.
      back.reset(room.full(back));
    }
    for (const player of world.players.values()) {
      if (random() < 0.05) Object.assign(player, { x: random() * 96, y: random() * 72 });
      else if (random() < 0.7)
        Object.assign(player, { x: player.x + random() - 0.5, y: player.y + random() - 0.5 });
      if (random() < 0.2) player.wobble = Math.floor(random() * 300);
    }
    room.patch();
    expect(room.clients.flatMap((client) => mistakes(world, room, client, followed))).toEqual([]);
  }
}

function pick<T>(all: readonly T[], random: () => number): T | undefined {
  return all[Math.floor(random() * all.length)];
}

/** What a page knows against what there is: who must be there is, who must not is not, and all is up to date. */
function mistakes(
  world: World,
  room: PretendRoom,
  client: PretendClient,
  followed: ReadonlyMap<string, string>,
): string[] {
  const found: string[] = [];
  const { sessionId } = client;
  const eye =
    world.players.get(sessionId) ??
    world.players.get(followed.get(sessionId) ?? "") ??
    leader(world.mode, world.players.values());
  if (eye === undefined) return client.seen.players.size === 0 ? [] : ["there are ghosts"];
  const middle = middleOfView(world.arena, eye);
  for (const [id, player] of world.players) {
    const away = distance(middle, player);
    const shown = client.seen.players.get(id);
    const must = id === client.sessionId || away <= INTEREST.enter;
    if (must && shown === undefined) found.push(`${id} is missing at ${away}`);
    if (!must && away > INTEREST.leave && shown !== undefined) found.push(`${id} is shown at ${away}`);
    const replica = room.state.players.get(id);
    const fresh = shown?.x === replica?.x && shown?.y === replica?.y && shown?.wobble === replica?.wobble;
    if (shown !== undefined && !fresh) found.push(`${id} is out of date`);
    if (client.seen.seats.get(id) === undefined) found.push(`${id} has no seat`);
  }
  for (const id of client.seen.players.keys()) if (!world.players.has(id)) found.push(`${id} is a ghost`);
  if (client.seen.seats.size !== room.state.seats.size) found.push("there are too many seats");
  return found;
}
