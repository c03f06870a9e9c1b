import type { MovableTransport } from "./movable.ts";

/** Where a transport reports to. The handlers are exchanged while it runs: look them up at each call. */
export interface TransportEvents {
  onopen?: ((event: unknown) => void) | null;
  onmessage?: ((event: { data: ArrayBuffer | Uint8Array }) => void) | null;
  /** Once per connection, after which nothing more is reported. */
  onclose?: ((event: { code: number; reason: string }) => void) | null;
  onerror?: ((event: { code: number; reason: string }) => void) | null;
}

/**
 * The player's end of a transport, in the shape that the Colyseus SDK drives: `connect` may be called again after
 * a close, with another address of the same kind.
 */
export interface ClientTransport {
  /** The transport that is really used, by its name; with "auto" it may differ from one connection to the next. */
  readonly name: string;
  /** Why it is this one, as `reason` says it; empty when it was asked for and works. */
  readonly reason: string;
  readonly isOpen: boolean;
  /** What can move to another transport, where this or what is below it can. */
  readonly movable?: MovableTransport | undefined;
  /**
   * Begins a connection.
   * @param url `ws://host/PROCESS/ROOM?sessionId=…[&reconnectionToken=…][&skipHandshake=1]`, as the SDK builds it.
   */
  connect(url: string, headers?: unknown): void;
  /** Sends one frame. The bytes are copied before this returns: the SDK uses its buffer again. */
  send(frame: Uint8Array): void;
  /** Sends a frame that may be lost; over what has no such channel it is an ordinary one. */
  sendUnreliable(frame: Uint8Array): void;
  close(code?: number, reason?: string): void;
}

/** Makes the player's end of a transport that reports to `events`. */
export type ClientTransportFactory = (events: TransportEvents) => ClientTransport;
