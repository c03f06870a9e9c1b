import { rescueOf } from "#transports/auto/rescue.ts";
import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";
import { movingTransport } from "#transports/moving/client.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { webRtcTransport } from "#transports/webrtc/client.ts";
import type { VirtualDatagrams } from "./virtual-datagrams.ts";

/** Letters of a secret: the server wants as many. */
const SECRET_LENGTH = 32;

/** A stream, and datagrams beside it that a page can move to and back from; by itself where it is free to, which is `auto`. */
export function roaming(
  stream: ClientTransportFactory,
  datagrams: VirtualDatagrams,
  isFree: boolean,
): ClientTransportFactory {
  let secrets = 0;
  return movingTransport({
    first: stream,
    other: (name) => (name === "webrtc" ? webRtcTransport(datagrams.deps) : stream),
    isFree: () => isFree,
    secret: () => `page${++secrets}`.padEnd(SECRET_LENGTH, "-"),
    now: () => performance.now(),
    later: alarm,
    rescue: rescueOf,
  });
}
