import { expect, it } from "vitest";
import { PretendRoom } from "#lab/bench/pretend-room.ts";
import { loadArena } from "#lab/bench/tournament.ts";
import { neutralInput, sanitizeInput } from "#shared/simulation/input.ts";
import { endPhase } from "#shared/simulation/match.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { step } from "#shared/simulation/step.ts";
import type { PlayerInput, World } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { DT, MATCH, NET, TICK_RATE } from "#shared/tunables.ts";

/** Share of the bytes of a full room that all of this may cost. */
const MOST = 0.03;
const SECONDS = 12;
const LYING: ReadonlySet<string> = new Set(PICKUP_NAMES);

/** Bytes of all patches of the same match of sixteen who run in circles, and how many pickups were taken in it. */
function weigh(tellsOfPickups: boolean): { bytes: number; taken: number } {
  const world = createWorld(loadArena("meadow"), { seed: 4, timeLimit: 1800, pickups: PICKUP_NAMES });
  const room = new PretendRoom(world);
  const ids = Array.from({ length: MATCH.maxPlayers }, (_, seat) => room.join(`session${seat}`).sessionId);
  endPhase(world, () => {});
  world.pickups.wait = 0;
  let bytes = 0;
  let taken = 0;
  for (let tick = 1; tick <= SECONDS * TICK_RATE; tick++) {
    const inputs = ids.map((id, seat) => [id, [circling(tick, seat)]] as const);
    taken += step(world, { inputs: new Map(inputs) }, DT).filter(({ type }) => type === "pickup").length;
    // As often as they appear, somebody takes one.
    const lying = [...world.things.values()].find(({ kind }) => LYING.has(kind));
    const taker = world.players.get(ids[tick % ids.length] ?? "");
    if (lying !== undefined && taker !== undefined) Object.assign(taker, { x: lying.x, y: lying.y });
    if (tick % (TICK_RATE / NET.patchRate) !== 0) continue;
    const restore = tellsOfPickups ? () => {} : hidePickups(world);
    room.patch([]);
    restore();
    for (const { frames } of room.clients) bytes += frames.at(-1)?.length ?? 0;
  }
  return { bytes, taken };
}

function circling(tick: number, seat: number): PlayerInput {
  const angle = tick / 9 + seat;
  const move = { moveX: Math.cos(angle), moveY: Math.sin(angle), aim: Math.abs(angle) % 6 };
  return sanitizeInput({
    ...neutralInput(0),
    ...move,
    push: (tick + seat * 7) % 60 < 20,
    dash: tick % 90 === seat,
  });
}

/** Takes all that pickups add to a world out of it; the returned function puts it back. */
function hidePickups(world: World): () => void {
  const things = [...world.things];
  const players = [...world.players.values()];
  const effects = players.map(({ effect, effectTicks }) => ({ effect, effectTicks }));
  world.things.clear();
  for (const player of players) Object.assign(player, { effect: 0, effectTicks: 0 });
  return () => {
    for (const [id, thing] of things) world.things.set(id, thing);
    for (const [index, player] of players.entries()) Object.assign(player, effects[index]);
  };
}

it("costs a full room hardly anything to be told of pickups and what they do", () => {
  const without = weigh(false);
  const all = weigh(true);
  // Else it would say nothing.
  expect(all.taken).toBeGreaterThan(3);
  expect(all.taken).toBe(without.taken);
  expect(all.bytes / without.bytes - 1).toBeGreaterThan(0);
  expect(all.bytes / without.bytes - 1).toBeLessThan(MOST);
});
