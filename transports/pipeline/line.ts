import type { Peer } from "../contract/peer.ts";
import type { Down, Stage, Up } from "../contract/stage.ts";
import { Meter, type TransportMeter } from "./meter.ts";
import { chain } from "./stage.ts";

/** What a session is told of its connection. */
export interface Connection {
  /** The transport by its name. */
  readonly transport: string;
  /** Whom limits count it for. */
  readonly address: string;
  /** A stage right at the connection, for transports that have one. */
  readonly edge?: Stage;
}

/** One connection of a session, behind the stages that are its own. */
export class Line {
  readonly peer: Peer;
  readonly transport: string;
  /** Sends a frame to the player. */
  readonly send: Down;
  /** Takes what comes. The session exchanges it when the line becomes the one that it uses, and when it no longer is. */
  receive: Up;

  constructor(peer: Peer, connection: Connection, counts: TransportMeter, receive: Up) {
    const { transport, edge = {} } = connection;
    this.peer = peer;
    this.transport = transport;
    this.receive = receive;
    const { up, down } = chain(
      [edge, new Meter(counts)],
      (frame, done) => peer.send(frame, undefined, done),
      (frame) => this.receive(frame),
    );
    this.send = down;
    peer.on("message", up);
    counts.connections += 1;
    peer.once("close", () => {
      counts.connections -= 1;
    });
  }
}
