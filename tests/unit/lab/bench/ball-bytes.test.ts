import { expect, it } from "vitest";
import { createBrain } from "#bots/brain/brain.ts";
import { viewOf } from "#bots/brain/view.ts";
import { PretendRoom } from "#lab/bench/pretend-room.ts";
import { loadArena } from "#lab/bench/tournament.ts";
import { step } from "#shared/simulation/step.ts";
import { addThing } from "#shared/simulation/things/things.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { DT, MATCH, TICK_RATE } from "#shared/tunables.ts";
import { NIGHTLY } from "../../../support/nightly.ts";

/** Simulated time (s) before the measurement and of it. */
const WARM_UP = 6;
const SECONDS = 12;

/** Bytes that one client got of a match; `bare`: it is told neither of the ball nor of the pickups. */
function weigh(bare: boolean): number {
  const world = createWorld(loadArena("meadow"), { seed: 2, mode: "push-ball" });
  const room = new PretendRoom(world);
  const brains = Array.from({ length: MATCH.maxPlayers }, (_, seat) => {
    const { sessionId } = room.join(`p${seat}`);
    return [sessionId, createBrain("normal", seat)] as const;
  });
  for (const client of room.clients) client.deaf = true;
  for (let i = 0; i < 6; i++) addThing(world, { kind: "feather", x: 3 + i, y: 10, owner: "", until: 0 });
  let bytes = 0;
  for (let tick = 1; tick <= (WARM_UP + SECONDS) * TICK_RATE; tick++) {
    const inputs = new Map(
      brains.flatMap(([id, brain]) => {
        const player = world.players.get(id);
        return player === undefined ? [] : [[id, [brain.think(viewOf(world, player))]] as const];
      }),
    );
    step(world, { inputs }, DT);
    if (tick % 2 !== 0) continue;
    const { ball } = world;
    const things = [...world.things];
    if (bare) {
      world.ball = undefined;
      world.things.clear();
    }
    room.patch();
    world.ball = ball;
    for (const [id, thing] of things) world.things.set(id, thing);
    if (tick > WARM_UP * TICK_RATE) bytes += room.clients[0]?.frames.at(-1)?.length ?? 0;
  }
  return bytes;
}

// Sixteen bots think for 36 s: at night only.
it.runIf(NIGHTLY)("a ball and six pickups cost little beside a full room", () => {
  const [all, bare] = [weigh(false), weigh(true)];
  expect(all).toBeGreaterThan(bare);
  // On the meadow, where all sixteen are at the ball.
  expect(all / bare).toBeLessThan(1.03);
});
