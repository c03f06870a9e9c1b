import { z } from "zod";
import { BOT_SKILLS } from "#shared/bot-skills.ts";
import { packLook, unpackLook } from "#shared/look.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { MODES, modeOf } from "#shared/simulation/modes/table.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { NET } from "#shared/tunables.ts";
import { ROLES } from "./roles.ts";

type Range = "look_range" | "time_range" | "seats_range" | "bots_range";

function whole(range: Range, from: number, to: number) {
  const message = refusal(range, { from, to });
  return z.number({ error: message }).int(message).min(from, message).max(to, message);
}

function noSuchMode(): string {
  return refusal("no_mode", { modes: Object.keys(MODES).join(", ") });
}

function noSuchPickup(): string {
  return refusal("no_pickup", { pickups: PICKUP_NAMES.join(", ") });
}

function noSuchRole(): string {
  return refusal("no_role", { roles: Object.keys(ROLES).join(", ") });
}

/** How long a match may be (s). */
const TIME_LIMIT = { from: 30, to: 1800 };
/** Longest list of pickups that are off: each twice. */
const MAX_OFF = 2 * PICKUP_NAMES.length;
/** Longest password (characters). */
const MAX_PASSWORD = 64;

/** Longest token of a guest (characters); ours have about 180. */
const MAX_TOKEN = 512;

const options = z.object({
  name: z
    .string({ error: refusal("name_no_text") })
    .max(200, refusal("name_too_long"))
    .default(""),
  look: whole("look_range", 0, 65535).default(0),
  password: z
    .string({ error: refusal("password_no_text") })
    .max(MAX_PASSWORD, refusal("password_too_long", { max: MAX_PASSWORD }))
    .default(""),
  token: z
    .string({ error: refusal("token_no_text") })
    .max(MAX_TOKEN, refusal("token_too_long"))
    .default(""),
  mode: z
    .string({ error: noSuchMode })
    .refine((id) => Object.hasOwn(MODES, id), { error: noSuchMode })
    .default("brawl"),
  role: z
    .string({ error: noSuchRole })
    .refine((name) => Object.hasOwn(ROLES, name), { error: noSuchRole })
    .default("player"),
  spectate: z.boolean({ error: refusal("spectate_no_boolean") }).default(false),
  arena: z
    .string({ error: refusal("arena_no_name") })
    .max(40, refusal("no_such_arena"))
    .optional(),
  botSkill: z
    .enum(BOT_SKILLS, { error: refusal("no_skill", { skills: BOT_SKILLS.join(", ") }) })
    .default("normal"),
  private: z.boolean({ error: refusal("private_no_boolean") }).default(false),
  lobby: z.boolean({ error: refusal("lobby_no_boolean") }).default(false),
  netRate: z
    .union([z.literal(10), z.literal(25), z.literal(50)], {
      error: refusal("no_net_rate", { rates: "10, 25, 50" }),
    })
    .default(NET.patchRate),
  timeLimit: whole("time_range", TIME_LIMIT.from, TIME_LIMIT.to).optional(),
  /** Pickups that do not appear. */
  pickupsOff: z
    .array(z.enum(PICKUP_NAMES, { error: noSuchPickup }), { error: noSuchPickup })
    .max(MAX_OFF, { error: noSuchPickup })
    .transform((names) => [...new Set(names)])
    .default([]),
  roomName: z
    .string({ error: refusal("room_name_no_text") })
    .max(200, refusal("room_name_too_long"))
    .default(""),
});

/** The options that a mode sets limits to. */
function seatOptions({ maxPlayers, fillTo }: Mode) {
  return z.object({
    maxPlayers: whole("seats_range", 2, maxPlayers).default(maxPlayers),
    bots: whole("bots_range", 0, maxPlayers - 1).default(fillTo - 1),
  });
}

/** What somebody who joins or creates a room may say; everything else is ignored. `spectate` has become the role. */
export type JoinOptions = Omit<z.output<typeof options>, "spectate"> &
  z.output<ReturnType<typeof seatOptions>>;

/**
 * Options out of whatever came over the wire.
 * @throws Error whose message is a refusal, as `refusal` in game-shared writes it.
 */
export function parseJoinOptions(value: unknown): JoinOptions {
  const { spectate, ...about } = parse(options, value ?? {});
  const seats = parse(seatOptions(modeOf(about.mode)), value ?? {});
  const role = spectate ? "spectator" : about.role;
  return { ...about, ...seats, role, look: packLook(unpackLook(about.look)) };
}

/**
 * The part of these options that quick play heeds. It takes what there is: how a room is to be is for those who create
 * one. How good the bots are only matters when a room has to be opened.
 */
export function quickPlayOptions({ name, look, token, mode, botSkill }: JoinOptions): JoinOptions {
  return parseJoinOptions({ name, look, token, mode, botSkill });
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(issue?.path.length === 0 ? refusal("options_no_object") : issue?.message);
}
