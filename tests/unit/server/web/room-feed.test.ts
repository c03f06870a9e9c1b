import { describe, expect, it } from "vitest";
import { RoomBoard } from "#server/matchmaking/room-board.ts";
import { BATCH_MS, RoomFeed } from "#server/web/room-feed.ts";
import type { ListedRoom } from "#shared/room-list.ts";
import { HandClock } from "../../../support/hand-clock.ts";

function room(code: string, players = 1): ListedRoom {
  const about = { name: "Ledge", named: true, host: "Ann", arena: "Cloud Meadow", mode: "brawl" };
  return { ...about, code, spectators: 0, bots: 0, maxPlayers: 8, players, phase: "playing", locked: false };
}

/** A feed over a list that the test writes; `calls` counts what costs something. */
function scene(listed: readonly ListedRoom[] = []) {
  const clock = new HandClock();
  const calls = { list: 0, watched: 0, alarms: 0 };
  const board = new RoomBoard();
  let list = async (): Promise<readonly ListedRoom[]> => listed;
  const feed = new RoomFeed({
    board: {
      watch(watcher) {
        calls.watched += 1;
        const stop = board.watch(watcher);
        return () => {
          calls.watched -= 1;
          stop();
        };
      },
    },
    list() {
      calls.list += 1;
      return list();
    },
    clock: {
      now: () => clock.now(),
      after(ms, callback) {
        calls.alarms += 1;
        return clock.after(ms, callback);
      },
    },
  });
  const answer = (next: typeof list): void => {
    list = next;
  };
  return { clock, calls, board, feed, answer };
}

/** Somebody who reads, and what they have been told. */
async function reader(feed: RoomFeed) {
  const told: { event: string; data: unknown }[] = [];
  const leave = await feed.read((text) => {
    const [, event = "", json = ""] = /^event:(\w+)\ndata:(.*)\n\n$/.exec(text) ?? [];
    told.push({ event, data: JSON.parse(json) });
  });
  return { told, leave };
}

describe("the feed of the room list", () => {
  it("tells the whole list first, then what changes, to everybody alike", async () => {
    const { feed, board, clock } = scene([room("AAAAA")]);
    const one = await reader(feed);
    expect(one.told).toEqual([{ event: "all", data: { rooms: [room("AAAAA")] } }]);
    board.post("BBBBB", room("BBBBB"));
    clock.pass(BATCH_MS);
    const two = await reader(feed);
    expect(two.told[0]?.data).toEqual({ rooms: [room("AAAAA"), room("BBBBB")] });
    board.post("AAAAA", undefined);
    clock.pass(BATCH_MS);
    const gone = { event: "change", data: { rooms: [], gone: ["AAAAA"] } };
    expect(one.told.slice(1)).toEqual([
      { event: "change", data: { rooms: [room("BBBBB")], gone: [] } },
      gone,
    ]);
    expect(two.told.slice(1)).toEqual([gone]);
  });

  it("gathers a flood of changes into four events a second, of the newest", async () => {
    const { feed, board, clock } = scene();
    const { told } = await reader(feed);
    for (let i = 1; i <= 100; i++) {
      board.post("AAAAA", room("AAAAA", i));
      clock.pass(10);
    }
    clock.pass(BATCH_MS);
    // A second of changes: one at once, four while it goes on, and what came last.
    expect(told.length - 1).toBeLessThanOrEqual(6);
    expect(told.at(-1)?.data).toEqual({ rooms: [room("AAAAA", 100)], gone: [] });
  });

  it("says nothing of a room that is as it was, and of one that came and went between two events", async () => {
    const { feed, board, clock } = scene([room("AAAAA")]);
    const { told } = await reader(feed);
    board.post("AAAAA", room("AAAAA", 2));
    board.post("AAAAA", room("AAAAA"));
    board.post("BBBBB", room("BBBBB"));
    board.post("BBBBB", undefined);
    clock.pass(BATCH_MS);
    expect(told).toHaveLength(1);
  });

  it("costs nothing while nobody reads", async () => {
    const { feed, board, clock, calls } = scene();
    board.post("AAAAA", room("AAAAA"));
    expect(calls).toEqual({ list: 0, watched: 0, alarms: 0 });
    const { told, leave } = await reader(feed);
    board.post("AAAAA", room("AAAAA"));
    leave();
    expect(calls).toEqual({ list: 1, watched: 0, alarms: 1 });
    clock.pass(10 * BATCH_MS);
    board.post("AAAAA", room("AAAAA", 2));
    clock.pass(10 * BATCH_MS);
    expect(told).toHaveLength(1);
    expect(calls.alarms).toBe(1);
  });

  it("tells what changed while the list was asked for, after it", async () => {
    const { feed, board, clock, answer } = scene();
    let found = (_: readonly ListedRoom[]): void => {};
    answer(
      () =>
        new Promise((resolve) => {
          found = resolve;
        }),
    );
    const reading = reader(feed);
    board.post("AAAAA", room("AAAAA", 2));
    board.post("BBBBB", undefined);
    clock.pass(BATCH_MS);
    found([room("AAAAA", 1), room("BBBBB")]);
    const { told } = await reading;
    clock.pass(BATCH_MS);
    expect(told.map(({ data }) => data)).toEqual([
      { rooms: [room("AAAAA", 1), room("BBBBB")] },
      { rooms: [room("AAAAA", 2)], gone: ["BBBBB"] },
    ]);
  });

  it("fails for those who wait when the list cannot be had, and begins again with the next reader", async () => {
    const { feed, calls, answer } = scene();
    answer(() => Promise.reject(new Error("There is no matchmaker.")));
    await expect(reader(feed)).rejects.toThrow("no matchmaker");
    expect(calls.watched).toBe(0);
    answer(async () => [room("AAAAA")]);
    expect((await reader(feed)).told).toHaveLength(1);
  });
});
