import fc from "fast-check";
import { TRANSPORTS } from "#transports/contract/names.ts";

/** What a part of a path may be: names that every object has, encodings, ways out of a folder, far too much. */
export const part = fc.oneof(
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
/** Ways to ask matchmaking for a seat. */
export const method = fc.constantFrom("joinOrCreate", "create", "join", "joinById", "reconnect");
const path = fc.oneof(
  fc.tuple(part, part).map(([process, room]) => `/${process}/${room}`),
  fc.tuple(fc.oneof(method, part), part).map(([name, target]) => `/matchmake/${name}/${target}`),
  transport.map((name) => `/transports/${name}`),
  fc.tuple(transport, part).map(([name, id]) => `/transports/${name}/${id}`),
  part.map((code) => `/r/${code}`),
  part.map((code) => `/api/rooms/${code}`),
  part.map((code) => `/admin/fingerprints/${code}`),
  part.map((name) => `/assets/${name}`),
  fc.constantFrom("/", "/healthz", "/metrics", "/api/rooms", "/api/heads", "/lab", "/__healthcheck"),
  fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join("/")}`),
);
/** Request targets in all the forms that there are, and a few that there are not. */
export const target = fc.oneof(
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

/** Methods that there are, and a few that there are not. */
export const verb = fc.oneof(
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
