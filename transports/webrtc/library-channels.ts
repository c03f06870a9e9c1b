import { DATAGRAM_CHANNEL, RELIABLE_CHANNEL } from "./contract.ts";
import type { ChannelEvents, Channels } from "./datagrams/channels.ts";

/** The part of a data channel of the library (node-datachannel) that is used. */
export interface LibraryChannel {
  isOpen(): boolean;
  bufferedAmount(): number;
  sendMessageBinary(bytes: Uint8Array): boolean;
  onOpen(callback: () => void): void;
  onClosed(callback: () => void): void;
  onMessage(callback: (message: string | ArrayBuffer | Uint8Array) => void): void;
}

/** The part of a connection of the library that is used. */
export interface LibraryConnection {
  createDataChannel(
    label: string,
    options: { negotiated: boolean; id: number; unordered?: boolean; maxRetransmits?: number },
  ): LibraryChannel;
  onStateChange(callback: (state: string) => void): void;
  onGatheringStateChange(callback: (state: string) => void): void;
  localDescription(): { sdp: string } | null;
  close(): void;
}

/**
 * The two channels on a connection of the library, at either end. All of its handlers are set, or its process could
 * not end; and they only note what happened: an error that is thrown into the library ends the process.
 */
export class LibraryChannels implements Channels {
  /** This end's description with all its candidates. */
  readonly description: Promise<string>;
  readonly #connection: LibraryConnection;
  readonly #reliable: LibraryChannel;
  readonly #datagrams: LibraryChannel;
  readonly #broken: () => void;

  /** @param soon Calls back once the present turn is done, in order. */
  constructor(connection: LibraryConnection, events: ChannelEvents, soon: (callback: () => void) => void) {
    this.#connection = connection;
    this.#broken = () => soon(events.closed);
    this.description = new Promise((resolve) => {
      connection.onGatheringStateChange((state) => {
        if (state === "complete") resolve(connection.localDescription()?.sdp ?? "");
      });
    });
    connection.onStateChange((state) => {
      if (state === "failed" || state === "closed") soon(events.closed);
    });
    this.#reliable = connection.createDataChannel(RELIABLE_CHANNEL.label, {
      negotiated: true,
      id: RELIABLE_CHANNEL.id,
    });
    this.#datagrams = connection.createDataChannel(DATAGRAM_CHANNEL.label, {
      negotiated: true,
      id: DATAGRAM_CHANNEL.id,
      unordered: true,
      maxRetransmits: DATAGRAM_CHANNEL.maxRetransmits,
    });
    let open = 0;
    for (const [channel, receive] of [
      [this.#reliable, events.reliable],
      [this.#datagrams, events.datagram],
    ] as const) {
      channel.onMessage((message) => {
        const bytes =
          typeof message === "string" ? new TextEncoder().encode(message) : new Uint8Array(message);
        soon(() => receive(bytes));
      });
      channel.onOpen(() => {
        open += 1;
        if (open === 2) soon(events.open);
      });
      channel.onClosed(() => soon(events.closed));
    }
  }

  get datagramsWaiting(): number {
    return this.#datagrams.isOpen() ? this.#datagrams.bufferedAmount() : 0;
  }

  sendDatagram(bytes: Uint8Array): void {
    this.#send(this.#datagrams, bytes);
  }

  sendReliable(bytes: Uint8Array): void {
    this.#send(this.#reliable, bytes);
  }

  close(): void {
    this.#connection.close();
  }

  /**
   * The library throws when the other end has just gone, while the channel still counts as open, and when the other end
   * has said that it takes no message of this length. Either way nothing more goes over this connection.
   */
  #send(channel: LibraryChannel, bytes: Uint8Array): void {
    try {
      if (channel.isOpen()) channel.sendMessageBinary(bytes);
    } catch {
      this.#broken();
    }
  }
}
