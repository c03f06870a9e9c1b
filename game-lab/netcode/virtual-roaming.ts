import { rescueOf } from "#transports/auto/rescue.ts";
import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";
import { movingTransport } from "#transports/moving/client.ts";
import { webRtcTransport } from "#transports/webrtc/client.ts";
import type { VirtualDatagrams } from "./virtual-datagrams.ts";

/** Letters of a secret: the server wants as many. */
const SECRET_LENGTH = 32;

/** What `auto` is on a page: a stream, and datagrams beside it that it moves to and back from by itself. */
export function roaming(stream: ClientTransportFactory, datagrams: VirtualDatagrams): ClientTransportFactory {
  let secrets = 0;
  return movingTransport({
    first: stream,
    other: (name) => (name === "webrtc" ? webRtcTransport(datagrams.deps) : stream),
    isFree: () => true,
    secret: () => `page${++secrets}`.padEnd(SECRET_LENGTH, "-"),
    now: () => performance.now(),
    later(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    rescue: rescueOf,
  });
}
