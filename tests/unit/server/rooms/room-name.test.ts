import { describe, expect, it } from "vitest";
import { inventedRoomName, ROOM_NAME_LENGTH } from "#server/matchmaking/room-names.ts";
import { RoomName } from "#server/rooms/room-name.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { SeatState } from "#shared/state/seat-state.ts";

/** The name of a room that Ann opens. */
function scene(roomName: string) {
  const state = new ArenaState();
  const host = (name: string): void => {
    const seat = new SeatState();
    seat.name = name;
    state.seats.set(name, seat);
    state.hostId = name;
  };
  return { state, host, name: new RoomName(state, { name: " Ann ", roomName }) };
}

describe("the name of a room", () => {
  it("is the one that was chosen, whoever is host, cut to its length", () => {
    const { name, host } = scene(`  Friday${"!".repeat(60)}`);
    host("Bob");
    expect(name.text).toBe(`Friday${"!".repeat(ROOM_NAME_LENGTH - 6)}`);
    expect(name.isChosen).toBe(true);
  });

  it("follows the host when nobody chose one, or only blanks", () => {
    for (const chosen of ["", "   ", "\u200b\u3164"]) {
      const { name, host, state } = scene(chosen);
      expect([name.text, name.isChosen]).toEqual(["Ann's room", false]);
      host("Bob");
      expect(name.text).toBe("Bob's room");
      // Nobody is in it any more: it is still the one of whoever left last.
      state.seats.clear();
      expect(name.text).toBe("Bob's room");
    }
  });

  it("shows strangers no bad words", () => {
    expect(scene("Fuck this room").name.text).toBe("**** this room");
    const { name, host } = scene("");
    host("Fuck");
    expect([name.text, name.host]).toEqual(["****'s room", "****"]);
    host("Bob");
    expect([name.text, name.host]).toEqual(["Bob's room", "Bob"]);
  });

  it("is invented for quick play, from all that there are", () => {
    const names = new Set(Array.from({ length: 100 }, (_, i) => inventedRoomName((i + 0.5) / 100)));
    expect(names.size).toBe(100);
    for (const name of [...names, inventedRoomName(0), inventedRoomName(0.999999)])
      expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  });
});
