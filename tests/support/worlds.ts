import { drawArena } from "#lab/draw-arena.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { neutralInput, sanitizeInput } from "#shared/simulation/input.ts";
import { step } from "#shared/simulation/step.ts";
import type { GameEvent, Player, PlayerInput, World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { DT } from "#shared/tunables.ts";

/** A wide floor with a void around it. */
export function plain(size = 24): Arena {
  const inner = `  ${".".repeat(size)}  `;
  const void_ = " ".repeat(size + 4);
  return drawArena(void_, void_, ...Array.from({ length: size }, () => inner), void_, void_);
}

/** A world with players a, b, c… at the given places, without protection, in the middle of a match. */
export function worldWith<const Places extends readonly (readonly [number, number])[]>(
  arena: Arena,
  ...places: Places
): { world: World; players: { [Index in keyof Places]: Player } } {
  const world = createWorld(arena, { seed: 1 });
  world.phase = "playing";
  world.phaseEndsTick = 1_000_000;
  const players = places.map(([x, y], index) => {
    const id = String.fromCharCode(97 + index);
    return Object.assign(addPlayer(world, id, id, false), { x, y, vx: 0, vy: 0, aim: 0, protectTicks: 0 });
  });
  return { world, players: players as { [Index in keyof Places]: Player } };
}

/** Runs ticks; `inputs` names what each player does in each of them, who is not named stands still. */
export function run(
  world: World,
  ticks: number,
  inputs: Readonly<Record<string, Partial<PlayerInput>>> = {},
): GameEvent[] {
  const events: GameEvent[] = [];
  for (let i = 0; i < ticks; i++) {
    const each = new Map<string, PlayerInput[]>();
    for (const [id, player] of world.players) {
      each.set(id, [sanitizeInput({ ...neutralInput(player.aim), ...inputs[id] })]);
    }
    events.push(...step(world, { inputs: each }, DT));
  }
  return events;
}

/** Lets a player tap a push in a direction (radians). */
export function tap(world: World, id: string, aim: number): GameEvent[] {
  return [...run(world, 2, { [id]: { push: true, aim } }), ...run(world, 1, { [id]: { aim } })];
}

/** Lets a player charge fully and push in a direction (radians). */
export function fullPush(world: World, id: string, aim: number): GameEvent[] {
  return [...run(world, 42, { [id]: { push: true, aim } }), ...run(world, 1, { [id]: { aim } })];
}

/** Speed of a body (tiles/s). */
export function speedOf(body: { vx: number; vy: number }): number {
  return Math.hypot(body.vx, body.vy);
}
