import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { httpTransport } from "#transports/http/client.ts";
import { nodeIo } from "#transports/http/node-io.ts";
import { createTransport } from "#transports/node.ts";
import { polling } from "#transports/polling/client.ts";

/** A way in which news can travel, under test. */
export interface Way {
  readonly id: string;
  /** For tables. */
  readonly title: string;
  /** A transport of the game, or a library that people know, with the same payload and no game behind it. */
  readonly kind: "game" | "control";
  /** Needs packets that a TCP proxy does not carry. */
  readonly datagrams: boolean;
}

/** What all others are compared with. */
export const REFERENCE = "websocket";

/** Period (ms) of polling as textbooks have it. */
const SLOW_POLL_MS = 1000;
const SLOW_POLLING = "polling-1s";

/** All of them; those of the game come from its own table. */
export const WAYS: readonly Way[] = [
  ...TRANSPORTS.map((id) => game(id, id)),
  game(SLOW_POLLING, "polling, once a second"),
  { id: "socket.io", title: "socket.io", kind: "control", datagrams: false },
  { id: "socket.io-polling", title: "socket.io, polling only", kind: "control", datagrams: false },
];

/** The player's end of a way of the game. @throws Error when there is no such way. */
export function transportOfWay(id: string): ClientTransportFactory {
  if (id === SLOW_POLLING)
    return httpTransport(
      "polling",
      nodeIo,
      polling(() => SLOW_POLL_MS),
    );
  const name = TRANSPORTS.find((candidate) => candidate === id);
  if (name === undefined) throw new Error(`"${id}" is no transport of the game.`);
  return (events) => createTransport(name, events);
}

function game(id: string, title: string): Way {
  return { id, title, kind: "game", datagrams: id === "webrtc" };
}
