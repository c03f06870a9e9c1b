import { TRANSPORT_TABLE } from "#transports/browser.ts";
import { behindStage } from "#transports/contract/client-stage.ts";
import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";
import type { TransportName } from "#transports/contract/names.ts";
import { browserIo, sendRequest } from "#transports/http/browser-io.ts";
import { httpTransport } from "#transports/http/client.ts";
import type { HttpIo } from "#transports/http/io.ts";
import { longPolling } from "#transports/long-polling/client.ts";
import { polling } from "#transports/polling/client.ts";
import { serverSentEvents } from "#transports/sse/client.ts";
import {
  DATAGRAM_OVERHEAD,
  eventCost,
  headFor,
  type RequestHead,
  responseHead,
  socketHeader,
} from "./wire-cost.ts";
import type { WireMeter } from "./wire-meter.ts";

/** How a pane is connected. */
export interface PaneWire {
  readonly meter: WireMeter;
  /** Heads of this page's requests as the server sees them. */
  readonly heads: { readonly get: RequestHead; readonly post: RequestHead };
  /** Period of polling (ms), asked for before each request. */
  pollMs(): number;
}

/** A transport of the table whose bytes are counted. */
export function measuredTransport(name: TransportName, wire: PaneWire): ClientTransportFactory {
  switch (name) {
    case "sse":
      return httpTransport(name, measuredIo(wire), serverSentEvents);
    case "long-polling":
      return httpTransport(name, measuredIo(wire), longPolling);
    case "polling":
      return httpTransport(name, measuredIo(wire), polling(wire.pollMs));
    case "websocket":
      return measuredFrames(TRANSPORT_TABLE[name], wire.meter, socketHeader);
    default:
      return measuredFrames(TRANSPORT_TABLE[name], wire.meter, () => DATAGRAM_OVERHEAD);
  }
}

/** Counts frames where they meet the socket. */
function measuredFrames(
  make: ClientTransportFactory,
  meter: WireMeter,
  header: (payload: number, masked: boolean) => number,
): ClientTransportFactory {
  return behindStage(make, {
    up(frame, next) {
      meter.up(frame, header(frame.length, true));
      next(frame);
    },
    down(frame, next) {
      meter.down(frame, header(frame.length, false));
      next(frame);
    },
  });
}

const NOTHING = new Uint8Array(0);

/** The browser's requests, counted with their heads. */
function measuredIo({ meter, heads }: PaneWire): HttpIo {
  const ask = (method: "GET" | "POST", url: string, body: Uint8Array): void => {
    const head = headFor(method === "GET" ? heads.get : heads.post, url);
    meter.request();
    meter.up(body, head.length, head);
  };
  return {
    ...browserIo,
    async request(asked) {
      const { body } = asked;
      const text = body instanceof Uint8Array ? body : new TextEncoder().encode(body ?? "");
      ask(asked.method, asked.url, text);
      const response = await sendRequest(asked);
      const answer = new Uint8Array(await response.arrayBuffer());
      const head = responseHead(response.status, response.statusText, response.headers.entries());
      meter.down(answer, head.length, head);
      return { status: response.status, body: answer };
    },
    stream(url, data, broken) {
      ask("GET", url, NOTHING);
      return browserIo.stream(
        url,
        (text) => {
          const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
          meter.down(bytes, eventCost(text.length, bytes.length).overhead);
          data(text);
        },
        broken,
      );
    },
  };
}
