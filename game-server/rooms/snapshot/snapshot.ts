import { ServerError } from "@colyseus/core";
import { z } from "zod";
import { replicate, replicateTime } from "#room/replicate.ts";
import type { Seats } from "#room/seats.ts";
import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { Seat } from "#shared/state/seat-state.ts";
import { parseJoinOptions } from "../../matchmaking/join-options.ts";
import type { AdmittedOptions } from "../../matchmaking/seat.ts";
import type { BotCrew } from "../bot-crew.ts";
import type { Connections } from "../connections.ts";
import type { RoomFeatures } from "../features/room-features.ts";
import type { PlayerInputs } from "../player-inputs.ts";
import { count, fromPlain, mapOf, type Plain, rowOf, toPlain } from "./plain.ts";
import { savedWorld, saveWorld } from "./world.ts";
import { type Arenas, inputForm, saveInputs } from "./world-form.ts";

/** Of what `saveRoom` makes: to be raised with every change of it, so that no process reads what another one meant differently. */
const VERSION = 1;

/** All of a room that its people would miss, as JSON: another process can go on with it. It holds what proves who they are. */
export interface RoomSnapshot {
  readonly version: number;
  /** Code of the room, which it keeps. */
  readonly code: string;
  readonly [part: string]: Plain;
}

/** The parts of a room of which there is something to save. */
export interface SavedParts {
  readonly code: string;
  /** What the room was created with. */
  readonly options: AdmittedOptions;
  readonly world: World;
  readonly state: ArenaState;
  readonly seats: Pick<Seats, "restore">;
  readonly bots: Pick<BotCrew, "save" | "restore">;
  readonly features: Pick<RoomFeatures, "people" | "save" | "restore">;
  readonly inputs: Pick<PlayerInputs, "save" | "restore">;
  readonly connections: Pick<Connections, "absences" | "restore">;
}

const seatRow = rowOf({
  name: z.string(),
  look: count,
  bot: z.boolean(),
  role: z.enum(["player", "spectator"]),
  queued: count,
  team: count,
  connected: z.boolean(),
  away: z.boolean(),
  awayAt: count,
  score: z.int(),
  knockouts: count,
  falls: count,
  points: count,
  lives: count,
  ready: z.boolean(),
  vote: count,
  muted: z.boolean(),
} satisfies { readonly [Name in keyof Seat]: z.ZodType<Seat[Name]> });

const personRow = rowOf({
  id: z.string().min(1),
  guest: z.string(),
  address: z.string(),
  number: count,
  /** With any of these they come back; the likeliest first. */
  tokens: z.array(z.string().min(1)),
});

const optionsForm = z.looseObject({ from: z.string().exactOptional(), guest: z.string().exactOptional() });

/** What a room of these arenas is restored from. */
function roomForm(arenas: Arenas) {
  return z.strictObject({
    version: z.literal(VERSION),
    code: z.string().min(1),
    options: optionsForm.transform((options, context): AdmittedOptions => {
      const { from, guest } = options;
      const known = { ...(from === undefined ? {} : { from }), ...(guest === undefined ? {} : { guest }) };
      try {
        return { ...parseJoinOptions(options), ...known };
      } catch (error) {
        context.issues.push({ code: "custom", message: String(error), input: options });
        return z.NEVER;
      }
    }),
    world: savedWorld(arenas),
    seats: mapOf(z.string(), seatRow.form),
    bots: z.strictObject({ hired: count, numbers: mapOf(z.string(), count) }),
    people: z.array(personRow.form),
    inputs: mapOf(z.string(), inputForm),
    features: z.record(z.string(), z.unknown()),
  });
}

/** A snapshot that was read and found to be whole. */
export type SavedRoom = z.output<ReturnType<typeof roomForm>>;

/**
 * Reads a snapshot, which comes from another process.
 * @throws ServerError that says which field is broken, or that it is of another version
 */
export function readSnapshot(snapshot: unknown, arenas: Arenas): SavedRoom {
  try {
    return fromPlain(roomForm(arenas), snapshot, "room");
  } catch (error) {
    throw new ServerError(400, error instanceof Error ? error.message : String(error));
  }
}

/** Saves a room as it is. Nothing of it changes with the room any more. */
export function saveRoom(parts: SavedParts): RoomSnapshot {
  const { code, options, world, state, bots, features, inputs, connections } = parts;
  const { newToken: _newToken, ...known } = options;
  return {
    version: VERSION,
    code,
    // The host may have changed these two; what else they change is in the world.
    options: present({ ...known, token: "", bots: state.bots, botSkill: state.botSkill }),
    world: saveWorld(world),
    seats: [...state.seats].map(([id, seat]) => [id, seatRow.save(seat)]),
    bots: toPlain(bots.save()),
    people: [...features.people.values()].map(({ id, guest, address, number }) => {
      return personRow.save({ id, guest, address, number, tokens: connections.absences.tokensOf(id) });
    }),
    inputs: saveInputs(inputs.save()),
    features: features.save(),
  };
}

/** Without what is not said. */
function present(options: object): Plain {
  return toPlain(Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)));
}

/** Puts everything back into a room that begins with the world of a snapshot. @throws ServerError as `readSnapshot` */
export function restoreRoom(parts: SavedParts, saved: SavedRoom): void {
  const { world, state, seats, bots, features, inputs, connections } = parts;
  seats.restore(saved.seats);
  replicate(world, state);
  replicateTime(world, state);
  try {
    features.restore(saved.people, saved.features);
  } catch (error) {
    throw new ServerError(400, error instanceof Error ? error.message : String(error));
  }
  bots.restore(saved.bots);
  inputs.restore(saved.inputs);
  connections.restore(new Map(saved.people.map(({ id, tokens }) => [id, tokens])));
}
