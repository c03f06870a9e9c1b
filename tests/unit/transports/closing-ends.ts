import { seededDice } from "#shared/random.ts";
import { fallbackTransport } from "#transports/auto/client.ts";
import type { ClientTransportFactory, TransportEvents } from "#transports/contract/client-transport.ts";
import { encodeBatch } from "#transports/http/batch.ts";
import { httpTransport } from "#transports/http/client.ts";
import type { Downstream } from "#transports/http/connection.ts";
import { Link } from "#transports/http/link.ts";
import { HttpPeer } from "#transports/http/peer.ts";
import { longPolling } from "#transports/long-polling/client.ts";
import { polling } from "#transports/polling/client.ts";
import { SimulatedLine } from "#transports/simulated/simulated-line.ts";
import { serverSentEvents } from "#transports/sse/client.ts";
import type { DialEvents } from "#transports/webrtc/attempt.ts";
import { webRtcTransport } from "#transports/webrtc/client.ts";
import { DatagramLine } from "#transports/webrtc/datagrams/line.ts";
import { encodeClose } from "#transports/webrtc/datagrams/wire.ts";
import { WebRtcPeer } from "#transports/webrtc/peer.ts";
import { type Socket, webSocketTransport } from "#transports/websocket/client.ts";
import { HandClock } from "../../support/hand-clock.ts";
import { FakeIo } from "./support.ts";

const ADDRESS = "ws://host:1/p/ROOM1?sessionId=abc";

/** An end of a connection that is open. */
export interface End {
  close(code: number): void;
  /** The other end closes. */
  closeThere(): void;
  /** Lets everything happen that is under way. */
  settle(): Promise<void>;
}

/** Opens an end; `closed` is to be called for each close event. */
export type Open = (closed: () => void) => Promise<End>;

/** A socket that closes as they do: later, and after a good-bye of either side. */
class FakeSocket implements Socket {
  binaryType = "";
  readyState = 1;
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: ((event: { code: number; reason: string }) => unknown) | null = null;
  onerror: Socket["onerror"] = null;
  send(): void {}
  close(code = 1005, reason = ""): void {
    if (this.readyState !== 1) return;
    this.readyState = 2;
    setTimeout(() => {
      this.readyState = 3;
      this.onclose?.({ code, reason });
    });
  }
}

function webSocket(given: (socket: FakeSocket) => void): ClientTransportFactory {
  return webSocketTransport(() => {
    const socket = new FakeSocket();
    given(socket);
    return socket;
  });
}

const turns = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve));
};

const overWebSocket: Open = async (closed) => {
  let socket = new FakeSocket();
  const end = webSocket((made) => {
    socket = made;
  })({ onclose: closed });
  end.connect(ADDRESS);
  return { close: (code) => end.close(code), closeThere: () => socket.close(1001), settle: turns };
};

const overHttp =
  (down: Downstream): Open =>
  async (closed) => {
    const link = new Link();
    const io = new FakeIo((ask) => {
      if (typeof ask.body === "string") return { status: 200, body: new TextEncoder().encode('{"id":"x"}') };
      if (ask.body !== undefined) link.receive(ask.body);
      return { status: 200, body: link.batch().bytes };
    }, 5);
    const end = httpTransport("sse", io, down)({ onclose: closed });
    end.connect(ADDRESS);
    await io.pass(100);
    return {
      close: (code) => end.close(code),
      closeThere: () => link.close(1001, ""),
      settle: () => io.pass(5000),
    };
  };

const overWebRtc: Open = async (closed) => {
  let offered: DialEvents | undefined;
  const end = webRtcTransport({
    now: () => 0,
    soon: (run) => queueMicrotask(run),
    every: () => () => {},
    post: async () => ({ ok: true, status: 200, json: async () => ({ sdp: "answer" }) }),
    dial: async (events) => {
      offered = events;
      return {
        offer: async () => "offer",
        accept: () => {},
        sendDatagram: () => {},
        sendReliable: () => {},
        datagramsWaiting: 0,
        close: () => queueMicrotask(() => events.closed()),
      };
    },
  })({ onclose: closed });
  end.connect(ADDRESS);
  await turns();
  offered?.open();
  const server = new DatagramLine(
    {
      sendDatagram: (bytes) => offered?.datagram(bytes),
      sendReliable: () => {},
      datagramsWaiting: 0,
      close: () => {},
    },
    { frame: () => {}, closed: () => {}, garbled: () => {} },
    { now: () => 0, soon: (run) => run() },
  );
  server.send(Uint8Array.of(10));
  await turns();
  return {
    close: (code) => end.close(code),
    closeThere: () => offered?.reliable(encodeClose(1001, "")),
    async settle() {
      await turns();
      offered?.closed();
      await turns();
    },
  };
};

const overFallback: Open = async (closed) => {
  let socket = new FakeSocket();
  const make = webSocket((made) => {
    socket = made;
  });
  const events: TransportEvents[] = [];
  const io = new FakeIo(() => ({ status: 200, body: new Uint8Array() }), 5);
  const end = fallbackTransport(io, (given) => make(events[events.push(given) - 1] ?? given), {
    blocked: "",
  })({
    onclose: closed,
  });
  end.connect(ADDRESS);
  events[0]?.onmessage?.({ data: Uint8Array.of(10) });
  return { close: (code) => end.close(code), closeThere: () => socket.close(1001), settle: turns };
};

const overSimulatedLine: Open = async (closed) => {
  const clock = new HandClock();
  let socket = new FakeSocket();
  const line = new SimulatedLine(clock, (direction) => seededDice(1 ^ direction));
  const make = webSocket((made) => {
    socket = made;
  });
  const end = line.before(make)({ onclose: closed });
  end.connect(ADDRESS);
  line.profile = { delayMs: 100, jitterMs: 0, loss: 0 };
  return {
    close: (code) => end.close(code),
    closeThere: () => socket.close(1001),
    async settle() {
      await turns();
      clock.pass(1000);
      await turns();
      clock.pass(1000);
    },
  };
};

const httpPeer: Open = async (closed) => {
  const peer = new HttpPeer(() => 0);
  peer.on("close", closed);
  return {
    close: (code) => peer.close(code),
    closeThere: () =>
      void peer.receive(
        encodeBatch({ ack: 0, first: 1, records: [{ type: "close", code: 1001, reason: "" }] }),
      ),
    async settle() {
      await turns();
      peer.terminate();
      await turns();
    },
  };
};

const webRtcPeer: Open = async (closed) => {
  const peer = new WebRtcPeer({ sendDatagram() {}, sendReliable() {}, datagramsWaiting: 0, close() {} });
  peer.on("close", closed);
  return {
    close: (code) => peer.close(code),
    closeThere: () => peer.receive("reliable", encodeClose(1001, "")),
    async settle() {
      peer.terminate();
    },
  };
};

/** Both ends of each transport, by what they are called in the test. */
export const ENDS: Record<string, Open> = {
  "the page's end over websocket": overWebSocket,
  "the page's end over sse": overHttp(serverSentEvents),
  "the page's end over long-polling": overHttp(longPolling),
  "the page's end over polling": overHttp(polling(() => 20)),
  "the page's end over webrtc": overWebRtc,
  "the page's end over auto": overFallback,
  "a simulated line": overSimulatedLine,
  "the server's end over HTTP": httpPeer,
  "the server's end over webrtc": webRtcPeer,
};
