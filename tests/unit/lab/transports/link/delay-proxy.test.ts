import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DelayProxy } from "#lab/transports/link/delay-proxy.ts";
import { waitFor } from "../../../../support/wait-for.ts";

describe("a delay proxy", () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    socket.on("data", (bytes) => socket.write(`echo ${bytes}`));
  });
  let proxy: DelayProxy;

  beforeEach(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    proxy = await DelayProxy.start({ targetPort: (server.address() as AddressInfo).port, delayMs: 1 });
  });

  afterEach(async () => {
    await proxy.close();
    for (const socket of sockets.splice(0)) socket.destroy();
    server.close();
    await once(server, "close");
  });

  /** A connection through the proxy that keeps what it hears. */
  async function visit() {
    const socket = connect({ port: proxy.port, host: "127.0.0.1" });
    const heard = { text: "", closed: false, socket };
    socket.on("data", (bytes) => {
      heard.text += bytes;
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      heard.closed = true;
    });
    return heard;
  }

  it("carries bytes both ways", async () => {
    const visitor = await visit();
    visitor.socket.write("hello");
    await waitFor("the echo", () => visitor.text === "echo hello");
    expect(proxy.connections).toBe(1);
  });

  it("loses segments when it is told to: they come all the same, but late", async () => {
    const visitor = await visit();
    // Each segment is lost as often as the model allows, and noticed after three more, 20 ms apart as a rule.
    proxy.setProfile({ loss: 1 });
    const sent = performance.now();
    visitor.socket.write("hello");
    await waitFor("the echo", () => visitor.text === "echo hello");
    expect(performance.now() - sent).toBeGreaterThanOrEqual(2 * 6 * 60);
  });

  it("carries the last bytes before a goodbye, then the goodbye", async () => {
    const visitor = await visit();
    visitor.socket.end("bye");
    await waitFor("the goodbye", () => visitor.closed);
    expect(visitor.text).toBe("echo bye");
    await waitFor("the connection to be forgotten", () => proxy.connections === 0);
  });

  it("goes quiet while it is stalled and catches up afterwards", async () => {
    const visitor = await visit();
    visitor.socket.write("one");
    await waitFor("the first echo", () => visitor.text === "echo one");
    proxy.stall();
    const other = await visit();
    visitor.socket.write("two");
    other.socket.write("three");
    await waitFor("the second visitor to be in", () => proxy.opened === 2);
    expect(visitor.text + other.text).toBe("echo one");
    proxy.resume();
    await waitFor("all echoes", () => visitor.text === "echo oneecho two" && other.text === "echo three");
  });

  it("cuts what is open and lets new visitors in", async () => {
    const visitor = await visit();
    visitor.socket.write("one");
    await waitFor("the echo", () => visitor.text !== "");
    proxy.cut();
    await waitFor("the cut", () => visitor.closed);
    await waitFor("the server to see it", () => sockets.every((socket) => socket.destroyed));
    const other = await visit();
    other.socket.write("two");
    await waitFor("the echo of the new visitor", () => other.text === "echo two");
  });

  it("refuses new visitors until it accepts them again", async () => {
    proxy.refuse();
    const turnedAway = await visit();
    await waitFor("the refusal", () => turnedAway.closed);
    expect(proxy.opened).toBe(0);
    proxy.accept();
    const welcome = await visit();
    welcome.socket.write("hi");
    await waitFor("the echo", () => welcome.text === "echo hi");
  });
});
