import { type Answer, answerBlow, settleAnswers } from "./answer.ts";
import { type StepContext, stepBody } from "./body.ts";
import { resolveContacts } from "./contacts.ts";
import { crumble } from "./crumble.ts";
import { advanceMatch, scoreFall } from "./match.ts";
import { noteFooting, noteThrow } from "./means.ts";
import { closeBlows } from "./open-blow.ts";
import { isStill, standStill } from "./pause.ts";
import { effectOf } from "./pickups/rules.ts";
import { type ReleasedPush, resolvePushes } from "./push.ts";
import { sinkRim } from "./sinking.ts";
import { spawnPickups } from "./spawn-pickups.ts";
import { stepBall } from "./step-ball.ts";
import { dropPeel } from "./things/drop-peel.ts";
import { stepThings } from "./things/things.ts";
import type { Sights, TickInput } from "./tick-input.ts";
import { Action, type GameEvent, type PlayerInput, type World } from "./types.ts";
import { placeAtSpawn } from "./world.ts";

const NO_SIGHTS: Sights = new Map();

/** One tick of the whole game, in place; while it is paused only the clock goes on. `dt` is the length of the tick (s). Returns what happened, in order. */
export function step(world: World, tick: TickInput, dt: number): GameEvent[] {
  const { inputs, sights = NO_SIGHTS, defence = true } = tick;
  const events: GameEvent[] = [];
  const emit = (event: GameEvent): void => {
    events.push(event);
    noteThrow(world, event);
    dropPeel(world, event);
  };
  world.tick += 1;
  if (isStill(world.resumesAt, world.tick)) {
    standStill(world);
    return events;
  }
  world.resumesAt = 0;
  advanceMatch(world, emit);
  sinkRim(world, emit);
  const wasInPlay = new Set<string>();
  for (const player of world.players.values()) {
    if (player.action !== Action.Falling) wasInPlay.add(player.id);
  }
  closeBlows(world);
  const { pushes, answers } = stepBodies(world, inputs, dt, emit);
  settleAnswers(world, answers, emit);
  resolveContacts(world, emit);
  resolvePushes(world, pushes, sights, defence, emit);
  for (const player of world.players.values()) {
    noteFooting(world, player);
    if (player.action !== Action.Falling) continue;
    if (wasInPlay.has(player.id)) scoreFall(world, player, emit);
    else if (player.respawnTicks === 0 && player.lives > 0) {
      placeAtSpawn(world, player);
      emit({ type: "respawn", tick: world.tick, id: player.id, x: player.x, y: player.y });
    }
  }
  crumble(world, emit);
  stepThings(world, emit);
  stepBall(world, pushes, dt);
  spawnPickups(world);
  if (world.phase === "playing") world.mode.tick?.(world, emit, placeAtSpawn);
  return events;
}

function stepBodies(
  world: World,
  inputs: ReadonlyMap<string, readonly PlayerInput[]>,
  dt: number,
  emit: (event: GameEvent) => void,
): { pushes: ReleasedPush[]; answers: Answer[] } {
  const pushes: ReleasedPush[] = [];
  const answers: Answer[] = [];
  for (const player of world.players.values()) {
    const context: StepContext = { ground: world, tick: world.tick, id: player.id, dt, emit };
    for (const input of inputs.get(player.id) ?? []) {
      const answer = answerBlow(world, player, input, dt);
      if (answer !== undefined) answers.push(answer);
      const { push: style } = effectOf(player);
      const charge = stepBody(player, input, context);
      const { x, y, aim } = player;
      if (charge >= 0) pushes.push({ attacker: player, x, y, aim, charge, style });
    }
  }
  return { pushes, answers };
}
