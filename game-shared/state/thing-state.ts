import { type SchemaType, schema, t } from "@colyseus/schema";
import { POSITION } from "../quantize.ts";

/** What the server replicates of a thing, to everybody. */
export const ThingState = schema(
  {
    /** Name in the table of kinds. */
    kind: t.string().default(""),
    x: t.quantized(POSITION).default(0),
    y: t.quantized(POSITION).default(0),
    /** Session id of whose it is; empty for nobody's. */
    owner: t.string().default(""),
  },
  "ThingState",
);
export type ThingState = SchemaType<typeof ThingState>;
