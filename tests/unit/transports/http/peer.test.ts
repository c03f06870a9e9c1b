import { beforeEach, describe, expect, it } from "vitest";
import { encodeBatch, type WireRecord } from "#transports/http/batch.ts";
import { Link } from "#transports/http/link.ts";
import { HttpPeer } from "#transports/http/peer.ts";
import { waitFor } from "../../../support/wait-for.ts";

let now: number;
let peer: HttpPeer;
let closes: unknown[][];
let breaches: unknown[][];
let frames: number[];
beforeEach(() => {
  now = 0;
  closes = [];
  breaches = [];
  frames = [];
  peer = new HttpPeer(() => now);
  peer.on("breach", (...why) => breaches.push(why));
  peer.on("close", (...why) => closes.push(why));
  peer.on("message", (frame: Buffer) => frames.push(frame[0] ?? -1));
});

const batch = (...records: WireRecord[]): Uint8Array => encodeBatch({ ack: 0, first: 1, records });
const frame = (value: number): WireRecord => ({ type: "frame", bytes: Uint8Array.of(value) });

describe("a peer over requests", () => {
  it("gives out what comes, and its end after it", async () => {
    expect(peer.receive(batch(frame(1), frame(2), { type: "close", code: 1001, reason: "" }))).toBe(true);
    expect(frames).toEqual([1, 2]);
    expect(peer.isGone).toBe(true);
    await waitFor("the close", () => closes.length > 0);
    expect(closes).toEqual([[1001, ""]]);
    expect(peer.readyState).toBe(3);
  });

  it("gives out nothing more once the server has closed it", () => {
    peer.close(4002, "enough");
    expect(peer.receive(batch(frame(1)))).toBe(true);
    expect(frames).toEqual([]);
  });

  it("is kept after a close until the page has heard it", async () => {
    const page = new Link();
    peer.send(Uint8Array.of(7));
    peer.close(4002, "enough");
    await waitFor("the close", () => closes.length > 0);
    expect(peer.isGone).toBe(false);
    expect(page.receive(peer.link.batch().bytes).close).toEqual({ code: 4002, reason: "enough" });
    peer.receive(page.batch().bytes);
    expect(peer.isGone).toBe(true);
  });

  it("is gone after eight seconds of silence, and sooner when a response broke off", () => {
    now = 8000;
    expect(peer.isGone).toBe(false);
    now = 8001;
    expect(peer.isGone).toBe(true);
    peer.heard();
    peer.suspect();
    now += 2500;
    expect(peer.isGone).toBe(false);
    now += 1;
    expect(peer.isGone).toBe(true);
  });

  it("may ask 400 times at once and 200 times a second", () => {
    for (let i = 0; i < 400; i++) expect(peer.heard()).toBe(false);
    now = 1000;
    for (let i = 0; i < 200; i++) expect(peer.heard()).toBe(false);
    expect(peer.heard()).toBe(true);
    expect(breaches).toEqual([["flood", "asks_too_often"]]);
  });

  it("tells of what cannot be", () => {
    expect(peer.acknowledge(3)).toBe(false);
    expect(breaches.map(([kind]) => kind)).toEqual(["garbage"]);
  });

  it("says how much is under way", () => {
    peer.send(new Uint8Array(100));
    expect(peer.bufferedAmount).toBe(102);
    peer.acknowledge(1);
    expect(peer.bufferedAmount).toBe(0);
  });
});
