import { PARRY_TICKS } from "./actions.ts";
import { answered, parry, withstand } from "./blow.ts";
import { copyBody, type StepContext, stepBody } from "./body.ts";
import { BRACE_BIT, buttonBits, DASH_BIT } from "./input.ts";
import type { OpenBlow } from "./open-blow.ts";
import { aimedBlow } from "./push.ts";
import { Action, type Body, type GameEvent, type Player, type PlayerInput, type World } from "./types.ts";

/** A blow that is taken back, and what becomes of it instead. */
export interface Answer {
  readonly kind: "parry" | "braced" | "dodge";
  readonly open: OpenBlow;
}

/**
 * Looks whether an input that a player is about to be stepped with answers the blow that hit them last, and puts them
 * where they would be without it if so. An answer is a new press of brace or dash
 * - that was made before the page had a state with the blow in it, which is when the own character starts to fly there:
 *   later, it is a reaction to a blow that had already hit on that screen too;
 * - that takes effect on the body as it would be: stamina, cooldown and ground permitting;
 * - and that would have helped: a brace always does, a dash when it has left the reach of the push by the time at which
 *   the blow comes on screen.
 *
 * What the page had is its own claim. A lie gains the window (`PUSH.answerWindowMs`) and nothing beyond it.
 */
export function answerBlow(world: World, player: Player, input: PlayerInput, dt: number): Answer | undefined {
  const open = world.openBlows.get(player.id);
  // A blow is open to the inputs of later ticks; in its own tick everybody has acted already.
  if (open === undefined) return undefined;
  if (player.action === Action.Falling) {
    world.openBlows.delete(player.id);
    return undefined;
  }
  const body = isTimely(player, input, open) ? withoutBlow(world, player, open, dt) : undefined;
  const kind = body && kindOf(world, player, open, body, input, dt);
  if (body === undefined || kind === undefined) {
    open.inputs.push(input);
    return undefined;
  }
  world.openBlows.delete(player.id);
  const { lastHitBy, lastHitTick, lastHitMeans } = open;
  Object.assign(player, body, { lastHitBy, lastHitTick, lastHitMeans });
  return { kind, open };
}

/** Lets happen what happens instead of the blows that were taken back. */
export function settleAnswers(
  world: World,
  answers: readonly Answer[],
  emit: (event: GameEvent) => void,
): void {
  for (const { kind, open } of answers) {
    for (const { blow } of open.hits) {
      if (kind === "parry") parry(world, blow, emit, open.tick);
      else if (kind === "braced") withstand(world, blow, emit, open.tick);
      else emit(answered("dodge", world, blow, open.tick));
    }
  }
}

function isTimely(player: Player, input: PlayerInput, open: OpenBlow): boolean {
  const pressed = buttonBits(input) & ~player.held & (BRACE_BIT | DASH_BIT);
  // Tick 0 is what a page has that has no state yet.
  return pressed !== 0 && input.seen !== undefined && input.seen > 0 && input.seen < open.tick;
}

/**
 * The victim's body as it would be now had it not been hit: the same inputs without the blow. What they ran into or
 * pushed meanwhile is not done again; it has happened.
 */
function withoutBlow(world: World, player: Player, open: OpenBlow, dt: number): Body {
  const body = copyBody(open.before);
  const context = silently(world, player, dt);
  for (const input of open.inputs) stepBody(body, input, context);
  return body;
}

function kindOf(
  world: World,
  player: Player,
  open: OpenBlow,
  before: Body,
  input: PlayerInput,
  dt: number,
): Answer["kind"] | undefined {
  const context = silently(world, player, dt);
  const after = copyBody(before);
  stepBody(after, input, context);
  // Patches come at an even pace: from this press it took as long until the blow was on screen.
  const age = open.tick - (input.seen ?? 0);
  if (after.action === Action.Bracing && before.action !== Action.Bracing) {
    return age < PARRY_TICKS ? "parry" : "braced";
  }
  if (after.action !== Action.Dashing || before.action === Action.Dashing) return undefined;
  for (let tick = 1; tick < age && after.action === Action.Dashing; tick++) stepBody(after, input, context);
  const isClear = open.hits.every(({ push }) => aimedBlow(world, push, player, after) === undefined);
  return isClear ? "dodge" : undefined;
}

function silently(world: World, { id }: Player, dt: number): StepContext {
  return { ground: world, tick: world.tick, id, dt, emit: () => {} };
}
