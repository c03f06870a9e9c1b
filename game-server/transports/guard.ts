import { CloseCode } from "@colyseus/core";
import type { TransportName } from "#shared/transport/names.ts";
import { Allowance } from "../net/allowance.ts";
import type { Log } from "../observability/log.ts";
import type { ExpulsionReason, Metrics } from "../observability/metrics.ts";
import type { TransportMeter } from "../observability/transport-meter.ts";
import { isAcceptable, isInputFrame } from "./frames.ts";

/** Frames that a connection may send at once: what an honest one piles up in four seconds, after which it gives its
 * line up, twice over. */
const BURST = 400;
/** Frames a second that it may send for ever: 50 inputs, as many again for a clock that runs fast, and talk. */
const SUSTAINED = 110;

/** The part of a `Peer` that the guard stands in front of. */
export interface Guarded {
  emit(event: string, ...values: unknown[]): boolean;
  once(event: "close", listener: () => void): unknown;
  close(code: number, reason: string): void;
  terminate(): void;
  send(data: unknown, ...rest: unknown[]): void;
}

/** A connection that is guarded. */
export interface Connection {
  readonly transport: TransportName;
  /** Whom limits count it for. */
  readonly address: string;
  readonly log: Log;
}

/** Time (ms) that the close of an expelled connection may take: who does not answer it keeps no seat meanwhile. */
const FAREWELL_MS = 1000;

const expelled = new WeakSet<object>();
const connections = new WeakMap<object, Connection>();

/** Of the one server in this process: the matchmaker of Colyseus allows no second one. */
let metrics: Metrics | undefined;

/** Counts what goes over guarded connections in the metrics of this process' server. */
export function countConnectionsIn(those: Metrics): void {
  metrics = those;
}

/** Whether this connection was ended for what it sent: its seat is not kept. */
export function wasExpelled(peer: object): boolean {
  return expelled.has(peer);
}

/** The transport of a guarded connection, for logs and figures. */
export function transportOf(peer: object): TransportName {
  return connections.get(peer)?.transport ?? "websocket";
}

/**
 * Lets only frames of ours, at a bearable rate, through to whoever listens to this connection. Inputs, which nearly all
 * of them are, come as an event of their own, `input`. `heard` is called for each frame, whatever it is.
 */
export function guard(peer: Guarded, connection: Connection, heard?: () => void): void {
  const { transport, log } = connection;
  connections.set(peer, connection);
  const meter = metrics?.transport(transport);
  if (meter !== undefined) count(peer, meter);
  const pass = peer.emit.bind(peer);
  const allowance = new Allowance(BURST, SUSTAINED, performance.now());
  peer.emit = (event, ...values) => {
    if (event !== "message") return pass(event, ...values);
    if (expelled.has(peer)) return true;
    const [frame] = values;
    heard?.();
    if (frame instanceof Uint8Array) meter?.received(frame.length);
    if (!allowance.take(performance.now())) {
      return expel(peer, "This page sends too many messages.", "flood");
    }
    if (!(frame instanceof Uint8Array) || !isAcceptable(frame)) {
      return expel(peer, "This page sent something that the server does not understand.", "garbage");
    }
    try {
      return isInputFrame(frame) ? pass("input", frame) : pass(event, ...values);
    } catch (error) {
      log.warn({ sparing: { transport }, err: error }, "a frame could not be handled");
      return expel(peer, "The server could not handle what this page sent.", "fault");
    }
  };
}

/** Ends a connection for what it sent, and logs that in a line. Its seat is not kept. */
export function expel(peer: Guarded, words: string, reason: ExpulsionReason = "garbage"): boolean {
  if (expelled.has(peer)) return true;
  expelled.add(peer);
  metrics?.expelled(reason);
  const { transport, address, log } = connections.get(peer) ?? {};
  log?.warn({ sparing: { transport, reason, address } }, "expelled");
  peer.close(CloseCode.WITH_ERROR, words);
  const deadline = setTimeout(() => peer.terminate(), FAREWELL_MS).unref();
  peer.once("close", () => clearTimeout(deadline));
  return true;
}

/** Counts a connection while it is open, and what is sent over it. */
function count(peer: Guarded, meter: TransportMeter): void {
  meter.connections += 1;
  peer.once("close", () => {
    meter.connections -= 1;
  });
  const send = peer.send.bind(peer);
  peer.send = (data, ...rest) => {
    meter.sent(data instanceof Uint8Array ? data.length : 0);
    send(data, ...rest);
  };
}
