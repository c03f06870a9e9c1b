import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { addMode } from "#shared/simulation/modes/table.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { addThingKind } from "#shared/simulation/things/table.ts";
import type { ThingRule } from "#shared/simulation/things/thing.ts";
import { addThing, removeThing } from "#shared/simulation/things/things.ts";
import type { World } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";
import { createRoom, joinRoom, startGame } from "../../support/game.ts";

/** Wobble (percent) that a plaster takes away, and after how long (s) the next one lies there. */
const RELIEF = 50;
const AGAIN = 0.5;
/** Where it lies: the middle of the meadow (tiles). */
const PLACE = { x: 15, y: 10 };

/** A pickup: whoever walks over it wobbles less. */
const plaster: ThingRule = {
  reach: 0.6,
  touched(world, thing, player) {
    player.wobble = Math.max(0, player.wobble - RELIEF);
    removeThing(world, thing);
  },
};

/** A Brawl in which there is a plaster in the middle, and another one some time after it was taken. */
const clinic: Mode = {
  ...brawl,
  id: "clinic",
  name: "Clinic",
  tick(world) {
    if (world.things.size === 0 && world.tick % ticks(AGAIN) === 0)
      addThing(world, { kind: "plaster", ...PLACE, owner: "", until: 0 });
  },
};

describe("a pickup, in one file", () => {
  let server: GameServer;
  let world: World | undefined;
  beforeAll(async () => {
    addThingKind("plaster", plaster);
    addMode(clinic);
    server = await startGame({}, { onStep: (stepped) => (world = stepped) });
  });
  afterAll(() => server.stop());

  it("lies in a real room for everybody to see, is taken, and comes back", async () => {
    const ann = await createRoom(server, { mode: "clinic", arena: "meadow", pickupsOff: PICKUP_NAMES });
    const bob = await joinRoom(server, ann.room.roomId);
    await bob.until("the plaster", ({ things }) => things.size === 1);
    const [[id, first] = []] = [...bob.room.state.things];
    expect(first).toMatchObject({ kind: "plaster", owner: "" });
    expect([first?.x, first?.y]).toEqual([expect.closeTo(PLACE.x, 1), expect.closeTo(PLACE.y, 1)]);
    const body = world?.players.get(ann.room.sessionId);
    if (body === undefined) throw new Error("Ann has no body.");
    Object.assign(body, PLACE, { wobble: 80 });
    await bob.until("it to be taken", ({ things }) => !things.has(String(id)));
    await bob.until("Ann to feel better", ({ players }) => players.get(ann.room.sessionId)?.wobble === 30);
    Object.assign(body, { x: 5, y: 10 });
    await bob.until("the next one", ({ things }) => things.size === 1);
    await ann.leave();
    await bob.leave();
  });
});
