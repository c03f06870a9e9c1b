import { type SchemaType, schema, t } from "@colyseus/schema";
import { AIM, AXIS } from "../quantize.ts";
import { sanitizeInput } from "../simulation/input.ts";
import type { PlayerInput } from "../simulation/types.ts";

/** An input that waits for its tick. */
export type QueuedInput = PlayerInput & { readonly tick: number };

/** What a player sends, once a tick. */
export const InputState = schema(
  {
    moveX: t.quantized(AXIS).default(0),
    moveY: t.quantized(AXIS).default(0),
    aim: t.quantized(AIM).default(0),
    push: t.boolean().default(false),
    dash: t.boolean().default(false),
    brace: t.boolean().default(false),
    /**
     * Counts the inputs of a connection, from 1. What does not count up is dropped. One that says no number has that after the one
     * before, so that an input that repeats the last one is empty.
     */
    tick: t.uint32().default(0),
    /** Tick of the newest state that the page had when it made this input; 0 before the first one. */
    seen: t.uint32().default(0),
  },
  "InputState",
);
/** Bytes of each field on the wire, in the order above. */
export const INPUT_FIELD_BYTES: readonly number[] = [1, 1, 1, 1, 1, 1, 4, 4];
export type InputState = SchemaType<typeof InputState>;

/** The legal input in a received or recorded frame. Both ends read their frames through this. */
export function readInput(frame: PlayerInput): PlayerInput {
  const input: PlayerInput = {
    moveX: frame.moveX,
    moveY: frame.moveY,
    aim: frame.aim,
    push: frame.push,
    dash: frame.dash,
    brace: frame.brace,
  };
  if (frame.seen !== undefined) input.seen = frame.seen;
  return sanitizeInput(input);
}
