import { describe, expect, it } from "vitest";
import { JoinCard } from "#client/session/join-card.ts";
import { createCardStore } from "#client/session/stores/card.ts";
import type { RoomCard } from "#shared/room-list.ts";
import { HandClock } from "../../../support/hand-clock.ts";

function cardOf(players: number): RoomCard {
  return {
    ...{
      code: "ABCDE",
      name: "Friday",
      named: true,
      host: "Ann",
      arena: "Cloud Meadow",
      mode: "brawl",
      spectators: 0,
      bots: 0,
    },
    ...{ players, maxPlayers: 8, phase: "playing", locked: false, private: true, full: false, refuses: null },
    people: [],
  };
}

function refusal(code: number, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** A card of a room of which the test says how it is. */
function scene(answer: () => RoomCard = () => cardOf(1)) {
  const clock = new HandClock();
  const { about } = createCardStore();
  const room: { answer: () => RoomCard; asked: number; shown: boolean } = {
    answer,
    asked: 0,
    shown: true,
  };
  const card = new JoinCard({
    about,
    async look() {
      room.asked += 1;
      return room.answer();
    },
    after: (ms, callback) => clock.after(ms, callback),
  });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  const pass = async (ms: number): Promise<void> => {
    clock.pass(ms);
    await settle();
  };
  card.follow("ABCDE", () => room.shown);
  return { about, card, room, pass, settle };
}

describe("a join card", () => {
  it("shows its room, asks again and again, and stops when it is shown no more", async () => {
    const { about, room, pass, settle } = scene();
    expect(about.value).toEqual({ kind: "looking" });
    await settle();
    expect(about.value).toEqual({ kind: "room", room: cardOf(1) });
    room.answer = () => cardOf(2);
    await pass(5000);
    expect(about.value).toEqual({ kind: "room", room: cardOf(2) });
    room.shown = false;
    const before = room.asked;
    for (let i = 0; i < 5; i++) await pass(5000);
    expect(room.asked).toBe(before);
  });

  it("says when the room is gone while it is open, and when there was none", async () => {
    const { about, room, pass, settle, card } = scene();
    await settle();
    room.answer = () => {
      throw refusal(404, "no_room?code=ABCDE");
    };
    await pass(5000);
    expect(about.value.kind === "gone" && about.value.why()).toContain("This room has closed");
    card.follow("ZZZZZ", () => room.shown);
    await settle();
    expect(about.value.kind === "gone" && about.value.why()).toBe("There is no room with the code ABCDE.");
  });

  it("keeps what it knows when it is refused for once, or nobody answers, and finds its way back", async () => {
    const { about, room, pass, settle } = scene();
    await settle();
    room.answer = () => {
      throw refusal(429, "looks_too_often?seconds=3");
    };
    await pass(5000);
    expect(about.value.kind).toBe("room");
    const lost = scene(() => {
      throw new TypeError("fetch failed");
    });
    await lost.settle();
    expect(lost.about.value).toEqual({ kind: "unreachable" });
    lost.room.answer = () => cardOf(3);
    await lost.pass(5000);
    expect(lost.about.value).toEqual({ kind: "room", room: cardOf(3) });
  });
});
