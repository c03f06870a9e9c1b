/** A game server as a process of its own that says what it holds once its garbage is collected. */
import { queryObjects } from "node:v8";
import { matchMaker } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import { WebSocketClient } from "@colyseus/ws-transport";
import { WebSocket } from "ws";
import { InputQueue } from "#room/input-queue.ts";
import { readConfig } from "#server/config.ts";
import { InputReception } from "#server/rooms/input-reception.ts";
import { createGameServer } from "#server/server.ts";
import { HttpPeer } from "#transports/http/peer.ts";
import { Session } from "#transports/pipeline/session.ts";
import { Call } from "#transports/webrtc/call.ts";
import { WebRtcPeer } from "#transports/webrtc/peer.ts";

/** Of these nothing may be left when nobody is connected and all rooms are closed. */
const OF_CONNECTIONS = {
  WebSocket,
  HttpPeer,
  WebRtcPeer,
  Call,
  Session,
  WebSocketClient,
  InputQueue,
  InputReception,
  StateView,
};

const server = await createGameServer(readConfig(process.env));
process.send?.(server.port);

function weigh() {
  const left: Record<string, number> = {};
  for (const [name, made] of Object.entries(OF_CONNECTIONS))
    left[name] = queryObjects(made, { format: "count" });
  global.gc?.();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return { rooms: matchMaker.stats.local.roomCount, left, arrayBuffers, heapUsed };
}
process.on("message", () => process.send?.(weigh()));
process.once("disconnect", async () => {
  await server.stop();
  process.exit(0);
});
