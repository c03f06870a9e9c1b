import { describe, expect, it } from "vitest";
import { COLUMN_MS, COLUMNS, NetHistory } from "#client/session/net-history.ts";

/** Length of a frame (ms): two to a column. */
const FRAME = COLUMN_MS / 2;

/** Passes frames until so many columns are complete. */
function complete(history: NetHistory, columns: number, from = 0, note: () => void = () => {}): number {
  let now = from;
  const wanted = history.columns + columns;
  while (history.columns < wanted) {
    note();
    history.noteFrame(now, FRAME);
    now += FRAME;
  }
  return now;
}

describe("the history of a connection", () => {
  it("is empty at first", () => {
    const history = new NetHistory();
    expect(history.columns).toBe(0);
    expect(history.at("roundTrip", 0)).toBeNaN();
    expect(history.most("frame", COLUMNS)).toBeNaN();
  });

  it("keeps the newest value of a gauge per column, newest first", () => {
    const history = new NetHistory();
    let now = 0;
    for (const value of [10, 20, 30]) {
      history.noteGauge("roundTrip", 1000);
      history.noteGauge("roundTrip", value);
      now = complete(history, 1, now);
    }
    expect([0, 1, 2].map((ago) => history.at("roundTrip", ago))).toEqual([30, 20, 10]);
    expect(history.at("roundTrip", 3)).toBeNaN();
  });

  it("has a gap where a gauge is not known", () => {
    const history = new NetHistory();
    history.noteGauge("serverStep", 2);
    const now = complete(history, 1);
    history.noteGauge("serverStep", Number.NaN);
    complete(history, 1, now);
    expect(history.at("serverStep", 0)).toBeNaN();
    expect(history.at("serverStep", 1)).toBe(2);
    expect(history.most("serverStep", 2)).toBe(2);
  });

  it("keeps ten seconds and forgets what is older", () => {
    const history = new NetHistory();
    expect(COLUMNS * COLUMN_MS).toBe(10_000);
    let now = 0;
    for (let value = 1; value <= COLUMNS + 5; value++) {
      history.noteGauge("jitter", value);
      now = complete(history, 1, now);
    }
    expect(history.at("jitter", 0)).toBe(COLUMNS + 5);
    expect(history.at("jitter", COLUMNS - 1)).toBe(6);
    expect(history.at("jitter", COLUMNS)).toBeNaN();
  });

  it("shows the largest correction and the longest frame of a column, once", () => {
    const history = new NetHistory();
    history.noteCorrection(0.1);
    history.noteCorrection(0.75);
    history.noteCorrection(0.2);
    const now = complete(history, 1);
    complete(history, 1, now);
    expect(history.at("correction", 1)).toBe(0.75);
    expect(history.at("correction", 0)).toBe(0);
  });

  it("counts patches and bytes of each kind per second, over the last second", () => {
    const history = new NetHistory();
    const second = 1000 / COLUMN_MS;
    const now = complete(history, second, 0, () => {
      history.noteBytes("state", 10);
      history.noteBytes("inputs", 3);
      history.noteBytes("messages", 1);
    });
    // Two frames in a column, one more in the first, which the first frame opens.
    expect(history.at("state", 0)).toBe(410);
    expect(history.at("inputs", 0)).toBe(123);
    expect(history.at("messages", 0)).toBe(41);
    const later = complete(history, second / 2, now, () => history.notePatches(1));
    expect(history.at("patches", 0)).toBe(second);
    expect(history.at("state", 0)).toBe(200);
    complete(history, second, later);
    expect(history.at("state", 0)).toBe(0);
    expect(history.at("patches", 0)).toBe(0);
  });

  it("knows no rate before a second has passed", () => {
    const history = new NetHistory();
    const now = complete(history, 1000 / COLUMN_MS - 1, 0, () => history.notePatches(1));
    expect(history.at("patches", 0)).toBeNaN();
    complete(history, 1, now);
    expect(history.at("patches", 0)).toBe(39);
  });

  it("makes a long frame as wide as it was long", () => {
    const history = new NetHistory();
    const now = complete(history, 2);
    const before = history.columns;
    history.noteFrame(now + 4 * COLUMN_MS, 4 * COLUMN_MS);
    const wide = history.columns - before;
    expect(wide).toBeGreaterThanOrEqual(4);
    for (let ago = 0; ago < wide; ago++) expect(history.at("frame", ago)).toBe(4 * COLUMN_MS);
    complete(history, 1, now + 4 * COLUMN_MS + FRAME);
    expect(history.at("frame", 0)).toBe(FRAME);
  });

  it("has nothing to show of the time that the page was away", () => {
    const history = new NetHistory();
    const now = complete(history, 2);
    history.noteFrame(now + 3_600_000, 3_600_000);
    expect(history.columns).toBe(2);
  });

  it("covers the same time at any frame rate", () => {
    for (const frameMs of [1000 / 30, 1000 / 60, 1000 / 144, 7]) {
      const history = new NetHistory();
      for (let now = 0; now <= 5000; now += frameMs) history.noteFrame(now, frameMs);
      expect(Math.abs(history.columns - 5000 / COLUMN_MS)).toBeLessThanOrEqual(1);
    }
  });
});
