import { z } from "zod";
import type { Arena } from "#shared/arena/arena.ts";
import { AIM, AXIS, codeOf, dequantize, type Quantum } from "#shared/quantize.ts";
import { BALL_FIELD_NAMES, type Ball, type BallFieldName } from "#shared/simulation/ball/ball.ts";
import { BODY_FIELD_NAMES, type BodyFieldName } from "#shared/simulation/body-fields.ts";
import { BLOW_MEANS } from "#shared/simulation/means.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { MODES } from "#shared/simulation/modes/table.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import type { Thing } from "#shared/simulation/things/thing.ts";
import {
  Action,
  type Body,
  type MatchPlan,
  type Player,
  type PlayerInput,
  type World,
} from "#shared/simulation/types.ts";
import { count, mapOf, maybe, type Plain, rowOf } from "./plain.ts";

/** All that there are, by id. */
export type Arenas = ReadonlyMap<string, Arena>;

/** How each field of something is saved: whoever adds one has to say so here. */
type FormOf<Whole> = { readonly [Name in keyof Whole]-?: z.ZodType<Whole[Name]> };

function numbers<Name extends string>(names: readonly Name[]): Record<Name, z.ZodNumber> {
  return Object.fromEntries(names.map((name) => [name, z.number()])) as Record<Name, z.ZodNumber>;
}

const body = {
  ...numbers<BodyFieldName>(BODY_FIELD_NAMES),
  action: z.enum(Action),
} satisfies FormOf<Body>;

/** A body that is remembered. */
export const bodyForm = z.strictObject(body);

export const blowMeans = maybe(z.enum(BLOW_MEANS));

/** Players of a world. */
export const playerRow = rowOf({
  ...body,
  id: z.string(),
  name: z.string(),
  bot: z.boolean(),
  team: count,
  lastHitBy: z.string(),
  lastHitTick: z.int(),
  lastHitMeans: blowMeans,
  footing: count,
  thrown: maybe(z.strictObject({ by: z.enum(["spring", "bumper"]), tick: z.int() })),
  knockouts: count,
  falls: count,
  selfKnockouts: count,
  points: count,
  lives: count,
  bornTick: z.int(),
  streak: count,
} satisfies FormOf<Player>);

/** Things of a world. */
export const thingRow = rowOf({
  id: count,
  kind: z.string(),
  x: z.number(),
  y: z.number(),
  owner: z.string(),
  until: count,
} satisfies FormOf<Thing>);

const motion = numbers<BallFieldName>(BALL_FIELD_NAMES);

const ballForm = z.strictObject({
  ...motion,
  told: z.strictObject(motion),
  toldTick: z.int(),
  lastTick: z.int(),
  touches: z.array(maybe(z.strictObject({ id: z.string(), age: count }))),
  anchor: z.strictObject({ x: z.number(), y: z.number(), ticks: count }),
  scored: z.int(),
} satisfies FormOf<Ball>);

/** A number that has come over the wire, as the code that it had there. */
function wired(quantum: Quantum) {
  return z.int().transform((code) => dequantize(quantum, code));
}

const inputRow = rowOf({
  moveX: wired(AXIS),
  moveY: wired(AXIS),
  aim: wired(AIM),
  push: z.boolean(),
  dash: z.boolean(),
  brace: z.boolean(),
  seen: maybe(count),
} satisfies { readonly [Name in keyof PlayerInput]-?: z.ZodType<PlayerInput[Name] | undefined> });

/** What somebody did in a tick: saved by `saveInput`. */
export const inputForm: z.ZodType<PlayerInput> = inputRow.form.transform(({ seen, ...input }) =>
  seen === undefined ? input : { ...input, seen },
);

export function saveInput({ moveX, moveY, aim, push, dash, brace, seen }: PlayerInput): Plain {
  const codes = { moveX: codeOf(AXIS, moveX), moveY: codeOf(AXIS, moveY), aim: codeOf(AIM, aim) };
  return inputRow.save({ ...codes, push, dash, brace, seen });
}

/** What several people did, by session id. */
export function saveInputs(inputs: ReadonlyMap<string, PlayerInput>): Plain {
  return [...inputs].map(([id, input]) => [id, saveInput(input)]);
}

const mode = z.string().transform((id, context): Mode => {
  const known = Object.hasOwn(MODES, id) ? MODES[id] : undefined;
  if (known !== undefined) return known;
  context.issues.push({ code: "custom", message: `there is no mode "${id}"`, input: id });
  return z.NEVER;
});

function arenaOf(arenas: Arenas) {
  return z.string().transform((id, context): Arena => {
    const known = arenas.get(id);
    if (known !== undefined) return known;
    context.issues.push({ code: "custom", message: `there is no arena "${id}"`, input: id });
    return z.NEVER;
  });
}

/** What a match is played on: saved by `savePlan`. */
export function planForm(arenas: Arenas): z.ZodType<MatchPlan> {
  return z.strictObject({ arena: arenaOf(arenas), mode, matchTicks: count });
}

/** A world, but for its open blows, which are between its players. */
export function worldForm(arenas: Arenas) {
  return {
    arena: arenaOf(arenas),
    mode,
    hasLobby: z.boolean(),
    tick: count,
    phase: z.enum(["lobby", "countdown", "playing", "results"]),
    phaseEndsTick: count,
    resumesAt: count,
    next: maybe(planForm(arenas)),
    matchTicks: count,
    players: z
      .array(playerRow.form)
      .transform((all) => new Map(all.map((player): [string, Player] => [player.id, player]))),
    things: z
      .array(thingRow.form)
      .transform((all) => new Map(all.map((thing): [number, Thing] => [thing.id, thing]))),
    ball: maybe(ballForm),
    lastThing: count,
    pickups: z.strictObject({ on: z.array(z.enum(PICKUP_NAMES)), wait: z.int() }),
    crumbleTicks: z.array(z.int().min(0).max(65535)).transform((all) => Uint16Array.from(all)),
    crumblePhases: z.array(z.int().min(0).max(2)).transform((all) => Uint8Array.from(all)),
    sunk: count,
    sinksAt: count,
    round: count,
    counts: mapOf(z.string(), z.number()),
    teamPoints: z.array(count),
    winners: z.array(z.string()),
    seed: count,
  } satisfies FormOf<Omit<World, "openBlows">>;
}
