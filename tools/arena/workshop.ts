import { setTimeout } from "node:timers/promises";
import { createServer, type ViteDevServer } from "vite";
import { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import { loadArenas } from "#server/arenas.ts";
import { readConfig } from "#server/config.ts";
import { createGameServer, type LocalGameServer } from "#server/server.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import { createTransport } from "#transports/node.ts";
import { devProxy } from "../dev-proxy.ts";
import { PACKED_ARENAS, packedArenas } from "../packed-arenas.ts";
import type { ArenaOptions } from "./options.ts";
import { Revisions } from "./revisions.ts";

/** How long (ms) pages have to go before the room moves to a map that they do not know yet. */
const GOING_MS = 1000;
const LOOK_MS = 20;

/** A game server, the page in development, and a room on a map whose host only watches. */
export class Workshop {
  readonly #revisions: Revisions;
  readonly #server: LocalGameServer;
  readonly #page: ViteDevServer;
  readonly #session: RoomSession;
  readonly #port: number;

  private constructor(
    revisions: Revisions,
    server: LocalGameServer,
    page: ViteDevServer,
    session: RoomSession,
    port: number,
  ) {
    this.#revisions = revisions;
    this.#server = server;
    this.#page = page;
    this.#session = session;
    this.#port = port;
  }

  /** Starts all of it on a map. @throws Error when a port is taken or the map cannot be played in the mode. */
  static async open(arena: Arena, options: ArenaOptions, root: string): Promise<Workshop> {
    const revisions = new Revisions(loadArenas());
    const { id } = revisions.add(arena);
    const { port, bots, mode = modesFor(arena)[0] } = options;
    const config = readConfig({
      LOG_LEVEL: "error",
      WEBRTC_PORT: "0",
      HOST: "127.0.0.1",
      ...process.env,
      ...{ PORT: String(port + 1), MAX_IDLE_MINUTES: "1440" },
    });
    const server = await createGameServer(config, { arenas: revisions.all });
    try {
      const page = await servePage(root, port, server.url, revisions);
      const client = new PlayerClient({
        origin: server.url,
        transport: (events) => createTransport("websocket", events),
      });
      const named = { name: "Workshop", roomName: arena.name, private: true };
      const asked = { ...named, arena: id, mode, bots, role: "spectator", lobby: true };
      const session = await client.create(asked);
      session.give("start");
      return new Workshop(revisions, server, page, session, port);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** What opens straight into the room. */
  get link(): string {
    return `http://localhost:${this.#port}/?room=${this.#session.code}`;
  }

  /** Goes on with the map as it was saved: pages load it, and the match begins again on it. */
  async show(arena: Arena): Promise<void> {
    const { id } = this.#revisions.add(arena);
    const { moduleGraph, ws } = this.#page;
    const packed = moduleGraph.getModuleById(PACKED_ARENAS);
    if (packed !== undefined) moduleGraph.invalidateModule(packed);
    ws.send({ type: "full-reload" });
    await this.#untilGone();
    const { phase } = this.#session.state;
    if (phase === "playing" || phase === "countdown") this.#session.give("endMatch");
    this.#session.give("setUp", { arena: id });
    this.#session.give("start");
  }

  async close(): Promise<void> {
    await this.#session.leave().catch(() => {});
    await this.#page.close();
    await this.#server.stop();
  }

  /** Waits until no page is connected, which does not know the new map yet. */
  async #untilGone(): Promise<void> {
    const isHere = (): boolean =>
      [...this.#session.state.seats].some(
        ([id, { bot, connected }]) => !bot && connected && id !== this.#session.id,
      );
    for (let waited = 0; isHere() && waited < GOING_MS; waited += LOOK_MS) await setTimeout(LOOK_MS);
  }
}

async function servePage(
  root: string,
  port: number,
  target: string,
  revisions: Revisions,
): Promise<ViteDevServer> {
  const page = await createServer({
    root: `${root}/game-client`,
    configFile: `${root}/vite.config.ts`,
    logLevel: "error",
    clearScreen: false,
    // Before the page's own, which knows the maps as they are on the disk, the bad ones too.
    optimizeDeps: { entries: ["index.html"] },
    plugins: [{ ...packedArenas(() => revisions.all.values()), enforce: "pre" }],
    server: { port, strictPort: true, host: "localhost", proxy: devProxy(target) },
  });
  return page.listen();
}
