import type { ServerTransport } from "../contract/server-transport.ts";
import { exchangeRoutes } from "../http/exchange.ts";

/** Polling: each request carries what the player sends and is answered at once with all that is new. */
export const polling: ServerTransport = {
  name: "polling",
  start(context) {
    exchangeRoutes("polling", context, (peer) => peer.link.batch().bytes);
    return { stop() {} };
  },
};
