import { signal } from "@preact/signals-core";
import { describe, expect, it, vi } from "vitest";
import type { CreateChoice } from "#client/session/actions.ts";
import { LastRoom } from "#client/session/last-room.ts";
import type { KeyValueStore } from "#client/session/settings.ts";

const CHOICE: CreateChoice = {
  roomName: "Friday",
  mode: "brawl",
  arena: "frost",
  maxPlayers: 6,
  bots: 2,
  botSkill: "fitting",
  timeLimit: 120,
  netRate: 25,
  pickupsOff: ["anvil"],
  private: true,
  password: "secret",
  lobby: true,
};

/** A store for strings, beginning with one text. */
function storeWith(text: string | null) {
  const store = {
    text,
    getItem: () => store.text,
    setItem: (_key: string, value: string) => {
      store.text = value;
    },
    removeItem: () => {
      store.text = null;
    },
  };
  return store;
}

/** What the memory of a store says, and the memory itself. */
function open(store: KeyValueStore) {
  const choice = signal<CreateChoice | undefined>(undefined);
  return { choice, last: new LastRoom(store, choice) };
}

describe("the choice for the last room", () => {
  it("is there again on the next visit, without its password", () => {
    const store = storeWith(null);
    const first = open(store);
    expect(first.choice.value).toBeUndefined();
    first.last.note(CHOICE);
    expect(store.text).not.toContain("secret");
    expect(open(store).choice.value).toEqual({ ...CHOICE, password: "" });
    expect(first.choice.value).toEqual({ ...CHOICE, password: "" });
  });

  it.each([
    ["no JSON", "{"],
    ["something else", `"frost"`],
    ["an older page's", JSON.stringify({ arena: "frost" })],
    ["seats that no room has", JSON.stringify({ ...CHOICE, maxPlayers: 1e9 })],
    ["a fraction of a bot", JSON.stringify({ ...CHOICE, bots: 1.5 })],
    ["a skill of its own", JSON.stringify({ ...CHOICE, botSkill: "divine" })],
    ["a name as long as a book", JSON.stringify({ ...CHOICE, roomName: "x".repeat(1000) })],
  ])("is none when the store has %s", (_name, text) => {
    expect(open(storeWith(text)).choice.value).toBeUndefined();
  });

  it("lasts as long as the page where nothing is kept", () => {
    const info = vi.spyOn(console, "info").mockReturnValue();
    const broken = {
      getItem: () => {
        throw new Error("forbidden");
      },
      setItem: () => {
        throw new Error("full");
      },
      removeItem: () => {},
    };
    const { last, choice } = open(broken);
    last.note(CHOICE);
    expect(choice.value?.arena).toBe("frost");
    expect(info).toHaveBeenCalledOnce();
  });
});
