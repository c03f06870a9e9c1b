import { exchangeRoutes } from "./http/exchange.ts";
import type { PlayerTransport } from "./transport.ts";

/** Polling: each request carries what the player sends and is answered at once with all that is new. */
export const polling: PlayerTransport = {
  name: "polling",
  start(context) {
    exchangeRoutes("polling", context, (peer) => peer.link.batch().bytes);
    return { stop() {} };
  },
};
