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
  /** Time (ms) that it takes until it is as it stays, if that is longer than usual. */
  readonly settleMs?: number;
}

/** What all others are compared with. */
export const REFERENCE = "websocket";

/** Period (ms) of polling as textbooks have it. */
const SLOW_POLL_MS = 1000;

/** A way of the game with the player's end of it. */
interface GameWay extends Way {
  readonly kind: "game";
  readonly transport: ClientTransportFactory;
}

/** Those of the game; most come from its own table. */
const GAME_WAYS: readonly GameWay[] = [
  ...TRANSPORTS.map((name) => game(name, name, (events) => createTransport(name, events))),
  game("auto", "auto", (events) => createTransport("auto", events), { datagrams: true, settleMs: 15_000 }),
  game(
    "polling-1s",
    "polling, once a second",
    httpTransport(
      "polling",
      nodeIo,
      polling(() => SLOW_POLL_MS),
    ),
  ),
];

/** All of them. */
export const WAYS: readonly Way[] = [
  ...GAME_WAYS.map(({ transport: _, ...way }) => way),
  { id: "socket.io", title: "socket.io", kind: "control", datagrams: false },
  { id: "socket.io-polling", title: "socket.io, polling only", kind: "control", datagrams: false },
];

/** The player's end of a way of the game. @throws Error when there is no such way. */
export function transportOfWay(id: string): ClientTransportFactory {
  const way = GAME_WAYS.find((candidate) => candidate.id === id);
  if (way === undefined) throw new Error(`"${id}" is no transport of the game.`);
  return way.transport;
}

function game(
  id: string,
  title: string,
  transport: ClientTransportFactory,
  more: Pick<Way, "settleMs"> & { readonly datagrams?: boolean } = {},
): GameWay {
  return { id, title, kind: "game", transport, datagrams: id === "webrtc", ...more };
}
