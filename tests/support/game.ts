import type { Inside } from "#client/session/inside.ts";
import { Visit } from "#client/session/visit.ts";
import { SteadyPlayer } from "#lab/bench/attack/steady-player.ts";
import { PlayerClient } from "#player/player-client.ts";
import { type RoomSession, UNTIL_GIVEN_UP } from "#player/room-session.ts";
import { type Config, readConfig } from "#server/config.ts";
import { type Controls, createGameServer, type GameServer, type LocalGameServer } from "#server/server.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";
import type { TransportName } from "#transports/contract/names.ts";
import { createTransport } from "#transports/node.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { waitFor } from "./wait-for.ts";

/** Limits that tests do not run into unless they say so. */
const ROOMY: Partial<Config> = {
  port: 0,
  webRtcPort: 0,
  host: "127.0.0.1",
  logLevel: "silent",
  guestSecret: "tests know this secret, and nobody else needs it",
  maxRoomsPerMinute: 10_000,
  maxJoinsPerMinute: 100_000,
  maxConnectionsPerAddress: 10_000,
  maxRoomsPerAddress: 10_000,
  maxReservationsPerAddress: 10_000,
  maxCharacters: 10_000,
  maxCharactersPerAddress: 10_000,
  // A test beside others on a machine with few cores is not to be refused for it.
  maxLateMs: 10_000,
};

/** Starts a server on a free port of this machine. */
export function startGame(config: Partial<Config> = {}, controls: Controls = {}): Promise<LocalGameServer> {
  return createGameServer({ ...readConfig({}), ...ROOMY, ...config }, controls);
}

/** Address of a server without a name to look up. */
export function addressOf(server: GameServer): string {
  return `http://127.0.0.1:${server.port}`;
}

/** A player whose state a test looks at. */
export class TestPlayer extends SteadyPlayer {
  /** The own state as the server sent it. */
  get me() {
    const me = this.room.state.players.get(this.room.sessionId);
    if (me === undefined) throw new Error("The own player is not in the state.");
    return me;
  }

  /** The own seat as the server sent it. */
  get seat() {
    const seat = this.room.state.seats.get(this.room.sessionId);
    if (seat === undefined) throw new Error("The own seat is not in the state.");
    return seat;
  }

  /** Waits until a condition on the state holds. */
  until(what: string, condition: (state: ArenaState) => boolean, timeoutMs = 30_000): Promise<void> {
    return waitFor(what, () => condition(this.room.state), { timeoutMs }).then(() => {});
  }
}

/** A player whose first state has come. */
export async function ready(session: RoomSession): Promise<TestPlayer> {
  await new Promise<void>((resolve) => session.onBegin(() => resolve()));
  return new TestPlayer(session);
}

/** A transport by its name, or one of the test's own. */
type Over = TransportName | ClientTransportFactory;

const FOLLOW = { after: alarm, roll: Math.random };

/** Somebody who joins over a transport, and follows rooms that move. */
export function clientOf(origin: string, over: Over = "websocket"): PlayerClient {
  const transport: ClientTransportFactory =
    typeof over === "function" ? over : (events) => createTransport(over, events);
  return new PlayerClient({ origin, transport, follow: FOLLOW });
}

/** What a page without a browser is in rooms with. */
export function pageInside(origin: string): Inside {
  const transport: ClientTransportFactory = (events) => createTransport("websocket", events);
  const clock = { now: () => performance.now(), after: alarm };
  const client = new PlayerClient({
    origin,
    transport,
    reconnect: UNTIL_GIVEN_UP,
    follow: FOLLOW,
    simulation: { clock, seed: () => 1 },
  });
  return { client, visit: (session, deps, events) => new Visit(session, deps, events) };
}

/** Creates a room; `options` as in the README. */
export async function createRoom(
  server: GameServer,
  options: object = {},
  transport: Over = "websocket",
): Promise<TestPlayer> {
  const client = clientOf(addressOf(server), transport);
  return ready(await client.create({ bots: 0, arena: "meadow", ...options }));
}

/** Joins a room by its code. `address` is that of the server unless something stands in between. */
export async function joinRoom(
  server: GameServer,
  code: string,
  options: object = {},
  transport: Over = "websocket",
  address = addressOf(server),
): Promise<TestPlayer> {
  return ready(await clientOf(address, transport).join(code, options));
}

/** Quick play. */
export async function quickPlay(server: GameServer, options: object = {}): Promise<TestPlayer> {
  return ready(await clientOf(addressOf(server)).quickPlay(options));
}
