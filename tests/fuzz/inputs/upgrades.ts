import fc from "fast-check";
import { headers } from "./headers.ts";
import type { HttpRequest } from "./http-request.ts";
import { target, verb } from "./targets.ts";

/** What a handshake says beside what it must. */
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
/** A request that wants to become a WebSocket, with a handshake that is right or nearly so. */
export const upgrade: fc.Arbitrary<HttpRequest> = fc
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
