import { signal } from "@preact/signals-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Pushback } from "#client/figures.ts";
import { createPage, type Page, type PageDeps } from "#client/page.ts";
import { safeStore } from "#client/session/safe-store.ts";
import { loadArenas } from "#server/arenas.ts";
import type { GameServer } from "#server/server.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { addressOf, createRoom, pageInside, startGame } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

let server: GameServer;
beforeAll(async () => {
  server = await startGame();
});
afterAll(() => server.stop());

function noStorage(): never {
  throw new Error("There is no storage.");
}

/** What a page did to what is around it. */
interface Seen {
  music: string;
  shown: number;
  address: () => string;
  enabled: boolean;
  figures: Pushback | undefined;
}

/** A page with everything but what a browser draws, plays and hears. */
function open(query: string, change: Partial<PageDeps> = {}) {
  const seen: Seen = { music: "", shown: 0, address: () => "", enabled: false, figures: undefined };
  const input = {
    sample: () => neutralInput(),
    peek: () => neutralInput(),
    device: "keyboard" as const,
    destroy() {},
    get enabled() {
      return seen.enabled;
    },
    set enabled(enabled) {
      seen.enabled = enabled;
    },
  };
  const page: Page = createPage({
    address: () => new URL(`${addressOf(server)}/${query}`),
    memory: safeStore(noStorage),
    tabMemory: safeStore(noStorage),
    lacks: ["storage"],
    watchServer() {},
    arenas: loadArenas(),
    transports: ["auto"],
    random: () => 0.5,
    now: () => performance.now(),
    date: () => Date.now(),
    every(ms, run) {
      const timer = setInterval(run, ms);
      onTestFinished(() => clearInterval(timer));
    },
    after: alarm,
    openRoomList: undefined,
    fetchInside: async () => pageInside(addressOf(server)),
    openPractice: () => Promise.reject(new Error("Nobody practises here.")),
    fetchVoice: () => Promise.reject(new Error("Nobody speaks here.")),
    createSound: () => ({
      play() {},
      music(track) {
        seen.music = track;
      },
    }),
    watchMotion: () => signal(false),
    mountUi() {},
    createInput: () => input,
    watchBack(_stores, _session, address) {
      seen.address = address;
      return () => {};
    },
    createStage: async () => ({
      renderer: "canvas",
      show: (view) => {
        seen.shown += view === undefined ? 0 : 1;
      },
      tell() {},
      speeches: [],
      toScreen: (x, y) => ({ x, y }),
      framesPerSecond: 60,
      destroy() {},
    }),
    expose(figures) {
      seen.figures = figures;
    },
    ...change,
  });
  onTestFinished(() => page.session.toMenu());
  return { page, seen };
}

describe("a page that is put together without a browser", () => {
  it("opens its menu, and knows what the address asks for and what the browser lacks", async () => {
    const { page, seen } = open("?transport=sse&name=Ann");
    await page.drawn;
    const { stores } = page;
    expect(stores.page.screen.value).toEqual({ name: "menu" });
    expect(stores.preferences.askedConnection.value).toBe("sse");
    expect(stores.preferences.settings.value.name).toBe("Ann");
    // The stage could only draw on a canvas.
    expect(stores.menu.lacks.value).toEqual(["storage", "webgl"]);
    expect(seen).toMatchObject({ music: "menu", enabled: false });
    expect(seen.figures).toMatchObject({ screen: "menu", transport: "", transportReason: "" });
  });

  it("goes into the room of its address, where inputs count and the address keeps the room", async () => {
    const host = await createRoom(server);
    const { page, seen } = open(`?room=${host.room.roomId}&join=1`);
    await waitFor(
      "the match",
      () => page.stores.page.screen.value.name === "match" && page.session.match?.self,
    );
    await waitFor("the picture", () => seen.shown > 0);
    expect(seen).toMatchObject({ music: "match", enabled: true });
    expect(page.stores.hud.room.value?.code).toBe(host.room.roomId);
    expect(seen.figures?.transport).toBe("websocket");
    page.session.leave();
    expect(seen).toMatchObject({ music: "menu", enabled: false });
    expect(seen.figures?.transport).toBe("");
    expect(new URL(seen.address()).searchParams.has("room")).toBe(false);
    await host.leave();
  });

  it("shows the card of the room of its address, and comes back to it with a word when it is refused", async () => {
    const host = await createRoom(server, { name: "Ann", password: "x", private: true });
    const code = host.room.roomId;
    const { page, seen } = open(`?room=${code.toLowerCase()}`);
    const { screen } = page.stores.page;
    const { about } = page.stores.card;
    expect(screen.value).toEqual({ name: "card", code });
    const known = await waitFor("the card", () => about.value.kind === "room" && about.value.room);
    expect(known).toMatchObject({ host: "Ann", locked: true, people: [{ name: "Ann" }] });
    expect(new URL(seen.address()).searchParams.get("room")).toBe(code.toLowerCase());
    page.session.join(code, "y");
    const told = await waitFor("the refusal", () => screen.value.name === "card" && screen.value.notice);
    expect(told()).toBe("That is not the password of this room.");
    // The card asks for the password itself.
    expect(page.stores.menu.passwordFor.value).toBeUndefined();
    page.session.join(code, "x");
    await waitFor("the match", () => screen.value.name === "match");
    page.session.leave();
    page.session.look(code);
    await waitFor("the card", () => about.value.kind === "room");
    await host.leave();
    await waitFor("the end of the room", () => about.value.kind === "gone");
  });

  it("says so when nothing can be drawn", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => told.mockRestore());
    const { page } = open("", { createStage: () => Promise.reject(new Error("There is no canvas.")) });
    await page.drawn;
    expect(told).toHaveBeenCalledOnce();
    expect(page.stores.page.screen.value).toMatchObject({ name: "closed", retry: false });
  });
});
