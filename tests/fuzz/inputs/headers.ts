import fc from "fast-check";

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
/** Headers that nobody asked for; mostly none. */
export const headers = fc.oneof(
  { weight: 3, arbitrary: fc.constant<[string, string][]>([]) },
  { weight: 1, arbitrary: fc.array(header, { maxLength: 3 }) },
);
