import { type SchemaType, schema, t } from "@colyseus/schema";
import { AIM, POSITION, VELOCITY } from "../quantize.ts";

/**
 * What the server replicates of one player. Everybody gets the first part. The second part is marked with
 * `.view()` and goes only to the player whose own it is: it is what their browser needs to predict.
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

    vx: t.quantized(VELOCITY).default(0).view(),
    vy: t.quantized(VELOCITY).default(0).view(),
    pushCooldown: t.uint8().default(0).view(),
    dashTicks: t.uint8().default(0).view(),
    dashCooldown: t.uint8().default(0).view(),
    braceTicks: t.uint8().default(0).view(),
    stamina: t.uint8().default(0).view(),
    held: t.uint8().default(0).view(),
    voidTicks: t.uint8().default(0).view(),
    respawnTicks: t.uint8().default(0).view(),
    protectTicks: t.uint8().default(0).view(),
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
