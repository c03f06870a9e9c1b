import { expect } from "vitest";
import { copyBody } from "#shared/simulation/body.ts";
import { neutralInput, sanitizeInput } from "#shared/simulation/input.ts";
import { step } from "#shared/simulation/step.ts";
import type { GameEvent, PlayerInput, World } from "#shared/simulation/types.ts";
import { DT } from "#shared/tunables.ts";
import { plain, run, worldWith } from "./worlds.ts";

/** What somebody does in a tick; `seen` is the tick of the state that they had then. */
export type Does = Readonly<Record<string, Partial<PlayerInput>>>;

/** One tick in which those who are not named stand still. */
export function tick(world: World, does: Does = {}, defence = true): GameEvent[] {
  const inputs = new Map<string, PlayerInput[]>();
  for (const [id, player] of world.players) {
    inputs.set(id, [sanitizeInput({ ...neutralInput(player.aim), ...does[id] })]);
  }
  return step(world, { inputs, defence }, DT);
}

/** Lets the named players tap their push together; it is decided in the tick that has run then. */
export function tapTogether(
  world: World,
  aims: Readonly<Record<string, number>>,
  others: Does = {},
): GameEvent[] {
  const holding = Object.fromEntries(Object.entries(aims).map(([id, aim]) => [id, { push: true, aim }]));
  const letting = Object.fromEntries(Object.entries(aims).map(([id, aim]) => [id, { aim }]));
  tick(world, { ...others, ...holding });
  tick(world, { ...others, ...holding });
  return tick(world, { ...others, ...letting });
}

/** What of the events concerns who was hit and how: types, in order. */
export function verdicts(events: readonly GameEvent[]): string[] {
  const wanted = new Set(["hit", "braced", "parry", "dodge"]);
  return events.map(({ type }) => type).filter((type) => wanted.has(type));
}

/** A taps at B, who stands 1.5 tiles to the east, and B is hit in the tick that has just run. */
export function pushed() {
  const { world, players } = worldWith(plain(), [10, 14], [11.5, 14]);
  // Old enough for states that were seen long before the blow.
  run(world, 20);
  const before = copyBody(players[1]);
  expect(verdicts(tapTogether(world, { a: 0 }))).toEqual(["hit"]);
  return { world, a: players[0], b: players[1], before, blow: world.tick };
}

export type Scene = ReturnType<typeof pushed>;

/** B answers `late` ticks after the blow with an input that was made `early` ticks before the blow came on screen. */
export function answer(
  { world, blow }: Scene,
  late: number,
  early: number,
  does: Partial<PlayerInput> = { brace: true },
) {
  for (let i = 1; i < late; i++) tick(world);
  return tick(world, { b: { ...does, seen: blow - early } });
}
