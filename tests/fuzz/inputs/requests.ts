import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { z } from "zod";
import { TRANSPORTS } from "#shared/transport/names.ts";
import { joinOptions } from "./join-options.ts";
import { OFFER, offer } from "./offers.ts";

/**
 * A request as it goes over the line; each character is a byte. `{room}` stands for the code of the room in which the
 * victims play, and `{session}` for a seat in it. A length is added when no header says one.
 */
export const HttpRequest = z.object({
  method: z.string(),
  target: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
});
export type HttpRequest = z.infer<typeof HttpRequest>;

/** Text as bytes of UTF-8, each as a character. */
function wire(text: string): string {
  return Buffer.from(text).toString("latin1");
}

function json(value: unknown): string {
  return wire(JSON.stringify(value) ?? "");
}

/** What a part of a path may be: names that every object has, encodings, ways out of a folder, far too much. */
const part = fc.oneof(
  fc.constantFrom(
    "{room}",
    "{session}",
    "arena",
    "ABCDE",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    "prototype",
    "",
    ".",
    "..",
    "%2e%2e%2f",
    "%00",
    "%ff",
    "%c0%af",
    "%",
    "%u0041",
    "%E2%82",
    ";",
    "\\",
    "[",
    "\u00ff",
    "a".repeat(300),
    "a%20b",
    "-- {room} --",
    "%C4%B0",
  ),
  fc.string({ maxLength: 8 }).map(encodeURIComponent),
);
const query = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        "sessionId",
        "reconnectionToken",
        "skipHandshake",
        "ack",
        "after",
        "room",
        "a[b]",
        "__proto__[x]",
        "constructor[prototype][x]",
        "a[][]",
        "",
      ),
      fc.oneof(part, fc.constantFrom("1", "-1", "NaN", "1e999", "0x10", "4294967297", "{session}")),
    ),
    { maxLength: 4 },
  )
  .map((pairs) =>
    pairs.length === 0 ? "" : `?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}`,
  );

const transport = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<string>(...TRANSPORTS) },
  { weight: 1, arbitrary: part },
);
const method = fc.constantFrom("joinOrCreate", "create", "join", "joinById", "reconnect");
const path = fc.oneof(
  fc.tuple(part, part).map(([process, room]) => `/${process}/${room}`),
  fc.tuple(fc.oneof(method, part), part).map(([name, target]) => `/matchmake/${name}/${target}`),
  transport.map((name) => `/transports/${name}`),
  fc.tuple(transport, part).map(([name, id]) => `/transports/${name}/${id}`),
  part.map((code) => `/r/${code}`),
  part.map((code) => `/admin/fingerprints/${code}`),
  part.map((name) => `/assets/${name}`),
  fc.constantFrom("/", "/healthz", "/metrics", "/api/rooms", "/api/heads", "/lab", "/__healthcheck"),
  fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join("/")}`),
);
/** Request targets in all the forms that there are, and a few that there are not. */
const target = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(path, query).map(([where, asked]) => where + asked) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "*",
      "//",
      "///x",
      "?",
      "example.org:80",
      "http://",
      "http://[::1",
      ":",
      "/ ?",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(path, query).map(([where, asked]) => `http://example.org${where}${asked}`),
  },
);

const verb = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("GET", "POST") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "HEAD",
      "PUT",
      "DELETE",
      "OPTIONS",
      "PATCH",
      "TRACE",
      "CONNECT",
      "PROPFIND",
      "get",
      "",
      "X",
    ),
  },
);

const header = fc.oneof(
  fc.tuple(
    fc.constant("X-Forwarded-For"),
    fc.constantFrom(
      "",
      ",",
      "::",
      "::ffff:1.2.3.4",
      "1:2:3:4:5:6:7:8:9",
      "a".repeat(2000),
      "__proto__",
      "%00",
    ),
  ),
  fc.tuple(
    fc.constant("Host"),
    fc.constantFrom("", "a:b:c", "[::1", "localhost:99999", "\u00ff", "evil.example"),
  ),
  fc.tuple(fc.constant("Origin"), fc.constantFrom("null", "", "http://", "https://evil.example", "%", "*")),
  fc.tuple(
    fc.constant("Content-Type"),
    fc.constantFrom(
      "application/json; charset=x",
      "text/plain",
      "application/json;;=",
      "",
      "multipart/form-data",
    ),
  ),
  fc.tuple(fc.constant("Content-Encoding"), fc.constantFrom("gzip", "br", "deflate", "identity", "x")),
  fc.tuple(fc.constant("Content-Length"), fc.constantFrom("0", "1", "-1", "999999999999", "1e3", "")),
  fc.tuple(fc.constant("Transfer-Encoding"), fc.constantFrom("chunked", "gzip, chunked", "x")),
  fc.tuple(fc.constant("Expect"), fc.constantFrom("100-continue", "200-ok")),
  fc.tuple(fc.constant("Range"), fc.constantFrom("bytes=0-", "bytes=-1", "bytes=9-1", "lines=1")),
  fc.tuple(fc.constant("Accept-Encoding"), fc.constantFrom("gzip", "br;q=x", "*", "identity;q=0")),
  fc.tuple(fc.constant("Authorization"), fc.constantFrom("Bearer ", "Bearer x", "Basic ====")),
  fc.tuple(fc.constant("If-None-Match"), fc.constantFrom("*", '"', "W/")),
  fc.tuple(fc.constant("Cookie"), fc.constantFrom("a=b", "__proto__=1", "=;=;")),
  fc.tuple(fc.constant("X-Large"), fc.constant("a".repeat(17_000))),
  fc.tuple(fc.constantFrom("__proto__", "constructor"), fc.constant("x")),
);
const headers = fc.oneof(
  { weight: 3, arbitrary: fc.constant<[string, string][]>([]) },
  { weight: 1, arbitrary: fc.array(header, { maxLength: 3 }) },
);

/** A request that wants to become a WebSocket, with a handshake that is right or nearly so. */
const handshake = fc.oneof(
  { weight: 3, arbitrary: fc.constant<[string, string][]>([]) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.tuple(
        fc.constantFrom("Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Protocol", "Upgrade"),
        fc.constantFrom("", "13", "8", "a", "h2c", "a, b, , c", "permessage-deflate"),
      ),
      { maxLength: 2 },
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        "permessage-deflate; client_max_window_bits",
        "permessage-deflate; server_max_window_bits=99",
        "permessage-deflate; a; b=",
        ";;;",
        `${"permessage-deflate, ".repeat(300)}x`,
      )
      .map((value): [string, string][] => [["Sec-WebSocket-Extensions", value]]),
  },
);
const WEBSOCKET: readonly [string, string][] = [
  ["Connection", "Upgrade"],
  ["Upgrade", "websocket"],
  ["Sec-WebSocket-Version", "13"],
  ["Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="],
];
/** What comes right behind a handshake: frames of RFC 6455, masked, whole or broken. */
const tail = fc.oneof(
  fc.constant(""),
  fc.constantFrom("\x82\x81\x00\x00\x00\x00\x0a", "\x88\x80\x00\x00\x00\x00", "\xff\xff", "\x82\x7f\x7f"),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
);
const upgrade: fc.Arbitrary<HttpRequest> = fc
  .tuple(verb, target, handshake, headers, tail)
  .map(([verbOf, where, extra, more, body]) => ({
    method: verbOf === "POST" ? "GET" : verbOf,
    target: where,
    headers: [
      ...WEBSOCKET.filter(([name]) => !extra.some(([other]) => other === name)),
      ...extra,
      ...more,
      ["Content-Length", "0"],
    ],
    body,
  }));

const JSON_TYPE: [string, string] = ["Content-Type", "application/json"];
const noise = fc.oneof(
  fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
  fc.constantFrom("{", "null", "[]", '{"__proto__":{"bots":99}}', `${"[".repeat(4000)}`, "a".repeat(20_000)),
);

const matchmaking: fc.Arbitrary<HttpRequest> = fc
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
const opening: fc.Arbitrary<HttpRequest> = fc
  .tuple(fc.constantFrom("polling", "long-polling", "sse"), fc.oneof(seat.map(json), noise), headers)
  .map(([name, body, more]) => ({
    method: "POST",
    target: `/transports/${name}`,
    headers: [JSON_TYPE, ...more],
    body,
  }));
const signalling: fc.Arbitrary<HttpRequest> = fc
  .oneof(
    fc.tuple(seat, offer).map(([asked, sdp]) => json({ ...asked, sdp })),
    fc
      .oneof(offer, fc.constant(OFFER.join("\r\n")))
      .map((sdp) => json({ roomId: "{room}", sessionId: "{session}", skipHandshake: false, sdp })),
    noise,
  )
  .map((body) => ({ method: "POST", target: "/transports/webrtc", headers: [JSON_TYPE], body }));

/** Bodies that are small on the line and large when they are unpacked. */
const bombs: fc.Arbitrary<HttpRequest> = fc
  .constantFrom("/matchmake/create/arena", "/transports/polling", "/transports/webrtc")
  .map((where) => ({
    method: "POST",
    target: where,
    headers: [JSON_TYPE, ["Content-Encoding", "gzip"]],
    body: gzipSync(Buffer.alloc(4_000_000, 0x20)).toString("latin1"),
  }));

/** Any request to any address: matchmaking, signalling, openings, upgrades, and what nobody answers. */
export const request: fc.Arbitrary<HttpRequest> = fc.oneof(
  { weight: 30, arbitrary: matchmaking },
  { weight: 12, arbitrary: opening },
  { weight: 12, arbitrary: signalling },
  { weight: 20, arbitrary: upgrade },
  {
    weight: 25,
    arbitrary: fc
      .tuple(
        verb,
        target,
        headers,
        fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: noise }),
      )
      .map(([verbOf, where, more, body]) => ({ method: verbOf, target: where, headers: more, body })),
  },
  { weight: 1, arbitrary: bombs },
);
