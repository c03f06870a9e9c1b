import { describe, expect, it } from "vitest";
import { countOf, lanesOf } from "#client/lab/figure/lanes.ts";
import { PacketLog } from "#client/lab/figure/packet-log.ts";
import { WireRates } from "#client/lab/figure/wire-rates.ts";
import { seededDice } from "#shared/random.ts";
import type { Trip } from "#transports/simulated/line-model.ts";
import { LineModel } from "#transports/simulated/line-model.ts";

const quick = (sentMs: number): Trip => ({
  sentMs,
  transitMs: 40,
  losses: 0,
  recoveryMs: 0,
  thereMs: sentMs + 40,
  releasedMs: sentMs + 40,
});

describe("the lanes of packets", () => {
  it("show a lost one, the one that is sent again, and those that wait behind it", () => {
    const lost: Trip = {
      sentMs: 0,
      transitMs: 40,
      losses: 2,
      recoveryMs: 300,
      thereMs: 340,
      releasedMs: 340,
    };
    const behind: Trip = { ...quick(40), releasedMs: 340 };
    const lanes = lanesOf([lost, behind, quick(400)]);
    expect(lanes.packets).toEqual([
      { atMs: 0, kind: "lost" },
      { atMs: 150, kind: "lost" },
      { atMs: 300, kind: "again" },
      { atMs: 40, kind: "sent" },
      { atMs: 400, kind: "sent" },
    ]);
    expect(lanes.stream).toEqual([
      { thereMs: 340, givenMs: 340, held: false },
      { thereMs: 80, givenMs: 340, held: true },
      { thereMs: 440, givenMs: 440, held: false },
    ]);
    expect(lanes.datagrams).toEqual([
      { thereMs: 40, lost: true },
      { thereMs: 80, lost: false },
      { thereMs: 440, lost: false },
    ]);
    expect(countOf(lanes)).toEqual({ messages: 3, lost: 2, held: 1, longestMs: 260 });
  });

  it("say of any line what its model did: no message is given before its packet is there, nor before those ahead of it", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const model = new LineModel({ delayMs: 30, jitterMs: 10, loss: 0.1 }, seededDice(seed), "stream");
      const trips: Trip[] = [];
      for (let sentMs = 0; sentMs < 8000; sentMs += 40) {
        const arrival = model.arrival(sentMs);
        expect(model.newest).toMatchObject({ sentMs, releasedMs: arrival });
        trips.push({ ...model.newest });
      }
      const { stream, packets } = lanesOf(trips);
      let last = 0;
      for (const { thereMs, givenMs, held } of stream) {
        expect(givenMs).toBeGreaterThanOrEqual(Math.max(thereMs, last));
        if (held) expect(givenMs).toBe(last);
        last = givenMs;
      }
      const lost = packets.filter(({ kind }) => kind === "lost").length;
      expect(packets).toHaveLength(trips.length + lost);
      expect(lost).toBeGreaterThan(0);
    }
  });

  it("do not call it held back when the line itself stood still", () => {
    const stalls = { everyMs: 1000, lengthMs: 400 };
    const model = new LineModel({ delayMs: 30, jitterMs: 0, loss: 0, stalls }, seededDice(1), "stream");
    const trips: Trip[] = [];
    for (let sentMs = 0; sentMs < 3000; sentMs += 40) {
      model.arrival(sentMs);
      trips.push({ ...model.newest });
    }
    expect(trips.some(({ sentMs, releasedMs }) => releasedMs - sentMs > 300)).toBe(true);
    expect(countOf(lanesOf(trips)).held).toBe(0);
  });

  it("are of the newest messages, in memory that does not grow", () => {
    const log = new PacketLog();
    for (let sentMs = 0; sentMs < 100_000; sentMs += 20) log.note(quick(sentMs));
    expect(log.since(0)).toHaveLength(512);
    expect(log.since(99_950).map(({ sentMs }) => sentMs)).toEqual([99_960, 99_980]);
    expect(log.since(200_000)).toEqual([]);
  });
});

describe("what goes over a connection in a second", () => {
  it("is counted over two seconds, and not known at first", () => {
    const rates = new WireRates();
    const at = (bytes: number) => ({
      requests: bytes / 100,
      payloadUp: 0,
      payloadDown: bytes,
      overheadUp: 0,
      overheadDown: 0,
    });
    expect(rates.note(0, at(0))).toBeUndefined();
    expect(rates.note(1000, at(500))).toMatchObject({ payloadDown: 500, requests: 5 });
    expect(rates.note(3000, at(500))?.payloadDown).toBe(0);
  });
});
