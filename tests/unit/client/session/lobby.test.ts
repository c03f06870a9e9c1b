import { describe, expect, it } from "vitest";
import { LobbyWriter, readiness } from "#client/session/lobby.ts";
import { createLobbyStore } from "#client/session/stores/lobby.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { SeatState } from "#shared/state/seat-state.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";

/** The lobby of Ann, who is host, in a room with Bob and a bot. */
function openLobby() {
  const state = new ArenaState();
  const seat = (id: string, part: Partial<SeatState> = {}): SeatState => {
    const seated = Object.assign(new SeatState(), { name: id.toUpperCase(), ...part });
    state.seats.set(id, seated);
    return seated;
  };
  Object.assign(state, { phase: "lobby", hasLobby: true, hostId: "ann", arena: "meadow", timeLimit: 120 });
  const [ann, bob] = [seat("ann"), seat("bob")];
  seat("bot", { bot: true });
  const store = createLobbyStore();
  const writer = new LobbyWriter(store, "ann");
  const patch = (): void => writer.patch(state);
  patch();
  return { state, ann, bob, store, patch, seat };
}

describe("the lobby", () => {
  it("says who is here, who is host and who is ready", () => {
    const { bob, store, patch } = openLobby();
    expect(store.host.value).toEqual({ name: "ANN", self: true });
    bob.ready = true;
    patch();
    expect(store.guests.value.map(({ id, host, self, bot, ready }) => [id, host, self, bot, ready])).toEqual([
      ["ann", true, true, false, false],
      ["bob", false, false, false, true],
      ["bot", false, false, true, false],
    ]);
  });

  it("tells nothing anew as long as nothing has changed", () => {
    const { state, store, patch } = openLobby();
    state.choices.push("brawl:meadow");
    patch();
    const [guests, host, plan, proposals] = [store.guests, store.host, store.plan, store.proposals].map(
      (signal) => signal.value,
    );
    state.tick += 2;
    patch();
    expect(store.guests.value).toBe(guests);
    expect(store.host.value).toBe(host);
    expect(store.plan.value).toBe(plan);
    expect(store.proposals.value).toBe(proposals);
  });

  it("hears of a new host, and of whoever came in place of somebody else", () => {
    const { state, store, patch, seat } = openLobby();
    state.seats.delete("bob");
    state.hostId = "cyd";
    seat("cyd");
    patch();
    expect(store.host.value).toEqual({ name: "CYD", self: false });
    expect(store.guests.value.map(({ id, host }) => [id, host])).toEqual([
      ["ann", false],
      ["bot", false],
      ["cyd", true],
    ]);
  });

  it("says who is on which side, where there are sides", () => {
    const { state, bob, store, patch, seat } = openLobby();
    seat("eve", { role: "spectator" });
    state.teamPoints.push(0, 0);
    bob.team = 1;
    patch();
    const sides = () => store.guests.value.map(({ team }) => team);
    expect(sides()).toEqual([0, 1, 0, NO_TEAM]);
    state.teamPoints.clear();
    patch();
    expect(sides()).toEqual([NO_TEAM, NO_TEAM, NO_TEAM, NO_TEAM]);
  });

  it("plans what the votes say so far, else the same again", () => {
    const { state, store, patch } = openLobby();
    expect(store.plan.value).toMatchObject({ arena: "meadow", mode: "brawl", timeLimit: 120 });
    Object.assign(state, { next: "brawl:frost", botSkill: "unheard of" });
    patch();
    expect(store.plan.value).toMatchObject({ arena: "frost", mode: "brawl", botSkill: "normal" });
  });
});

describe("votes", () => {
  it("are counted for each choice, with one's own", () => {
    const { state, ann, bob, store, patch, seat } = openLobby();
    state.choices.push("brawl:frost", "brawl:meadow");
    ann.vote = 2;
    bob.vote = 2;
    seat("cyd").vote = 1;
    patch();
    expect(store.proposals.value).toEqual([
      { mode: "brawl", arena: "frost", votes: 1, mine: false },
      { mode: "brawl", arena: "meadow", votes: 2, mine: true },
    ]);
    state.choices.clear();
    patch();
    expect(store.proposals.value).toEqual([]);
  });

  it("for the next match are asked of people who are there", () => {
    const { state, ann, bob } = openLobby();
    expect(readiness(state.seats, "ann")).toEqual({ ready: 0, of: 2, mine: false });
    ann.ready = true;
    bob.connected = false;
    expect(readiness(state.seats, "ann")).toEqual({ ready: 1, of: 1, mine: true });
  });

  it("are not asked of who watches or is away", () => {
    const { state, bob, seat } = openLobby();
    seat("cyd", { role: "spectator" });
    expect(readiness(state.seats, "ann")).toMatchObject({ of: 2 });
    bob.away = true;
    expect(readiness(state.seats, "ann")).toMatchObject({ of: 1 });
    bob.away = false;
    bob.role = "spectator";
    expect(readiness(state.seats, "ann")).toMatchObject({ of: 1 });
  });
});

describe("whoever comes while a match is played", () => {
  it("waits for the next round as long as they have no character", () => {
    const { state, store, patch } = openLobby();
    expect(store.waits.value).toBe(false);
    state.phase = "playing";
    patch();
    expect(store.waits.value).toBe(true);
  });

  it("waits for nothing who only watches, and is marked as such among the people", () => {
    const { state, ann, store, patch } = openLobby();
    state.phase = "playing";
    ann.role = "spectator";
    patch();
    expect(store.waits.value).toBe(false);
    expect(store.guests.value.map(({ watching }) => watching)).toEqual([true, false, false]);
  });
});
