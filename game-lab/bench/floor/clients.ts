/** Clients of the floor: each sends an input of twelve bytes every tick and counts the updates that come. */
import { WebSocket } from "ws";
import { everyTick } from "./every-tick.ts";
import { answerAsFleet } from "./fleet.ts";

const [, , port, count] = process.argv;
const told = { updates: 0, bytes: 0 };
const sockets = Array.from({ length: Number(count) }, () => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
  socket.on("message", (data: Buffer) => {
    told.updates += 1;
    told.bytes += data.length;
  });
  return socket;
});
const input = Buffer.alloc(12, 7);
everyTick(sockets.length, (client) => {
  const socket = sockets[client];
  return socket?.readyState === WebSocket.OPEN ? () => socket.send(input) : undefined;
});
answerAsFleet(() => told);
