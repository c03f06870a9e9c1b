import { describe, expect, it } from "vitest";
import { LobbyWriter } from "#client/session/lobby.ts";
import { tellPresence } from "#client/session/presence.ts";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { createLobbyStore } from "#client/session/stores/lobby.ts";
import { createOwnStore } from "#client/session/stores/own.ts";
import { createStores } from "#client/session/stores/stores.ts";
import { playAwayCues } from "#client/ui/hud/away-cues.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { SeatState } from "#shared/state/seat-state.ts";
import { TICK_RATE } from "#shared/tunables.ts";

function sit() {
  const state = new ArenaState();
  const seat = Object.assign(new SeatState(), { name: "Ann" });
  state.seats.set("ann", seat);
  state.tick = 1000;
  return { state, seat };
}

describe("somebody who does nothing", () => {
  it("is told how many seconds they have left", () => {
    const { state, seat } = sit();
    const own = createOwnStore();
    const told = (): number => {
      tellPresence(own, state, "ann");
      return own.awayIn.value;
    };
    expect(told()).toBe(0);
    seat.awayAt = state.tick + 12 * TICK_RATE;
    expect(told()).toBe(12);
    state.tick += TICK_RATE / 2;
    expect(told()).toBe(12);
    state.tick += TICK_RATE;
    expect(told()).toBe(11);
    // A pause: the ticks go on, and their patience stands.
    state.tick += 60 * TICK_RATE;
    expect(told()).toBe(1);
  });

  it("is told that a bot plays, and when it does no more", () => {
    const { state, seat } = sit();
    const own = createOwnStore();
    Object.assign(seat, { away: true, awayAt: state.tick - 1 });
    tellPresence(own, state, "ann");
    expect([own.away.value, own.awayIn.value]).toEqual([true, 0]);
    Object.assign(seat, { away: false, awayAt: 0 });
    tellPresence(own, state, "ann");
    expect([own.away.value, own.awayIn.value]).toEqual([false, 0]);
  });

  it("is seen to be away by the others", () => {
    const { state, seat } = sit();
    const lobby = createLobbyStore();
    const writer = new LobbyWriter(lobby, "bob");
    writer.patch(state);
    expect(lobby.guests.value[0]).toMatchObject({ name: "Ann", away: false });
    seat.away = true;
    writer.patch(state);
    expect(lobby.guests.value[0]).toMatchObject({ name: "Ann", away: true });
  });

  it("hears it once, and again the next time", () => {
    const stores = createStores(DEFAULT_SETTINGS);
    stores.page.screen.value = { name: "match" };
    const heard: string[] = [];
    const stop = playAwayCues(stores, { play: (cue) => heard.push(cue), music() {} });
    for (const seconds of [0, 15, 14, 13]) stores.own.awayIn.value = seconds;
    expect(heard).toEqual(["ready"]);
    stores.own.awayIn.value = 0;
    stores.own.awayIn.value = 15;
    expect(heard).toEqual(["ready", "ready"]);
    stop();
  });
});
