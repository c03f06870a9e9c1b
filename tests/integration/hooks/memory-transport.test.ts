import { EventEmitter } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import type { ClientTransport, TransportEvents } from "#transports/contract/client-transport.ts";
import type { Peer } from "#transports/contract/peer.ts";
import { parseSeatUrl } from "#transports/contract/seat-url.ts";
import type { ServerTransport, TransportContext } from "#transports/contract/server-transport.ts";
import { SERVER_TRANSPORTS } from "#transports/server.ts";
import { createRoom, joinRoom, startGame } from "../../support/game.ts";
import { waitFor } from "../../support/wait-for.ts";

/** Where pages in this process find the server; there while it runs. */
let serverHere: TransportContext | undefined;

/** The server's end of a sixth transport: pages that live in the same process. */
const memory: ServerTransport = {
  name: "memory",
  start(context) {
    serverHere = context;
    return { stop: () => (serverHere = undefined) };
  },
};

/** A connection as the server has it. What it is sent goes to the page in the next turn. */
class MemoryPeer extends EventEmitter implements Peer {
  readonly bufferedAmount = 0;
  readyState = 1;
  readonly #page: TransportEvents;

  constructor(page: TransportEvents) {
    super();
    this.#page = page;
  }

  send(frame: Uint8Array, _options?: object, done?: () => void): void {
    const data = Uint8Array.from(frame);
    queueMicrotask(() => this.#page.onmessage?.({ data }));
    done?.();
  }

  close(code = 1000, reason = ""): void {
    if (this.readyState !== 1) return;
    this.readyState = 3;
    queueMicrotask(() => {
      this.emit("close", code, reason);
      this.#page.onclose?.({ code, reason });
    });
  }

  terminate(): void {
    this.close(1006);
  }
}

/** The player's end. */
class MemoryTransport implements ClientTransport {
  readonly name = "memory";
  readonly reason = "";
  readonly #events: TransportEvents;
  #peer: MemoryPeer | undefined;

  constructor(events: TransportEvents) {
    this.#events = events;
  }

  get isOpen(): boolean {
    return this.#peer?.readyState === 1;
  }

  connect(url: string): void {
    const seat = serverHere?.seatRequest.parse(parseSeatUrl(url).seat);
    if (serverHere === undefined || seat === undefined)
      throw new Error("There is no server in this process.");
    const peer = new MemoryPeer(this.#events);
    this.#peer = peer;
    serverHere.connect(peer, { transport: "memory", address: "this process" }, seat);
    queueMicrotask(() => this.#events.onopen?.({}));
  }

  send(frame: Uint8Array): void {
    this.#peer?.emit("message", Buffer.from(frame));
  }

  sendUnreliable(frame: Uint8Array): void {
    this.send(frame);
  }

  close(code?: number, reason?: string): void {
    this.#peer?.close(code, reason);
  }
}

describe("a sixth transport, in one file", () => {
  let server: GameServer;
  beforeAll(async () => {
    server = await startGame({}, { transports: [...SERVER_TRANSPORTS, memory] });
  });
  afterAll(() => server.stop());

  it("plays in a real room beside the others, is counted, and comes back to its seat", async () => {
    const ann = await createRoom(server);
    const bob = await joinRoom(
      server,
      ann.room.roomId,
      { name: "Bob" },
      (events) => new MemoryTransport(events),
    );
    expect(bob.session.transport).toEqual({ name: "memory", reason: "" });
    bob.play({ moveX: 1 });
    await bob.until("movement", () => Math.abs(bob.me.vx) > 1);
    await waitFor("inputs to be acknowledged", () => bob.room.input({}).lastProcessed > 20);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('pushback_players{transport="memory"} 1');

    const before = bob.room.sessionId;
    bob.room.connection.close(4010);
    await ann.until("Bob to be missed", ({ seats }) => seats.get(before)?.connected === false);
    await ann.until("Bob to be back", ({ seats }) => seats.get(before)?.connected === true);
    await bob.leave();
    await ann.until("Bob to be gone", ({ seats }) => seats.size === 1);
    await ann.leave();
  });

  it("is guarded as the others are", async () => {
    const ann = await createRoom(server, {}, (events) => new MemoryTransport(events));
    const left = new Promise<unknown[]>((resolve) => ann.room.onLeave((...why) => resolve(why)));
    ann.room.connection.send(Uint8Array.of(20, 1, 0xff));
    expect(await left).toEqual([4002, "not_ours"]);
  });
});
