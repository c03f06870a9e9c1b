import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { GuestTokens } from "#server/identity/guest-tokens.ts";

const SECRET = new TextEncoder().encode("a secret of at least thirty-two bytes");
const tokens = new GuestTokens(SECRET);

/** A token as ours are, but for what the test changes. */
function signed({ issuer = "pushback", alg = "HS256", secret = SECRET } = {}): Promise<string> {
  return new SignJWT().setProtectedHeader({ alg }).setIssuer(issuer).setSubject("ann").sign(secret);
}

describe("a guest", () => {
  it("is the same whenever they show their token, which they get once", async () => {
    const first = await tokens.identify("");
    const again = await tokens.identify(first.token ?? "");
    expect(again).toEqual({ id: first.id });
    expect((await tokens.identify("")).id).not.toBe(first.id);
  });

  it("is known after a restart with the same secret, and somebody new with another one", async () => {
    const { id, token = "" } = await tokens.identify("");
    expect((await new GuestTokens(SECRET).identify(token)).id).toBe(id);
    const other = await new GuestTokens(
      new TextEncoder().encode("another secret of thirty-two bytes"),
    ).identify(token);
    expect(other.id).not.toBe(id);
    expect(other.token).toBeDefined();
  });

  it("of a token that is ours is who it says", async () => {
    expect(await tokens.identify(await signed())).toEqual({ id: "ann" });
  });

  it.each([
    ["is of another issuer", () => signed({ issuer: "somebody else" })],
    ["is signed in another way", () => signed({ alg: "HS512", secret: new Uint8Array(64) })],
    ["is signed with another secret", () => signed({ secret: new Uint8Array(32) })],
    ["is not signed", async () => new UnsecuredJWT().setIssuer("pushback").setSubject("ann").encode()],
    ["was changed", async () => (await signed()).replace(/\.[^.]+\./, ".eyJzdWIiOiJhbm4ifQ.")],
    [
      "says nobody",
      () => new SignJWT().setProtectedHeader({ alg: "HS256" }).setIssuer("pushback").sign(SECRET),
    ],
    ["is none at all", async () => "__proto__"],
  ])("is somebody new when the token %s", async (_what, make) => {
    const guest = await tokens.identify(await make());
    expect(guest.id).not.toBe("ann");
    expect(guest.token).toBeDefined();
  });
});
