import fc from "fast-check";
import { COMMANDS } from "#server/commands/table.ts";
import { INPUT_FIELD_BYTES } from "#shared/state/input-state.ts";
import { payload } from "./messages.ts";
import { mutated } from "./mutations.ts";

/** Kinds of frames by Colyseus 0.18. */
const JOIN = 10;
const LEAVE = 12;
const DATA = 13;
const PING = 18;
const INPUT = 19;
const TIMED = 0x80;

const names = Object.keys(COMMANDS);
/** Names of messages that there are, and of properties that every object has. */
const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<string>(...names) },
  { weight: 1, arbitrary: fc.constantFrom("__proto__", "constructor", "toString", "*", "_", "events", "") },
);

function dataFrame(type: string, body: readonly number[]): readonly number[] {
  const text = [...Buffer.from(type)];
  return [DATA, 0xa0 | text.length, ...text, ...body];
}

/** Fields of an input in the order of their schema, each with any bytes of its size. */
const field = fc.nat(INPUT_FIELD_BYTES.length - 1).chain((index) => {
  const length = INPUT_FIELD_BYTES[index] ?? 1;
  return fc
    .tuple(fc.boolean(), fc.uint8Array({ minLength: length, maxLength: length }))
    .map(([isNew, bytes]) => [index | (isNew ? 0x80 : 0), ...bytes]);
});
/** A moment as the sender writes it: short, a float of any bits, or the largest there is. */
const stamp = fc.oneof(
  fc.nat(0x7f).map((n) => [n]),
  fc.uint8Array({ minLength: 4, maxLength: 4 }).map((bytes) => [0xca, ...bytes]),
  fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => [0xcb, ...bytes]),
  fc.constantFrom([0xca, 0, 0, 0xc0, 0x7f], [0xca, 0, 0, 0x80, 0xff], [0xcf, ...Array<number>(8).fill(255)]),
);
const input = fc
  .tuple(fc.option(stamp, { nil: undefined }), fc.array(field, { maxLength: 8 }))
  .map(([moment, fields]) => [
    moment === undefined ? INPUT : INPUT | TIMED,
    ...(moment ?? []),
    ...fields.flat(),
  ]);

/** Frames as a page of ours sends them. */
const honest = fc.oneof(
  { weight: 2, arbitrary: fc.constant<readonly number[]>([PING]) },
  { weight: 20, arbitrary: input },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      dataFrame("rematch", []),
      dataFrame("endMatch", []),
      dataFrame("stepTime", []),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(3).map((choice) => dataFrame("vote", [0x81, 0xa6, ...Buffer.from("choice"), choice])),
  },
  { weight: 2, arbitrary: fc.double().map((ms) => dataFrame("time", float(ms))) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: "binary", maxLength: 60 }).map((text) => dataFrame("chat", talk(text))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("phrase", "emote"), fc.nat(9))
      .map(([type, n]) => dataFrame(type, [n])),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((on) => dataFrame("setFilter", [0x81, ...shortText("on"), on ? 0xc3 : 0xc2])),
  },
);

function shortText(text: string): number[] {
  return [0xa0 | text.length, ...Buffer.from(text)];
}

/** The payload of a line of chat. */
function talk(text: string): number[] {
  const bytes = Buffer.from(text);
  return [0x81, ...shortText("text"), 0xd9, bytes.length, ...bytes];
}

function float(value: number): number[] {
  const bytes = Buffer.alloc(9, 0xcb);
  bytes.writeDoubleBE(value, 1);
  return [...bytes];
}

/** Messages that there are with payloads that there are not. */
const odd = fc.tuple(name, payload).map(([type, body]) => dataFrame(type, body));
/** What is right in itself, at the wrong moment: in and out, again and again. */
const moments = fc.constantFrom<readonly number[]>([JOIN], [LEAVE], [JOIN, JOIN], [PING | TIMED]);
/** Kinds that nothing of ours sends: among them the unreliable input, requests and bytes. */
const foreign = fc
  .tuple(fc.nat(255), fc.uint8Array({ maxLength: 40 }))
  .map(([kind, body]) => [kind, ...body]);

/** One frame of a joined player: most are as they should be, so that the rest of a conversation is heard. */
export const frame: fc.Arbitrary<readonly number[]> = fc.oneof(
  { weight: 60, arbitrary: honest },
  { weight: 8, arbitrary: odd },
  { weight: 1, arbitrary: moments },
  { weight: 3, arbitrary: mutated(honest) },
  { weight: 2, arbitrary: mutated(odd) },
  { weight: 1, arbitrary: foreign },
);
/** One frame of which nothing is as it should be: for what takes them one by one. */
export const oddFrame: fc.Arbitrary<readonly number[]> = fc.oneof(
  honest,
  odd,
  moments,
  mutated(honest),
  mutated(odd),
  foreign,
);
/** The frame that confirms a seat. */
export const CONFIRM: readonly number[] = [JOIN];
/** The frame that gives a seat back. */
export const GOODBYE: readonly number[] = [LEAVE];
