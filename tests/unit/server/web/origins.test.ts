import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { hostname } from "node:os";
import { describe, expect, it } from "vitest";
import { readConfig } from "#server/config.ts";
import { baseOf, isOwnHost } from "#server/web/hosts.ts";
import { foreignOrigin } from "#server/web/origins.ts";

const plain = readConfig({});
const proxied = readConfig({ TRUST_PROXY: "1" });
const told = readConfig({
  PUBLIC_URL: "https://play.example.org/",
  ALLOWED_ORIGINS: "https://portal.example, http://other.example:8080/",
});

/** A request with these headers, as far as hosts and origins are read. */
function request(headers: IncomingHttpHeaders): IncomingMessage {
  return { headers } as Partial<IncomingMessage> as IncomingMessage;
}

function isForeign(headers: IncomingHttpHeaders, config = plain): boolean {
  return foreignOrigin(request(headers), config) !== undefined;
}

describe("a page", () => {
  it.each([
    ["http://localhost:2567", "localhost:2567"],
    ["http://127.0.0.1:2567", "127.0.0.1:2567"],
    ["http://[::1]:2567", "[::1]:2567"],
    ["http://play.example", "play.example:80"],
    ["https://play.example", "play.example:443"],
    ["https://play.example", "PLAY.example"],
  ])("of %s is one of ours at the host %s", (origin, host) => {
    expect(isForeign({ origin, host })).toBe(false);
  });

  it.each([
    ["http://evil.example", "localhost:2567"],
    ["null", "localhost:2567"],
    ["", "localhost:2567"],
    ["http://localhost:3000", "localhost:2567"],
    ["http://localhost:2567.evil.example", "localhost:2567"],
    ["http://localhost:2567/", "localhost:2567"],
    ["http://evil.example, http://localhost:2567", "localhost:2567"],
    ["file://localhost:2567", "localhost:2567"],
    ["http://a@b", "a@b"],
  ])("of %j is foreign at the host %s", (origin, host) => {
    expect(isForeign({ origin, host })).toBe(true);
  });

  it("is believed to be behind a proxy only as far as proxies are trusted", () => {
    const headers = { origin: "https://play.example", host: "10.0.0.1:2567" };
    const forwarded = { ...headers, "x-forwarded-host": "play.example" };
    expect(isForeign(forwarded)).toBe(true);
    expect(isForeign(forwarded, proxied)).toBe(false);
    expect(isForeign(headers, proxied)).toBe(true);
    // What the client wrote itself stands before what the proxy has added.
    expect(isForeign({ ...headers, "x-forwarded-host": "play.example, real.example" }, proxied)).toBe(true);
    expect(isForeign({ ...forwarded, "x-forwarded-proto": "https" }, proxied)).toBe(false);
    expect(isForeign({ ...forwarded, "x-forwarded-proto": "http" }, proxied)).toBe(true);
  });

  it("may be of a site that the operator has named, and of no other", () => {
    const from = (origin: string) => isForeign({ origin, host: "10.0.0.1:2567" }, told);
    for (const origin of ["https://play.example.org", "https://portal.example", "http://other.example:8080"])
      expect(from(origin), origin).toBe(false);
    for (const origin of ["http://portal.example", "https://a.portal.example", "http://other.example"])
      expect(from(origin), origin).toBe(true);
  });
});

describe("a host", () => {
  it.each([
    "localhost",
    "localhost:2567",
    "a.localhost",
    "127.0.0.1:1",
    "192.168.0.7",
    "[::1]:2567",
    hostname(),
  ])("%s is this machine", (host) => {
    expect(isOwnHost(host, plain)).toBe(true);
  });

  it.each([
    "evil.example",
    "evil.example:2567",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "a b",
    "",
    undefined,
  ])("%j is none of ours unless the operator says so", (host) => {
    expect(isOwnHost(host, plain)).toBe(false);
  });

  it("may be the one of the public address", () => {
    expect(isOwnHost("play.example.org", told)).toBe(true);
    expect(isOwnHost("play.example.org", plain)).toBe(false);
  });

  it("becomes part of a link only when it is one of ours", () => {
    expect(baseOf(request({ host: "localhost:2567" }), plain)).toBe("http://localhost:2567");
    expect(baseOf(request({ host: "evil.example" }), plain)).toBeUndefined();
    expect(baseOf(request({ host: '"><script>' }), plain)).toBeUndefined();
    expect(baseOf(request({ host: "evil.example" }), told)).toBe("https://play.example.org");
  });
});

describe("ALLOWED_ORIGINS", () => {
  it.each([
    "*",
    "null",
    "example.org",
    "https://example.org/path",
    "ftp://example.org",
    "https://a.example,",
  ])("refuses %s with a line about it", (text) => {
    expect(() => readConfig({ ALLOWED_ORIGINS: text })).toThrow(
      `ALLOWED_ORIGINS=${text}: expected addresses of sites`,
    );
  });
});
