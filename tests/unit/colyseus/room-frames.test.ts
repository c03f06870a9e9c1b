import { Protocol } from "@colyseus/sdk";
import { expect, it } from "vitest";
import { encodeMessagePack } from "#colyseus/frames/message-pack.ts";
import { messageFrame, readFrame } from "#colyseus/frames/messages.ts";
import { Kind } from "#colyseus/frames/protocol.ts";
import { decodeMessagePack } from "#transports/pipeline/message-pack.ts";

it("knows the kinds of frames by the numbers of the SDK", () => {
  for (const [name, code] of Object.entries(Kind)) expect(Reflect.get(Protocol, name), name).toBe(code);
});

it.each([
  null,
  true,
  0,
  127,
  -1,
  40_000,
  3_000_000_000,
  0.25,
  "",
  "Grüße 👋",
  "a".repeat(300),
  [],
  Array.from({ length: 20 }, (_, i) => i),
  { events: [{ type: "hit", x: -1.5, by: "bot:1" }], none: null },
])("packs %j as what it is", (value) => {
  expect(decodeMessagePack(encodeMessagePack(value))).toEqual(value);
});

it("leaves out what an object has no value for, and refuses what cannot be sent", () => {
  expect(decodeMessagePack(encodeMessagePack({ a: undefined, b: 1 }))).toEqual({ b: 1 });
  expect(() => encodeMessagePack(() => {})).toThrow("function");
});

it("reads a message as it was written", () => {
  const said = readFrame(messageFrame("practice", encodeMessagePack({ bots: 3 })));
  expect(said.kind === "message" && { name: said.name, with: decodeMessagePack(said.packed) }).toEqual({
    name: "practice",
    with: { bots: 3 },
  });
  expect(readFrame(Uint8Array.of(31))).toEqual({ kind: "unknown" });
});
