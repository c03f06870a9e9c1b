import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { freePort } from "#server/processes/free-port.ts";

it("a free port is free for TCP and for UDP", async () => {
  const port = await freePort();
  const socket = createSocket("udp4").bind(port, "127.0.0.1");
  onTestFinished(() => void socket.close());
  await once(socket, "listening");
  const server = createServer().listen(port, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  expect(server.address()).toMatchObject({ port });
});
