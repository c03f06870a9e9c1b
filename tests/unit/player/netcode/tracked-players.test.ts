import { describe, expect, it } from "vitest";
import { TrackedPlayers } from "#player/netcode/tracked-players.ts";
import { packLook } from "#shared/look.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { PlayerState } from "#shared/state/player-state.ts";
import { SeatState } from "#shared/state/seat-state.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import { TICK_MS } from "#shared/tunables.ts";

function watchBob() {
  const state = new ArenaState();
  const seat = Object.assign(new SeatState(), {
    name: "Bob",
    look: packLook({ color: 1, pattern: 2, hat: 0 }),
  });
  state.seats.set("bob", seat);
  state.players.set("bob", new PlayerState());
  const tracked = new TrackedPlayers("ann");
  const patch = () => {
    state.tick += 2;
    tracked.receive(state, state.tick * TICK_MS);
  };
  patch();
  const drawn = tracked.drawn.get("bob");
  if (drawn === undefined) throw new Error("Bob is not drawn.");
  return { state, seat, drawn, patch };
}

describe("what is drawn of a player", () => {
  it("follows another name and another look with the next patch", () => {
    const { seat, drawn, patch } = watchBob();
    expect(drawn).toMatchObject({ name: "Bob", look: { color: 1, pattern: 2, hat: 0 } });
    Object.assign(seat, { name: "Robert", look: packLook({ color: 4, pattern: 2, hat: 3 }) });
    patch();
    expect(drawn).toMatchObject({ name: "Robert", look: { color: 4, pattern: 2, hat: 3 } });
  });

  it("keeps the look as it is while nobody changes it", () => {
    const { drawn, patch } = watchBob();
    const { look } = drawn;
    patch();
    expect(drawn.look).toBe(look);
  });

  it("says that a bot plays for them", () => {
    const { seat, drawn, patch } = watchBob();
    expect(drawn.away).toBe(false);
    seat.away = true;
    patch();
    expect(drawn.away).toBe(true);
  });

  it("says who is a mate, where there are teams: nobody of whoever watches", () => {
    const { state, seat, drawn, patch } = watchBob();
    expect([drawn.team, drawn.mate]).toEqual([NO_TEAM, false]);
    const ann = new SeatState();
    state.seats.set("ann", ann);
    state.teamPoints.push(0, 0);
    patch();
    expect([drawn.team, drawn.mate]).toEqual([0, true]);
    seat.team = 1;
    patch();
    expect([drawn.team, drawn.mate]).toEqual([1, false]);
    ann.team = 1;
    ann.role = "spectator";
    patch();
    expect([drawn.team, drawn.mate]).toEqual([1, false]);
  });
});
