import { signal } from "@preact/signals-core";
import { describe, expect, it } from "vitest";
import { Introduction } from "#client/session/introduction.ts";
import { repairSettings } from "#client/session/settings.ts";
import { Mailbox } from "#player/mailbox.ts";
import type { IdentityMessage } from "#shared/messages.ts";

/** A page with a memory of its own, and the messages of a room. */
function page(memory = new Map<string, string>()) {
  const store = {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
    removeItem: (key: string) => void memory.delete(key),
  };
  const self = new Introduction(signal(repairSettings({ name: "Ann" })), store);
  const identity = new Mailbox<IdentityMessage>();
  self.keepIdentity({ identity });
  return { self, identity, memory };
}

describe("a page", () => {
  it("says nothing of who is behind it but name and look before a room has given it a token", () => {
    const { self } = page();
    expect(self.options.name).toBe("Ann");
    expect(self.options).not.toHaveProperty("token");
  });

  it("shows the token that a room gave it from then on, in other tabs and after a reload too", () => {
    const { self, identity, memory } = page();
    identity.deliver({ token: "signed" });
    expect(self.options.token).toBe("signed");
    expect(page(memory).self.options.token).toBe("signed");
  });
});
