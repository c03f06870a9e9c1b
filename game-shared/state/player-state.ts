import { type FieldBuilder, type SchemaType, schema, t } from "@colyseus/schema";
import { AIM, POSITION, VELOCITY } from "../quantize.ts";
import {
  BODY_FIELDS,
  type BodyField,
  type BodyFieldName,
  type BodyFieldTo,
  bodyFieldsTo,
} from "../simulation/body-fields.ts";

/** View tag of what only the player gets whose own it is. */
export const OWNER = 1;

const WIRE = {
  position: () => t.quantized(POSITION),
  velocity: () => t.quantized(VELOCITY),
  angle: () => t.quantized(AIM),
  uint8: () => t.uint8(),
  uint16: () => t.uint16(),
};

/** What patches carry in `spot` and `zone` instead. */
const FOLDED: ReadonlySet<BodyFieldName> = new Set(["x", "y", "aim"]);

/** The fields of a body that go to somebody, as they travel. */
function bodyFields<To extends BodyField["to"]>(to: To): Record<BodyFieldTo<To>, FieldBuilder<number, true>> {
  const fields = bodyFieldsTo(to).map((name) => {
    const field = WIRE[BODY_FIELDS[name].wire]().default(0);
    if (FOLDED.has(name)) return [name, field.fullStateOnly()];
    return [name, to === "owner" ? field.view(OWNER) : field];
  });
  return Object.fromEntries(fields);
}

/**
 * What the server replicates of a character; who plays it is in the seat. Everybody who sees the character gets the first
 * part. The second part is marked with `.view(OWNER)` and goes only to the player whose own it is: it is what their
 * browser needs to predict.
 */
export const PlayerState = schema(
  {
    ...bodyFields("everybody"),
    /** Where it is and where it looks, as a patch says it; see `folded-place.ts`. A page reads `x`, `y` and `aim`. */
    zone: t.uint8().default(0).patchOnly(),
    spot: t.uint32().default(0).patchOnly(),
    /** Since when a push is charged; see `told-charge.ts`. */
    charged: t.uint8().default(0),
    /** Under protection after a respawn. */
    protected: t.boolean().default(false),
    ...bodyFields("owner"),
    /** How long (ms) the player's inputs lay on the server before their tick; less than 0 when one was missed. */
    inputMargin: t.int8().default(0).view(OWNER),
  },
  "PlayerState",
);
export type PlayerState = SchemaType<typeof PlayerState>;
