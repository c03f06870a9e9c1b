import { type SchemaType, schema, t } from "@colyseus/schema";
import { POSITION, VELOCITY } from "../quantize.ts";
import { BALL_FIELD_NAMES, BALL_FIELDS, type BallFieldName, NO_BALL } from "../simulation/ball/ball.ts";

/** Where it is and how fast, a patch says by the `roll` of the whole state. */
const WIRE = {
  position: () => t.quantized(POSITION).fullStateOnly(),
  velocity: () => t.quantized(VELOCITY).fullStateOnly(),
  uint8: () => t.uint8(),
};

/**
 * What the server replicates of a ball, to everybody: how it was when somebody touched it last. From there a page rolls it
 * on by the rules that the server runs, so that a ball that rolls costs nothing.
 */
export const BallState = schema(
  {
    ...(Object.fromEntries(
      BALL_FIELD_NAMES.map((name) => [name, WIRE[BALL_FIELDS[name]]().default(NO_BALL[name])]),
    ) as Record<BallFieldName, ReturnType<(typeof WIRE)["uint8"]>>),
    /** The tick of that, modulo 256: it is never longer ago while the ball moves. */
    since: t.uint8().default(0).fullStateOnly(),
  },
  "BallState",
);
export type BallState = SchemaType<typeof BallState>;
