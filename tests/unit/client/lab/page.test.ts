import { describe, expect, it } from "vitest";
import { LabHistory, SAMPLES } from "#client/lab/history.ts";
import { sentence } from "#client/lab/sentence.ts";
import { eventCost, headFor, responseHead, socketHeader } from "#client/lab/wire-cost.ts";
import { later } from "#client/words/english/not-in-menu.ts";
import { learn } from "#client/words/t.ts";

// The page of the lab fetches its texts itself.
learn(later);

const SOCKET = {
  transport: "websocket",
  ageMs: 40,
  bestAgeMs: 36,
  updatesPerSecond: 25,
  statesPerSecond: 25,
  requestsPerSecond: 0,
  overheadShare: 0.06,
} as const;

describe("the sentence under a pane", () => {
  it("says of news that come as they are made that it gets no fresher", () => {
    expect(sentence(SOCKET)).toBe(
      "The newest state is 40 ms old, as fresh as it gets: each of 25 states a second comes by itself; without a request, and 6 % of the bytes are headers.",
    );
  });

  it("says of polling how far it is behind, in how many bundles, and what that costs", () => {
    const polled = { ...SOCKET, ageMs: 540, updatesPerSecond: 1, requestsPerSecond: 1, overheadShare: 0.7 };
    expect(sentence({ ...polled, transport: "polling" })).toBe(
      "The newest state is 540 ms old, 504 ms behind the freshest pane: 25 states a second come in one bundle; it takes one request a second, and 70 % of the bytes are headers.",
    );
  });

  it("says that nothing comes when nothing comes", () => {
    expect(sentence({ ...SOCKET, updatesPerSecond: 0 })).toBe("Nothing new has come for a while.");
    expect(sentence({ ...SOCKET, ageMs: Number.NaN })).toBe("Nothing new has come for a while.");
  });
});

describe("what a message costs beyond itself", () => {
  // The lengths of RFC 6455, 5.2: 7 bits, then 16, then 64; a browser's frames carry a mask of four bytes.
  it("is two to fourteen bytes on a WebSocket", () => {
    expect([125, 126, 65_535, 65_536].map((bytes) => socketHeader(bytes, false))).toEqual([2, 4, 4, 10]);
    expect(socketHeader(7, true)).toBe(6);
  });

  it("is base64, the words of an event and a chunk in a stream", () => {
    // "data:" + 8 characters + two line ends is 15 bytes, "f" and two CRLF around them: 20 for 6.
    expect(eventCost(8, 6)).toEqual({ payload: 6, overhead: 14 });
  });

  it("is the whole head of a request and of its answer", () => {
    const head = { text: "GET /api/heads HTTP/1.1\r\nHost: a\r\n\r\n", path: "/api/heads" };
    expect(headFor(head, "http://a/transports/polling/x?ack=3")).toBe(
      "GET /transports/polling/x?ack=3 HTTP/1.1\r\nHost: a\r\n\r\n",
    );
    expect(responseHead(200, "OK", [["content-length", "5"]])).toBe(
      "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n",
    );
  });
});

describe("the history of a pane", () => {
  it("keeps half a minute and no more, and knows its means", () => {
    const history = new LabHistory();
    const rest = { roundTrip: Number.NaN, updates: 0, requests: 0, bytesDown: 0, bytesUp: 0 };
    for (let age = 1; age <= SAMPLES + 10; age++) history.add({ ...rest, age });
    expect(history.lines.age).toHaveLength(SAMPLES);
    expect(history.lines.age[0]).toBe(11);
    expect(history.mean("age", 2)).toBe(SAMPLES + 9.5);
    expect(history.mean("roundTrip", 2)).toBeNaN();
    // 114 of 120 samples, from 11 on.
    expect(history.usual("age")).toBe(124);
    expect(history.usual("roundTrip")).toBe(0);
  });
});
