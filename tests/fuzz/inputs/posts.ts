import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { headers } from "./headers.ts";
import type { HttpRequest } from "./http-request.ts";
import { joinOptions } from "./join-options.ts";
import { OFFER, offer } from "./offers.ts";
import { method, part } from "./targets.ts";

/** Text as bytes of UTF-8, each as a character. */
function wire(text: string): string {
  return Buffer.from(text).toString("latin1");
}

function json(value: unknown): string {
  return wire(JSON.stringify(value) ?? "");
}

const JSON_TYPE: [string, string] = ["Content-Type", "application/json"];

/** Bodies that are no JSON, or JSON of the wrong kind. */
export const noise = fc.oneof(
  fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
  fc.constantFrom("{", "null", "[]", '{"__proto__":{"bots":99}}', `${"[".repeat(4000)}`, "a".repeat(20_000)),
);

/** A request for a seat. */
export const matchmaking: fc.Arbitrary<HttpRequest> = fc
  .tuple(
    method,
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom("arena", "{room}") }, { weight: 1, arbitrary: part }),
    fc.oneof({ weight: 6, arbitrary: joinOptions.map(json) }, { weight: 1, arbitrary: noise }),
    headers,
  )
  .map(([name, where, body, more]) => ({
    method: "POST",
    target: `/matchmake/${name}/${where}`,
    headers: [JSON_TYPE, ...more],
    body,
  }));

/** A seat in the words of the transports: that of a room, or of something that is none. */
const seat = fc.record(
  {
    roomId: fc.oneof(
      fc.constantFrom("{room}", "constructor", "__proto__", "toString", "ABCDE"),
      fc.jsonValue(),
    ),
    sessionId: fc.oneof(fc.constantFrom("{session}", "a", "__proto__"), fc.jsonValue()),
    reconnectionToken: fc.oneof(fc.constantFrom("b", "constructor"), fc.jsonValue()),
    skipHandshake: fc.oneof(fc.boolean(), fc.jsonValue()),
  },
  { requiredKeys: ["roomId", "sessionId"] },
);
/** The first request of a transport over HTTP. */
export const opening: fc.Arbitrary<HttpRequest> = fc
  .tuple(fc.constantFrom("polling", "long-polling", "sse"), fc.oneof(seat.map(json), noise), headers)
  .map(([name, body, more]) => ({
    method: "POST",
    target: `/transports/${name}`,
    headers: [JSON_TYPE, ...more],
    body,
  }));
/** An offer of data channels. */
export const signalling: fc.Arbitrary<HttpRequest> = fc
  .oneof(
    fc.tuple(seat, offer).map(([asked, sdp]) => json({ ...asked, sdp })),
    fc
      .oneof(offer, fc.constant(OFFER.join("\r\n")))
      .map((sdp) => json({ roomId: "{room}", sessionId: "{session}", skipHandshake: false, sdp })),
    noise,
  )
  .map((body) => ({ method: "POST", target: "/transports/webrtc", headers: [JSON_TYPE], body }));

/** Bodies that are small on the line and large when they are unpacked. */
export const bombs: fc.Arbitrary<HttpRequest> = fc
  .constantFrom("/matchmake/create/arena", "/transports/polling", "/transports/webrtc")
  .map((where) => ({
    method: "POST",
    target: where,
    headers: [JSON_TYPE, ["Content-Encoding", "gzip"]],
    body: gzipSync(Buffer.alloc(4_000_000, 0x20)).toString("latin1"),
  }));
