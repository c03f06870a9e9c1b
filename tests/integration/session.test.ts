import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Session } from "#client/session/session.ts";
import { loadSettings } from "#client/session/settings.ts";
import { createStores, type Stores } from "#client/session/stores/stores.ts";
import { loadArenas } from "#server/arenas.ts";
import type { GameServer } from "#server/server.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { addressOf, createRoom, joinRoom, pageInside, startGame } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";
import { NO_HANDS } from "./support/hands.ts";

/** What a browser keeps for a page. */
class Memory {
  readonly values = new Map<string, string>();
  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }
  removeItem(key: string): void {
    this.values.delete(key);
  }
}

let server: GameServer;
beforeAll(async () => {
  server = await startGame();
});
afterAll(() => server.stop());

const pages: Session[] = [];
afterEach(() => {
  for (const page of pages.splice(0)) page.toMenu();
});

/** A page without a screen. */
function openPage(
  tabMemory = new Memory(),
  address = addressOf(server),
): { session: Session; stores: Stores; tab: Memory } {
  const memory = new Memory();
  const stores = createStores(loadSettings(memory, () => 0));
  const session = new Session({
    stores,
    inside: async () => pageInside(address),
    practice: () => Promise.reject(new Error("Nobody practises here.")),
    arenas: loadArenas(),
    origin: address,
    memory,
    tabMemory,
    hands: NO_HANDS,
    now: () => performance.now(),
    date: () => Date.now(),
    after: alarm,
    openRoomList: undefined,
    onMatch: () => {},
  });
  pages.push(session);
  return { session, stores, tab: tabMemory };
}

async function inMatch(page: { session: Session; stores: Stores }): Promise<string> {
  await waitFor(
    "the match",
    () => page.stores.page.screen.value.name === "match" && page.session.match?.self,
  );
  return page.session.room?.id ?? "";
}

function copyOf(tab: Memory): Memory {
  const copy = new Memory();
  for (const [key, value] of tab.values) copy.setItem(key, value);
  return copy;
}

describe("a page", () => {
  it("takes its seat up again after a reload", async () => {
    const first = openPage();
    first.session.quickPlay();
    const id = await inMatch(first);
    first.session.room?.room.connection.close();
    const second = openPage(copyOf(first.tab));
    second.session.open(undefined);
    expect(await inMatch(second)).toBe(id);
  });

  it("still can after its connection was lost and restored", async () => {
    const first = openPage();
    first.session.quickPlay();
    const id = await inMatch(first);
    const token = first.tab.values.get("pushback.seat");
    first.session.room?.cut();
    await waitFor("the overlay", () => first.stores.page.screen.value.name === "reconnecting");
    await inMatch(first);
    await waitFor("the new token", () => first.tab.values.get("pushback.seat") !== token);
    first.session.room?.room.connection.close();
    const second = openPage(copyOf(first.tab));
    second.session.open(undefined);
    expect(await inMatch(second)).toBe(id);
  });

  it("gives its seat to a copy of the tab, and says so", async () => {
    const first = openPage();
    first.session.quickPlay();
    const id = await inMatch(first);
    const second = openPage(copyOf(first.tab));
    second.session.open(undefined);
    expect(await inMatch(second)).toBe(id);
    await waitFor("words on the old page", () => first.stores.page.screen.value.name === "closed");
  });

  it("keeps its seat through a reload without a network", async () => {
    const first = openPage();
    first.session.quickPlay();
    await inMatch(first);
    const second = openPage(copyOf(first.tab), "http://127.0.0.1:1");
    second.session.open(undefined);
    await waitFor("words", () => second.stores.page.screen.value.name === "closed");
    const { value: closed } = second.stores.page.screen;
    expect(closed).toMatchObject({ name: "closed", retry: true });
    expect(closed.name === "closed" && closed.title()).toBe("The server does not answer");
    expect(second.tab.values.get("pushback.seat")).toBe(first.tab.values.get("pushback.seat"));
  });

  it("asks for a password, says when it is wrong, and gets in with the right one", async () => {
    const host = await createRoom(server, { password: "sesame" });
    const page = openPage();
    page.session.join(host.room.roomId);
    await waitFor("the question", () => page.stores.menu.passwordFor.value === host.room.roomId);
    page.session.join(host.room.roomId, "wrong");
    await waitFor("the question again", () => page.stores.menu.passwordFor.value === host.room.roomId);
    page.session.join(host.room.roomId, "sesame");
    await inMatch(page);
    await host.leave();
  });

  it("still wants to watch when it has asked for the password", async () => {
    const host = await createRoom(server, { password: "sesame" });
    const page = openPage();
    const { passwordFor, passwordToWatch } = page.stores.menu;
    page.session.join(host.room.roomId, "", true);
    await waitFor("the question", () => passwordFor.value === host.room.roomId);
    page.session.join(host.room.roomId, "sesame", passwordToWatch.value);
    await waitFor("the room", () => page.session.match !== undefined);
    await host.until("the spectator", ({ seats }) =>
      [...seats.values()].some(({ role }) => role === "spectator"),
    );
    await host.leave();
  });

  it("is led from a full room to its card", async () => {
    const host = await createRoom(server, { maxPlayers: 2 });
    const guest = await joinRoom(server, host.room.roomId);
    const page = openPage();
    page.session.join(host.room.roomId);
    await waitFor("the card", () => page.stores.page.screen.value.name === "card");
    await waitFor("the room on it", () => page.stores.card.about.value.kind === "room");
    expect(page.stores.card.about.value).toMatchObject({ room: { full: true, refuses: null } });
    await Promise.all([host.leave(), guest.leave()]);
  });

  it("says what is wrong with a code and is back in the menu", async () => {
    const page = openPage();
    page.session.join("zzzzz");
    const notice = (): string | undefined => {
      const { value } = page.stores.page.screen;
      return value.name === "menu" ? value.notice?.() : undefined;
    };
    await waitFor("the notice", () => notice() !== undefined);
    expect(notice()).toBe("There is no room with the code ZZZZZ.");
  });

  it("forgets an answer that comes after one has gone back to the menu", async () => {
    const page = openPage();
    page.session.quickPlay();
    page.session.toMenu();
    const witness = openPage();
    witness.session.quickPlay();
    await inMatch(witness);
    expect(page.stores.page.screen.value).toEqual({ name: "menu" });
    expect(page.session.match).toBeUndefined();
  });
});
