import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { Cork } from "#transports/pipeline/cork.ts";
import { chain } from "#transports/pipeline/stage.ts";

let server: WebSocketServer | undefined;
afterEach(() => server?.close());

/** A WebSocket between two ends, the server's with its line. */
async function connect() {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const page = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [socket, request] = await once(server, "connection");
  const { down } = chain(
    [new Cork(socket, request.socket)],
    (frame, done) => socket.send(frame, { binary: true }, done),
    () => {},
  );
  const got: Buffer[] = [];
  page.on("message", (data: Buffer) => got.push(data));
  await once(page, "open");
  return { socket, send: down, line: request.socket, page, got };
}

describe("a WebSocket that is written to at once", () => {
  it("brings messages of every length, in order, and the close after them", async () => {
    const { socket, send, page, got } = await connect();
    // Around the lengths at which the head of a message changes, and that at which the library takes over.
    const lengths = [0, 1, 125, 126, 127, 128, 255, 256, 4095, 4096, 4097, 65_535, 65_536, 3];
    const sent = lengths.map((length, i) => Buffer.alloc(length, i + 1));
    for (const message of sent) {
      send(message);
      socket.ping();
    }
    socket.close(4010, "That was all.");
    const [code, reason] = await once(page, "close");
    expect(got.map((data) => data.toString("hex"))).toEqual(sent.map((data) => data.toString("hex")));
    expect([code, reason.toString()]).toEqual([4010, "That was all."]);
  });

  it("is written to once for what is sent at one go", async () => {
    const { send, line, got } = await connect();
    const [many, one] = [vi.spyOn(line, "_writev"), vi.spyOn(line, "_write")];
    for (let i = 0; i < 5; i++) send(Buffer.alloc(100, i));
    await vi.waitUntil(() => got.length === 5);
    expect([many.mock.calls.length, one.mock.calls.length]).toEqual([1, 0]);
  });

  it("tells when a message is handed on, and sends nothing after the close", async () => {
    const { socket, send, page, got } = await connect();
    await new Promise((resolve) => send(Buffer.from("first"), resolve));
    socket.close();
    await new Promise((resolve) => send(Buffer.from("late"), resolve));
    await once(page, "close");
    expect(got.map(String)).toEqual(["first"]);
  });
});
