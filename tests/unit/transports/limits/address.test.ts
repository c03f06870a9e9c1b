import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { addressOf } from "#transports/limits/address.ts";

function request(remoteAddress: string, forwarded?: string): IncomingMessage {
  return {
    headers: { "x-forwarded-for": forwarded },
    socket: { remoteAddress },
  } as unknown as IncomingMessage;
}

describe("the address that limits are counted by", () => {
  it("is that of the socket when no proxy is trusted", () => {
    expect(addressOf(request("192.0.2.1", "203.0.113.9"), 0)).toBe("192.0.2.1");
    expect(addressOf(request("::ffff:192.0.2.1"), 0)).toBe("192.0.2.1");
  });

  it("is what the trusted proxies added, not what the client wrote", () => {
    expect(addressOf(request("10.0.0.1", "6.6.6.6, 203.0.113.9"), 1)).toBe("203.0.113.9");
    expect(addressOf(request("10.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2"), 2)).toBe("203.0.113.9");
    expect(addressOf(request("10.0.0.1"), 1)).toBe("10.0.0.1");
  });

  it("is one for all that an IPv6 household has", () => {
    expect(addressOf(request("2001:db8:1:2:aaaa::1"), 0)).toBe(addressOf(request("2001:db8:1:2::7"), 0));
    expect(addressOf(request("2001:db8:1:2::1"), 0)).not.toBe(addressOf(request("2001:db8:1:3::1"), 0));
  });
});
