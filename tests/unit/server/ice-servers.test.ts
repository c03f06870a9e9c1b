import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readConfig } from "#server/config.ts";
import { iceServersFor } from "#server/ice-servers.ts";

const SECRET = "a-secret-of-some-length";

describe("servers for voice", () => {
  it("are told to pages, with credentials for TURN that end six hours later", () => {
    const config = readConfig({
      ICE_SERVERS: "stun:stun.example.org:3478, turns:turn.example.org:443?transport=tcp",
      TURN_SECRET: SECRET,
    });
    // The HMAC is coturn's `use-auth-secret`.
    const username = `${1000 + 6 * 3600}:ann`;
    const credential = createHmac("sha1", SECRET).update(username).digest("base64");
    expect(iceServersFor(config, "ann", 1_000_999)).toEqual([
      { urls: "stun:stun.example.org:3478" },
      { urls: "turns:turn.example.org:443?transport=tcp", username, credential },
    ]);
  });

  it("are none unless the environment names some", () => {
    expect(iceServersFor(readConfig({}), "ann", 0)).toEqual([]);
  });

  it("stop the start when they make no sense, without the secret in what is said", () => {
    for (const url of ["http://a", "turn:", "stun:a:b", "stun:a,,stun:b", "turn:a?transport=sctp"])
      expect(() => readConfig({ ICE_SERVERS: url, TURN_SECRET: SECRET })).toThrow("ICE_SERVERS");
    expect(() => readConfig({ ICE_SERVERS: "turn:a" })).toThrow(
      "TURN_SECRET=…: expected with a turn: server",
    );
    expect(() => readConfig({ TURN_SECRET: "short" })).toThrow("TURN_SECRET=…");
  });
});
