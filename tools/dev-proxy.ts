import type { IncomingMessage } from "node:http";
import type { ProxyOptions } from "vite";
import { ROUTES } from "../game-server/web/routes.ts";

/** A room's socket: /<processId>/<roomId>. Vite's own socket is on /. */
const ROOM_SOCKET = "^/[\\w-]+/[\\w-]+(\\?|$)";

/**
 * What Vite passes on to the game server at `target`: the addresses that it answers itself, by its own table, and sockets.
 * The host stays that of the page, so that the server takes the page for one of its own.
 */
export function devProxy(target: string): Record<string, ProxyOptions> {
  // The first match wins, and /api/rooms looks like a room's socket.
  const routes = Object.values(ROUTES).map((path) => [
    `^${path}(/|\\?|$)`,
    // The page has modules in folders of these names.
    { target, bypass: ({ url }: IncomingMessage) => (/\.tsx?(\?|$)/.test(url ?? "") ? url : undefined) },
  ]);
  return {
    ...Object.fromEntries(routes),
    [ROOM_SOCKET]: {
      target,
      ws: true,
      // A module of the page may look like this path too: only sockets are the server's.
      bypass: (request) => (request.headers.upgrade ? undefined : request.url),
    },
  };
}
