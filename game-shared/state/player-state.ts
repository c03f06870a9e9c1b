import { type SchemaType, schema, t } from "@colyseus/schema";
import { AIM, POSITION, VELOCITY } from "../quantize.ts";

/** View tag of what only the player gets whose own it is. */
export const OWNER = 1;

/**
 * What the server replicates of one player. Everybody who sees the player gets the first part. The second part is
 * marked with `.view(OWNER)` and goes only to the player whose own it is: it is what their browser needs to predict.
 */
export const PlayerState = schema(
  {
    name: t.string().default(""),
    /** See `packLook`. */
    look: t.uint16().default(0),
    bot: t.boolean().default(false),
    /** False while the connection is lost and the character waits. */
    connected: t.boolean().default(true),
    x: t.quantized(POSITION).default(0),
    y: t.quantized(POSITION).default(0),
    aim: t.quantized(AIM).default(0),
    wobble: t.uint16().default(0),
    /** An `Action`. */
    state: t.uint8().default(0),
    /** Ticks of charging, 0..40. */
    charge: t.uint8().default(0),
    airTicks: t.uint8().default(0),
    /** Under protection after a respawn. */
    protected: t.boolean().default(false),
    score: t.int16().default(0),
    knockouts: t.uint16().default(0),
    falls: t.uint16().default(0),
    /** Wants the rematch now. */
    ready: t.boolean().default(false),

    vx: t.quantized(VELOCITY).default(0).view(OWNER),
    vy: t.quantized(VELOCITY).default(0).view(OWNER),
    pushCooldown: t.uint8().default(0).view(OWNER),
    dashTicks: t.uint8().default(0).view(OWNER),
    dashCooldown: t.uint8().default(0).view(OWNER),
    braceTicks: t.uint8().default(0).view(OWNER),
    stamina: t.uint8().default(0).view(OWNER),
    held: t.uint8().default(0).view(OWNER),
    voidTicks: t.uint8().default(0).view(OWNER),
    respawnTicks: t.uint8().default(0).view(OWNER),
    protectTicks: t.uint8().default(0).view(OWNER),
    /** How long (ms) the player's inputs lay on the server before their tick; less than 0 when one was missed. */
    inputMargin: t.int8().default(0).view(OWNER),
  },
  "PlayerState",
);
export type PlayerState = SchemaType<typeof PlayerState>;

/** Fields of a body that its owner predicts, by their names in the state; `state` is the body's `action`. */
export const PREDICTED_FIELDS = [
  "x",
  "y",
  "aim",
  "wobble",
  "state",
  "charge",
  "airTicks",
  "vx",
  "vy",
  "pushCooldown",
  "dashTicks",
  "dashCooldown",
  "braceTicks",
  "stamina",
  "held",
  "voidTicks",
  "respawnTicks",
  "protectTicks",
] as const;
