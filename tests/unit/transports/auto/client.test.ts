import { describe, expect, it } from "vitest";
import { type FallbackMemory, fallbackTransport } from "#transports/auto/client.ts";
import type { ClientTransportFactory, TransportEvents } from "#transports/contract/client-transport.ts";
import { Link } from "#transports/http/link.ts";
import { FakeIo } from "../support.ts";

const ADDRESS = "ws://host:1/p/ROOM1?sessionId=abc";
/** Round trip (ms) of a long line, and the time within which a match is to be reached over it. */
const ROUND_TRIP_MS = 200;
const SOON_MS = 5000;

/** A WebSocket that one can make do anything. */
function fakeSocket(): {
  make: ClientTransportFactory;
  events: () => TransportEvents;
  closed: () => boolean;
} {
  let events: TransportEvents = {};
  let closed = false;
  return {
    events: () => events,
    closed: () => closed,
    make: (given) => {
      events = given;
      return {
        name: "websocket",
        reason: "",
        isOpen: true,
        connect() {},
        send() {},
        sendUnreliable() {},
        close() {
          closed = true;
        },
      };
    },
  };
}

/** A page on `auto`, before a server that answers over HTTP, by streams only if `streams`. */
function page({ streams = true, http = true } = {}) {
  const link = new Link();
  link.send(Uint8Array.of(10));
  const io = new FakeIo(async (ask) => {
    if (!http) throw new TypeError("The network is down.");
    if (typeof ask.body === "string") return { status: 200, body: new TextEncoder().encode('{"id":"x"}') };
    if (ask.body !== undefined) link.receive(ask.body);
    return { status: 200, body: link.batch(undefined, ask.method === "GET" ? 1000 : 0).bytes };
  }, ROUND_TRIP_MS / 2);
  const socket = fakeSocket();
  const memory: FallbackMemory = { blocked: "" };
  const told: string[] = [];
  let firstFrameMs = Number.NaN;
  const transport = fallbackTransport(
    io,
    socket.make,
    memory,
  )({
    onopen: () => told.push("open"),
    onmessage: () => {
      if (Number.isNaN(firstFrameMs)) firstFrameMs = io.now();
    },
    onclose: ({ code }) => told.push(`close ${code}`),
  });
  const deliver = (): void => {
    if (streams) io.streams[0]?.data(Buffer.from(link.batch().bytes).toString("base64"));
  };
  const pass = async (ms: number): Promise<void> => {
    for (let at = 0; at < ms; at += 50) {
      await io.pass(50);
      deliver();
    }
  };
  transport.connect(ADDRESS);
  return { io, socket, memory, told, transport, pass, firstFrameMs: () => firstFrameMs };
}

describe("the automatic choice", () => {
  it("is WebSocket where that works, without a word", async () => {
    const { socket, transport, pass, io, firstFrameMs } = page();
    await pass(300);
    socket.events().onopen?.({});
    socket.events().onmessage?.({ data: Uint8Array.of(10) });
    await pass(6000);
    expect([transport.name, transport.reason, firstFrameMs()]).toEqual(["websocket", "", 300]);
    expect(io.asked).toEqual([]);
  });

  it("is an event stream at once where WebSocket is refused", async () => {
    const { socket, transport, pass, firstFrameMs, told } = page();
    socket.events().onclose?.({ code: 1006, reason: "" });
    await pass(1000);
    expect(firstFrameMs()).toBeLessThan(1000);
    expect(transport.name).toBe("sse");
    expect(transport.reason).toBe("websocket_closed_so_sse");
    expect(told).toEqual(["open"]);
  });

  it.each(["hangs", "opens and stays silent"])("has a match soon where WebSocket %s", async (how) => {
    const { socket, transport, pass, firstFrameMs, told } = page();
    if (how !== "hangs") socket.events().onopen?.({});
    await pass(SOON_MS);
    expect(firstFrameMs()).toBeLessThan(SOON_MS);
    expect(transport.reason).toBe("websocket_silent_so_sse?seconds=2");
    expect(socket.closed()).toBe(true);
    expect(told).toEqual(["open"]);
  });

  it("is long polling, soon enough, where event streams stay empty too", async () => {
    const { transport, pass, firstFrameMs, io, memory } = page({ streams: false });
    await pass(SOON_MS);
    expect(firstFrameMs()).toBeLessThan(SOON_MS);
    expect(transport.name).toBe("long-polling");
    expect(transport.reason).toBe("websocket_silent_so_polling?seconds=2");
    expect(memory.streamsEmpty).toBe(true);
    expect(io.asked.some(({ url }) => url.startsWith("http://host:1/transports/long-polling/x?ack="))).toBe(
      true,
    );
  });

  it("does not blame WebSocket when nothing gets through", async () => {
    const { socket, memory, pass, told } = page({ http: false });
    socket.events().onclose?.({ code: 1006, reason: "" });
    await pass(1000);
    expect(told).toEqual(["close 1006"]);
    expect(memory.blocked).toBe("");
  });

  it("remembers what is blocked for the next connection", async () => {
    const { socket, memory, pass } = page();
    socket.events().onclose?.({ code: 1006, reason: "" });
    await pass(1000);
    expect(memory.blocked).toBe("websocket_closed");
  });
});
