/**
 * The least that a server can do which does what ours does on the wire: rooms of moving entities, packed by hand once per
 * room and patch and broadcast over bare `ws`, while every client sends an input every tick. No game, no checks.
 */
import { WebSocketServer } from "ws";
import { NET, TICK_MS, TICK_RATE } from "#shared/tunables.ts";

/** Bytes of an entity: id, x and y in 16 bits, aim in 8. */
const ENTITY_BYTES = 7;

class FloorRoom {
  readonly sockets = new Set<import("ws").WebSocket>();
  readonly #entities: { x: number; y: number; vx: number; vy: number; aim: number }[];

  constructor(players: number) {
    this.#entities = Array.from({ length: players }, (_, i) => ({
      x: 1000 * i,
      y: 500 * i,
      vx: 30 + i,
      vy: 20 - i,
      aim: i,
    }));
  }

  step(): void {
    for (const entity of this.#entities) {
      entity.x = (entity.x + entity.vx) & 0xffff;
      entity.y = (entity.y + entity.vy) & 0xffff;
      entity.aim = (entity.aim + 1) & 0xff;
    }
  }

  broadcast(): void {
    const packet = Buffer.allocUnsafe(this.#entities.length * ENTITY_BYTES);
    this.#entities.forEach(({ x, y, aim }, i) => {
      const at = i * ENTITY_BYTES;
      packet.writeUInt16LE(i, at);
      packet.writeUInt16LE(x, at + 2);
      packet.writeUInt16LE(y, at + 4);
      packet.writeUInt8(aim, at + 6);
    });
    for (const socket of this.sockets) socket.send(packet, { binary: true });
  }
}

const players = Number(process.argv[2]);
const rooms: FloorRoom[] = [];
/** The newest input of each client; it is kept, as a game would. */
const inputs = new Map<object, Uint8Array>();
const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
server.on("connection", (socket) => {
  let room = rooms.at(-1);
  if (room === undefined || room.sockets.size >= players) {
    room = new FloorRoom(players);
    rooms.push(room);
  }
  const own = room;
  own.sockets.add(socket);
  socket.on("message", (data: Buffer) => inputs.set(socket, data));
  socket.on("close", () => own.sockets.delete(socket));
});
const began = performance.now();
let tick = 0;
setInterval(() => {
  while (began + tick * TICK_MS <= performance.now()) {
    tick += 1;
    for (const room of rooms) {
      room.step();
      if (tick % (TICK_RATE / NET.patchRate) === 0) room.broadcast();
    }
  }
}, TICK_MS);
server.on("listening", () => {
  const address = server.address();
  process.send?.(typeof address === "object" && address !== null ? address.port : 0);
});
process.on("disconnect", () => process.exit(0));
