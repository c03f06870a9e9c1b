import { STAMINA_FULL } from "./actions.ts";

/** One number of a body: how it travels, who gets it, and what it is at rest. */
export interface BodyField {
  /** What the wire carries; see `quantize.ts` for what is rounded. */
  readonly wire: "position" | "velocity" | "angle" | "uint8" | "uint16";
  /** Who is sent it: everybody who sees the body, or only its owner, who needs it to predict. */
  readonly to: "everybody" | "owner";
  /** Of a rested body; 0 unless told. */
  readonly rest?: number;
}

/**
 * Every field of a body. What a body is, how it is made, copied, hashed, sent and predicted all follow from this table:
 * a new field is a line here and the rule that uses it. All numbers are what the wire can carry, so that a client that
 * predicts from a received state computes the same as the server. Timers count down in ticks unless they say otherwise.
 */
export const BODY_FIELDS = {
  /** Centre (tiles). */
  x: { wire: "position", to: "everybody" },
  y: { wire: "position", to: "everybody" },
  /** Velocity (tiles/s). */
  vx: { wire: "velocity", to: "owner" },
  vy: { wire: "velocity", to: "owner" },
  /** Where the eyes look (radians, 0..2 pi, 256 steps). */
  aim: { wire: "angle", to: "everybody" },
  /** 0..300 percent: the more, the farther the next push throws. */
  wobble: { wire: "uint16", to: "everybody" },
  /** An `Action`. */
  action: { wire: "uint8", to: "everybody" },
  /** Ticks since the push button went down, up to the full charge; 0 when not charging. Everybody else is told since when. */
  charge: { wire: "uint8", to: "owner" },
  /** Ticks until the next push. */
  pushCooldown: { wire: "uint8", to: "owner" },
  /** Ticks left of the dash burst. */
  dashTicks: { wire: "uint8", to: "owner" },
  /** Ticks until the next dash. */
  dashCooldown: { wire: "uint8", to: "owner" },
  /** Ticks since the brace began (counts up, stops at 255). */
  braceTicks: { wire: "uint8", to: "owner" },
  /** Stamina left, in quarters of a tick of bracing. */
  stamina: { wire: "uint8", to: "owner", rest: STAMINA_FULL },
  /** Buttons of the last input, as bits: 1 push, 2 dash, 4 brace. A press is a change. */
  held: { wire: "uint8", to: "owner" },
  /** Ticks that the centre has been over the void. */
  voidTicks: { wire: "uint8", to: "owner" },
  /** Ticks left in the air after a spring. */
  airTicks: { wire: "uint8", to: "everybody" },
  /** Ticks until the respawn, while falling. */
  respawnTicks: { wire: "uint8", to: "owner" },
  /** Ticks of protection left; everybody else is told only whether there are any. */
  protectTicks: { wire: "uint8", to: "owner" },
  /** An `Effect`. */
  effect: { wire: "uint8", to: "everybody" },
  /** Ticks left of the effect; 0 for one that lasts until it is used. */
  effectTicks: { wire: "uint16", to: "owner" },
} as const satisfies Readonly<Record<string, BodyField>>;

type Fields = typeof BODY_FIELDS;
/** Names of all fields. */
export type BodyFieldName = keyof Fields;
/** Names of the fields that go to somebody. */
export type BodyFieldTo<To extends BodyField["to"]> = {
  [Name in BodyFieldName]: Fields[Name]["to"] extends To ? Name : never;
}[BodyFieldName];

/** Names of all fields, in the order of the table, in which they are hashed. */
export const BODY_FIELD_NAMES = Object.keys(BODY_FIELDS) as readonly BodyFieldName[];

/** Names of the fields that go to somebody, in the order of the table. */
export function bodyFieldsTo<To extends BodyField["to"]>(to: To): readonly BodyFieldTo<To>[] {
  return BODY_FIELD_NAMES.filter((name): name is BodyFieldTo<To> => BODY_FIELDS[name].to === to);
}
