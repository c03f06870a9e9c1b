import { signal } from "@preact/signals-core";
import { describe, expect, it } from "vitest";
import { keepOrder, type ShownRoom } from "#client/session/list-order.ts";
import { type EventHandlers, RoomList } from "#client/session/room-list.ts";
import { type ListedRoom, ROOM_LIST_ALIVE_MS } from "#shared/room-list.ts";
import { HandClock } from "../../../support/hand-clock.ts";

function room(code: string, players = 1): ListedRoom {
  const about = { name: "Ledge", named: true, host: "Ann", arena: "Cloud Meadow", mode: "brawl" };
  return { ...about, code, spectators: 0, bots: 0, maxPlayers: 8, players, phase: "playing", locked: false };
}

/** A list over streams that the test speaks for, and a server that it answers for. */
function scene(streams = true) {
  const clock = new HandClock();
  const rooms = signal<readonly ListedRoom[] | undefined | "unreachable">(undefined);
  const opened: (EventHandlers & { closed: boolean })[] = [];
  const asked: { answer(list: readonly ListedRoom[]): void; fail(): void }[] = [];
  const list = new RoomList({
    rooms,
    open: streams
      ? (handlers) => {
          const stream = { ...handlers, closed: false };
          opened.push(stream);
          return () => {
            stream.closed = true;
          };
        }
      : undefined,
    ask: () =>
      new Promise((answer, reject) => {
        asked.push({ answer, fail: () => reject(new Error("no answer")) });
      }),
    after: (ms, callback) => clock.after(ms, callback),
  });
  return { clock, rooms, opened, asked, list };
}

/** Lets promises that are settled call back. */
async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await Promise.resolve();
}

describe("the room list of a page", () => {
  it("follows the stream, and asks for nothing", () => {
    const { rooms, opened, asked, list } = scene();
    list.follow();
    expect(rooms.value).toBeUndefined();
    opened[0]?.event("all", JSON.stringify({ rooms: [room("AAAAA"), room("BBBBB")] }));
    opened[0]?.event("change", JSON.stringify({ rooms: [room("CCCCC"), room("BBBBB", 2)], gone: ["AAAAA"] }));
    expect(rooms.value).toEqual([room("BBBBB", 2), room("CCCCC")]);
    expect(asked).toHaveLength(0);
  });

  it("is one stream for all who look, and none when the last one has gone", () => {
    const { opened, list, clock, asked } = scene();
    const stop = [list.follow(), list.follow()];
    expect(opened).toHaveLength(1);
    stop[0]?.();
    stop[0]?.();
    expect(opened[0]?.closed).toBe(false);
    stop[1]?.();
    expect(opened[0]?.closed).toBe(true);
    clock.pass(600_000);
    expect([opened.length, asked.length]).toEqual([1, 0]);
  });

  it("asks again and again where a stream is cut, and tries it less and less often", async () => {
    const { rooms, opened, asked, list, clock } = scene();
    list.follow();
    opened[0]?.failed();
    asked[0]?.answer([room("AAAAA")]);
    await settle();
    expect(rooms.value).toEqual([room("AAAAA")]);
    for (let i = 0; i < 120; i++) {
      clock.pass(1000);
      opened.at(-1)?.failed();
      asked.at(-1)?.answer([room("AAAAA", i)]);
      await settle();
    }
    // Pauses of 1, 2, 4, 8, 16 and then 30 s: eight tries in two minutes, and the first.
    expect(opened.length).toBeGreaterThan(5);
    expect(opened.length).toBeLessThan(10);
    // Every 3 s, a little later by the clock of this test.
    expect(asked.length).toBeGreaterThan(25);
    expect(rooms.value).toMatchObject([{ players: expect.any(Number) }]);
    // The next one that is opened speaks: nobody asks any more.
    const tries = opened.length;
    while (opened.length === tries) clock.pass(1000);
    opened.at(-1)?.event("all", JSON.stringify({ rooms: [room("BBBBB")] }));
    const after = asked.length;
    clock.pass(10_000);
    await settle();
    expect(rooms.value).toEqual([room("BBBBB")]);
    expect(asked.length).toBe(after);
  });

  it("notices a proxy that gathers: a stream that says nothing is cut", () => {
    const { opened, asked, list, clock } = scene();
    list.follow();
    clock.pass(5000);
    expect([opened[0]?.closed, asked.length]).toEqual([true, 1]);
  });

  it("notices a stream that falls silent, but not one that says that it is alive", () => {
    const { opened, list, clock } = scene();
    list.follow();
    opened[0]?.event("all", JSON.stringify({ rooms: [] }));
    for (let i = 0; i < 10; i++) {
      clock.pass(ROOM_LIST_ALIVE_MS);
      opened[0]?.event("alive", "{}");
    }
    expect(opened).toHaveLength(1);
    clock.pass(3 * ROOM_LIST_ALIVE_MS);
    expect(opened[0]?.closed).toBe(true);
    expect(opened.length).toBeGreaterThan(1);
  });

  it("asks where a browser has no streams, and says when nobody answers", async () => {
    const { rooms, asked, list, clock } = scene(false);
    list.follow();
    asked[0]?.fail();
    await settle();
    expect(rooms.value).toBe("unreachable");
    clock.pass(3000);
    asked[1]?.answer([]);
    await settle();
    expect(rooms.value).toEqual([]);
  });
});

describe("the order of the list", () => {
  const shown = (list: readonly ShownRoom[]): string[] =>
    list.map(({ room, gone }) => `${room.code}${gone ? " gone" : ""}`);

  it("stays while the list is open: new rooms come last, gone ones keep their place", () => {
    let list = keepOrder([], [room("AAAAA"), room("BBBBB")]);
    list = keepOrder(list, [room("CCCCC"), room("BBBBB", 7)]);
    expect(shown(list)).toEqual(["AAAAA gone", "BBBBB", "CCCCC"]);
    expect(list[1]?.room.players).toBe(7);
    // Nothing follows it, so nothing moves without it.
    list = keepOrder(list, [room("BBBBB")]);
    expect(shown(list)).toEqual(["AAAAA gone", "BBBBB"]);
    list = keepOrder(list, [room("AAAAA"), room("BBBBB")]);
    expect(shown(list)).toEqual(["AAAAA", "BBBBB"]);
  });

  it("forgets the first of many that are gone", () => {
    const codes = [..."ABCDEFGHJK"].map((letter) => letter.repeat(5));
    const list = keepOrder(
      keepOrder(
        [],
        codes.map((code) => room(code)),
      ),
      [room("KKKKK")],
    );
    expect(shown(list)).toEqual([..."DEFGHJ"].map((letter) => `${letter.repeat(5)} gone`).concat("KKKKK"));
  });
});
