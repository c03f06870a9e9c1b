import { z } from "zod";
import { packLook, unpackLook } from "#shared/look.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { MODES, modeOf } from "#shared/simulation/modes/table.ts";
import { NET } from "#shared/tunables.ts";

/** What the bots of a room can be, weakest first; of "mixed" ones every third is normal, the rest easy. */
export const BOT_SKILLS = ["easy", "mixed", "normal", "hard"] as const;
export type BotSkill = (typeof BOT_SKILLS)[number];

function whole(what: string, from: number, to: number) {
  const message = `${what} must be a whole number from ${from} to ${to}.`;
  return z.number({ error: message }).int(message).min(from, message).max(to, message);
}

function noSuchMode(): string {
  return `There is no such mode: there are ${Object.keys(MODES).join(", ")}.`;
}

const options = z.object({
  name: z.string({ error: "The name must be text." }).max(200, "The name is too long.").default(""),
  look: whole("The look", 0, 65535).default(0),
  password: z
    .string({ error: "The password must be text." })
    .max(64, "The password is too long: 64 characters at most.")
    .default(""),
  mode: z
    .string({ error: noSuchMode })
    .refine((id) => Object.hasOwn(MODES, id), { error: noSuchMode })
    .default("brawl"),
  arena: z.string({ error: "The arena must be a name." }).max(40, "There is no such arena.").optional(),
  botSkill: z
    .enum(BOT_SKILLS, { error: `The skill of bots is one of ${BOT_SKILLS.join(", ")}.` })
    .default("normal"),
  private: z.boolean({ error: "Private is true or false." }).default(false),
  netRate: z
    .union([z.literal(10), z.literal(25), z.literal(50)], { error: "The net rate is 10, 25 or 50." })
    .default(NET.patchRate),
  timeLimit: whole("The time limit (seconds)", 30, 1800).optional(),
});

/** The options that a mode sets limits to. */
function seatOptions({ maxPlayers, fillTo }: Mode) {
  return z.object({
    maxPlayers: whole("The number of seats", 2, maxPlayers).default(maxPlayers),
    bots: whole("The number of bots", 0, maxPlayers - 1).default(fillTo - 1),
  });
}

/** What somebody who joins or creates a room may say; everything else is ignored. */
export type JoinOptions = z.output<typeof options> & z.output<ReturnType<typeof seatOptions>>;

/**
 * Options out of whatever came over the wire.
 * @throws Error whose message can be shown to the player.
 */
export function parseJoinOptions(value: unknown): JoinOptions {
  const about = parse(options, value ?? {});
  const seats = parse(seatOptions(modeOf(about.mode)), value ?? {});
  return { ...about, ...seats, look: packLook(unpackLook(about.look)) };
}

/**
 * The part of these options that quick play heeds. It takes what there is: how a room is to be is for those who create
 * one. How good the bots are only matters when a room has to be opened.
 */
export function quickPlayOptions({ name, look, mode, botSkill }: JoinOptions): JoinOptions {
  return parseJoinOptions({ name, look, mode, botSkill });
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(issue?.path.length === 0 ? "The join options must be an object." : issue?.message);
}
