import { describe, expect, it } from "vitest";
import type { ClientTransport, TransportEvents } from "#transports/contract/client-transport.ts";
import { httpTransport } from "#transports/http/client.ts";
import type { Downstream } from "#transports/http/connection.ts";
import type { HttpAnswer, HttpAsk } from "#transports/http/io.ts";
import { Link } from "#transports/http/link.ts";
import { parsePollPeriod, polling } from "#transports/polling/client.ts";
import { serverSentEvents } from "#transports/sse/client.ts";
import { FakeIo, NEVER, type Serve } from "../support.ts";

const ADDRESS = "ws://host:1/p/ROOM1?sessionId=abc";
const opening = (): HttpAnswer => ({ status: 200, body: new TextEncoder().encode('{"id":"secret"}') });

/** A page over a transport, and the server's link to it. */
function connect(down: Downstream, serve: (ask: HttpAsk, link: Link) => ReturnType<Serve>, oneWayMs = 50) {
  const link = new Link();
  const told: string[] = [];
  const frames: number[] = [];
  const events: TransportEvents = {
    onopen: () => told.push("open"),
    onmessage: ({ data }) => frames.push(new Uint8Array(data)[0] ?? -1),
    onclose: ({ code, reason }) => told.push(`close ${code} ${reason}`),
    onerror: ({ code, reason }) => told.push(`error ${code} ${reason}`),
  };
  const io = new FakeIo((ask) => (typeof ask.body === "string" ? opening() : serve(ask, link)), oneWayMs);
  const transport: ClientTransport = httpTransport("sse", io, down)(events);
  transport.connect(ADDRESS);
  return { io, link, told, frames, transport };
}

/** A server that takes what comes and answers with its acknowledgement. */
function take(received: number[]) {
  return (ask: HttpAsk, link: Link): HttpAnswer => {
    if (ask.body instanceof Uint8Array) {
      for (const frame of link.receive(ask.body).frames) received.push(frame[0] ?? -1);
    }
    return { status: 200, body: link.batch(undefined, 0).bytes };
  };
}

describe("a connection over requests", () => {
  it("asks for the seat of its address and is open with the answer", async () => {
    const { io, told, transport } = connect(serverSentEvents, take([]));
    await io.pass(99);
    expect([told, transport.isOpen]).toEqual([[], false]);
    await io.pass(1);
    expect([told, transport.isOpen]).toEqual([["open"], true]);
    expect(io.asked[0]).toMatchObject({ method: "POST", url: "http://host:1/transports/sse" });
    expect(JSON.parse(String(io.asked[0]?.body))).toEqual({
      roomId: "ROOM1",
      sessionId: "abc",
      skipHandshake: false,
    });
    expect(io.streams[0]?.url).toBe("http://host:1/transports/sse/secret?ack=0");
  });

  it("has one request under way, and what gathers meanwhile goes with the next", async () => {
    const received: number[] = [];
    const { io, transport } = connect(serverSentEvents, take(received));
    // The opening, and the first sign of life.
    await io.pass(200);
    const before = io.asked.length;
    for (let i = 1; i <= 10; i++) {
      transport.send(Uint8Array.of(i));
      await io.pass(20);
    }
    await io.pass(200);
    expect(received).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    // 10 frames in 200 ms at a round trip of 100: the first goes at once, five each with the two that follow.
    expect(io.asked.length - before).toBe(3);
  });

  it("sends again what got no answer, and the server takes it once", async () => {
    const received: number[] = [];
    const handle = take(received);
    let lost = 3;
    const { io, transport, told } = connect(serverSentEvents, (ask, link) => {
      const answer = handle(ask, link);
      if (lost-- > 0) throw new TypeError("The network is down.");
      return answer;
    });
    transport.send(Uint8Array.of(1));
    await io.pass(150);
    transport.send(Uint8Array.of(2));
    await io.pass(3000);
    expect(received).toEqual([1, 2]);
    expect(told).toEqual(["open"]);
  });

  it("polls at its period, whatever there is to say", async () => {
    const { io, frames, link } = connect(
      polling(() => 100),
      (ask, end) => {
        if (ask.body instanceof Uint8Array) end.receive(ask.body);
        return { status: 200, body: end.batch().bytes };
      },
      5,
    );
    await io.pass(10);
    const before = io.asked.length;
    for (let i = 0; i < 10; i++) {
      link.send(Uint8Array.of(i));
      await io.pass(100);
    }
    expect(io.asked.length - before).toBe(10);
    expect(frames.length).toBeGreaterThanOrEqual(9);
  });

  it("gives a line up whose requests fail, and goes on asking a server that only stalls", async () => {
    const failing = connect(serverSentEvents, () => {
      throw new TypeError("The network is down.");
    });
    await failing.io.pass(9000);
    expect(failing.told).toEqual(["open", "close 1006 The line to the server is broken."]);
    const stalled = connect(serverSentEvents, () => NEVER);
    await stalled.io.pass(30_000);
    expect(stalled.told).toEqual(["open"]);
    await stalled.io.pass(20_000);
    expect(stalled.told).toEqual(["open", "close 1006 The line to the server is broken."]);
  });

  it("is over when a proxy says twice that nobody is there, and not when it says so once", async () => {
    const NOBODY = { status: 502, body: new Uint8Array() };
    const gone = connect(serverSentEvents, () => NOBODY);
    await gone.io.pass(700);
    expect(gone.told).toEqual(["open", "close 1006 The line to the server is broken."]);
    let asked = 0;
    const handle = take([]);
    const blinking = connect(serverSentEvents, (ask, link) => {
      asked += 1;
      return asked % 2 === 1 ? NOBODY : handle(ask, link);
    });
    await blinking.io.pass(30_000);
    expect(asked).toBeGreaterThan(10);
    expect(blinking.told).toEqual(["open"]);
  });

  it("is over at once when the server does not know it any more", async () => {
    const { io, told } = connect(serverSentEvents, () => ({ status: 404, body: new Uint8Array() }));
    await io.pass(500);
    expect(told).toEqual(["open", "close 1006 The line to the server is broken."]);
  });

  it("passes on the words of a refusal", async () => {
    const io = new FakeIo(() => ({ status: 429, body: new TextEncoder().encode('{"error":"Too often."}') }));
    const told: string[] = [];
    httpTransport(
      "sse",
      io,
      serverSentEvents,
    )({
      onerror: ({ code, reason }) => told.push(`error ${code} ${reason}`),
      onclose: ({ code }) => told.push(`close ${code}`),
    }).connect(ADDRESS);
    await io.pass(200);
    expect(told).toEqual(["error 429 Too often.", "close 1006"]);
  });

  it("hears a good-bye after all that was sent before it, and thanks for it", async () => {
    const { io, told, frames, link } = connect(serverSentEvents, take([]));
    await io.pass(200);
    link.send(Uint8Array.of(8));
    link.close(4002, "enough");
    io.streams[0]?.data(Buffer.from(link.batch().bytes).toString("base64"));
    expect([frames, told]).toEqual([[8], ["open", "close 4002 enough"]]);
    link.receive(io.farewells[0] ?? new Uint8Array());
    expect(link.unackedBytes).toBe(0);
    expect(io.streams).toEqual([]);
  });

  it("says good-bye when the page goes away", async () => {
    const { io, told, link } = connect(serverSentEvents, take([]));
    await io.pass(200);
    io.unload();
    expect(told).toEqual(["open", "close 1001 "]);
    expect(link.receive(io.farewells[0] ?? new Uint8Array()).close).toEqual({ code: 1001, reason: "" });
  });
});

describe("the period of polling", () => {
  it.each([
    [null, 100],
    ["", 100],
    ["often", 100],
    ["1000", 1000],
    ["1", 20],
    ["999999", 5000],
  ])("for %s is %i ms", (text, ms) => {
    expect(parsePollPeriod(text)).toBe(ms);
  });
});
