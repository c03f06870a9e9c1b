import type { Response } from "express";
import type { ServerTransport } from "../contract/server-transport.ts";
import { exchangeRoutes, takeAck, withPeer } from "../http/exchange.ts";
import type { HttpPeer } from "../http/peer.ts";

/** Bytes that may wait in a response; what comes after them waits in the link, where it can be given up. */
const MAX_WAITING = 64 * 1024;

const HEADERS = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store, no-transform",
  // A proxy such as nginx may gather a response before it passes it on, unless it is told not to.
  "X-Accel-Buffering": "no",
};

/** Server-sent events: one response that never ends; what the player sends comes in requests. */
export const serverSentEvents: ServerTransport = {
  name: "sse",
  start(context) {
    const streams = new WeakMap<HttpPeer, () => void>();
    exchangeRoutes("sse", context, (peer) => peer.link.batch(undefined, 0).bytes);
    context.router.get(
      "/:id",
      withPeer(context, (peer, request, response) => {
        if (!takeAck(peer, request, response)) return;
        streams.get(peer)?.();
        streams.set(peer, stream(peer, response));
      }),
    );
    return { stop() {} };
  },
};

/** Writes all that a peer is sent to a response. Returns what ends it. */
function stream(peer: HttpPeer, response: Response): () => void {
  let written = peer.link.acked;
  const write = (): void => {
    if (response.writableLength > MAX_WAITING) return;
    const { bytes, last } = peer.link.batch(written);
    if (last === written) return;
    written = last;
    response.write(`data:${Buffer.from(bytes).toString("base64")}\n\n`);
  };
  const end = (): void => {
    peer.removeOutlet(write);
    response.end();
  };
  // A stream that outlived its peer would count for nobody, and hold it for as long as a stranger likes.
  const cut = (): void => {
    response.destroy();
  };
  peer.once("forgotten", cut);
  response.writeHead(200, HEADERS);
  // A comment, so that the page knows at once that the stream is open.
  response.write(":\n\n");
  peer.addOutlet(write);
  response.on("drain", write);
  response.on("close", () => {
    peer.removeOutlet(write);
    peer.off("forgotten", cut);
    if (!response.writableEnded) peer.suspect();
  });
  write();
  return end;
}
