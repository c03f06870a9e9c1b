import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CLEAR_NETWORK, CONDITION_LIMITS } from "#client/session/network-conditions.ts";
import { Session } from "#client/session/session.ts";
import { loadSettings } from "#client/session/settings.ts";
import { createStores, type Stores } from "#client/session/stores/stores.ts";
import { loadArenas } from "#server/arenas.ts";
import type { GameServer } from "#server/server.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { addressOf, pageInside, startGame } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";
import { NO_HANDS } from "./support/hands.ts";

const NO_MEMORY = { getItem: () => null, setItem: () => {}, removeItem: () => {} };

let server: GameServer;
beforeAll(async () => {
  server = await startGame();
});
afterAll(() => server.stop());

let turning: NodeJS.Timeout | undefined;
let page: { session: Session; stores: Stores } | undefined;
afterEach(() => {
  clearInterval(turning);
  page?.session.toMenu();
});

/** A page without a screen, whose time goes on, in a match. */
async function inMatch(): Promise<{ session: Session; stores: Stores }> {
  const stores = createStores(loadSettings(NO_MEMORY, () => 0));
  const session = new Session({
    stores,
    inside: async () => pageInside(addressOf(server)),
    practice: () => Promise.reject(new Error("Nobody practises here.")),
    arenas: loadArenas(),
    origin: addressOf(server),
    memory: NO_MEMORY,
    tabMemory: NO_MEMORY,
    hands: NO_HANDS,
    now: () => performance.now(),
    date: () => Date.now(),
    after: alarm,
    openRoomList: undefined,
    onMatch: () => {},
  });
  page = { session, stores };
  turning = setInterval(() => {
    session.advance(performance.now());
    session.frame(performance.now());
  }, TICK_MS / 2);
  session.quickPlay();
  await waitFor("the match", () => stores.page.screen.value.name === "match" && session.match?.self);
  return page;
}

const roundTrip = (session: Session): number => session.room?.clock.smoothedRtt() ?? 0;

describe("a page over a simulated link", () => {
  it("measures the round trip that it was given, and its own again afterwards", async () => {
    const { session } = await inMatch();
    session.simulateNetwork({ delayMs: 100 });
    await waitFor("the round trip of twice the delay", () => roundTrip(session) >= 200);
    session.simulateNetwork(CLEAR_NETWORK);
    await waitFor("its own round trip", () => roundTrip(session) > 0 && roundTrip(session) < 100);
  });

  it("drops out in a long stall as in a real one, and comes back as the same player over the same link", async () => {
    const { session, stores } = await inMatch();
    const seen: string[] = [];
    stores.page.screen.subscribe(({ name }) => seen.push(name));
    const id = session.room?.id;
    session.simulateNetwork({
      delayMs: 40,
      stallMs: CONDITION_LIMITS.stallMs.max,
      stallEveryS: CONDITION_LIMITS.stallEveryS.min,
    });
    await waitFor("the line to be given up", () => seen.includes("reconnecting"), { timeoutMs: 25_000 });
    expect(session.room?.isConnected).toBe(false);
    await waitFor("the way back", () => seen.at(-1) === "match", { timeoutMs: 15_000 });
    expect(session.room?.id).toBe(id);
    session.simulateNetwork({ stallMs: 0 });
    const tick = session.match?.state.tick ?? 0;
    await waitFor("news of the match", () => (session.match?.state.tick ?? 0) > tick + 25);
    await waitFor("the round trip of the link", () => roundTrip(session) >= 80);
    expect(session.match?.self?.connected).toBe(true);
  });
});
