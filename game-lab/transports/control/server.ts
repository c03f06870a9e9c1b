import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { NET } from "#shared/tunables.ts";
import { CONTROL_SEATS, ControlState } from "./state.ts";

/** The control: socket.io with the payload and the rates of the game, and nothing behind it. */
export interface Control {
  readonly port: number;
  /** Sets the size (bytes) of a state. */
  setPayload(bytes: number): void;
}

/**
 * Starts it on a free port. Everybody gets a state as often as players of the game get a patch, and says with each
 * the newest input of everybody, so that one broadcast does for all: what socket.io is best at.
 */
export async function startControl(made: (version: number) => void): Promise<Control> {
  const http = createServer();
  const io = new Server(http, { serveClient: false });
  const seats = new Map<string, number>();
  const acks = new Array<number>(CONTROL_SEATS).fill(0);
  let state = new ControlState(64);
  let version = 0;
  io.on("connection", (socket) => {
    const seat = acks.findIndex((_ack, index) => ![...seats.values()].includes(index));
    seats.set(socket.id, seat);
    acks[seat] = 0;
    socket.emit("seat", seat);
    socket.on("input", (input: Buffer) => {
      acks[seat] = Math.max(acks[seat] ?? 0, input.readUInt32LE(0));
    });
    socket.on("disconnect", () => seats.delete(socket.id));
  });
  setInterval(() => {
    if (seats.size === 0) return;
    version += 1;
    made(version);
    io.emit("state", state.write(version, acks));
  }, 1000 / NET.patchRate);
  await new Promise<void>((resolve) => http.listen(0, "0.0.0.0", () => resolve()));
  const address = http.address();
  return {
    port: portOf(address),
    setPayload: (bytes) => {
      state = new ControlState(bytes);
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The control has no port.");
  return address.port;
}
