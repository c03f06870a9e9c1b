import { MapSchema, type SchemaType, schema, t } from "@colyseus/schema";
import { AIM, POSITION } from "#shared/quantize.ts";

/** What everybody is told of a character of the game, as anybody would write it down: the same fields, of the same sizes. */
export const PlainPlayer = schema({
  x: t.quantized(POSITION).default(0),
  y: t.quantized(POSITION).default(0),
  aim: t.quantized(AIM).default(0),
  wobble: t.uint16().default(0),
  action: t.uint8().default(0),
  charge: t.uint8().default(0),
  airTicks: t.uint8().default(0),
  protected: t.boolean().default(false),
});
export type PlainPlayer = SchemaType<typeof PlainPlayer>;

/** A room of them. */
export const PlainState = schema({
  tick: t.uint32().default(0),
  players: t.map(PlainPlayer).default(new MapSchema()),
});
export type PlainState = SchemaType<typeof PlainState>;

/** What a client sends each tick: where it wants to go and to look, and its buttons as bits. */
export type PlainInput = readonly [moveX: number, moveY: number, aim: number, buttons: number];
