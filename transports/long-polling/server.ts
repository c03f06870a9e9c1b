import type { ServerTransport } from "../contract/server-transport.ts";
import { answer, exchangeRoutes, takeAck, withPeer } from "../http/exchange.ts";
import type { HttpPeer } from "../http/peer.ts";
import { HOLD_MS } from "../http/timing.ts";

/** Requests of one player that are held at once: one, and those that a proxy repeats. */
const MAX_HELD = 4;

/** Long polling: a request is held until there is something to tell. */
export const longPolling: ServerTransport = {
  name: "long-polling",
  start(context) {
    const held = new WeakMap<HttpPeer, Set<() => void>>();
    exchangeRoutes("long-polling", context, (peer) => peer.link.batch(undefined, 0).bytes);
    context.router.get(
      "/:id",
      withPeer(context, (peer, request, response) => {
        if (!takeAck(peer, request, response)) return;
        const { link } = peer;
        const after = Number(request.query.ack);
        const mine = held.get(peer) ?? new Set();
        held.set(peer, mine);
        const release = (): void => {
          clearTimeout(timer);
          mine.delete(release);
          peer.removeOutlet(release);
          answer(response, 200, link.batch(after).bytes);
        };
        const timer = setTimeout(release, HOLD_MS);
        if (link.sent > after) {
          release();
          return;
        }
        mine.add(release);
        peer.addOutlet(release);
        response.on("close", () => {
          if (response.writableEnded) return;
          clearTimeout(timer);
          mine.delete(release);
          peer.removeOutlet(release);
          peer.suspect();
        });
        const [oldest] = mine;
        if (mine.size > MAX_HELD) oldest?.();
      }),
    );
    return { stop() {} };
  },
};
