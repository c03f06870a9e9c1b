/** Two channels to the other end, open. */
export interface Channels {
  /** Sends what may be lost or overtaken. */
  sendDatagram(bytes: Uint8Array<ArrayBuffer>): void;
  /** Sends what arrives, in order. */
  sendReliable(bytes: Uint8Array<ArrayBuffer>): void;
  /** Bytes of datagrams that have not left yet. */
  readonly datagramsWaiting: number;
  /** Ends both at once. */
  close(): void;
}

/** Whom a pair of channels reports to. */
export interface ChannelEvents {
  /** Both are open. A message that the other end sent at once may be reported before. */
  open(): void;
  datagram(bytes: Uint8Array): void;
  reliable(bytes: Uint8Array): void;
  /** Either has ended, or the connection has failed. May be called more than once. */
  closed(): void;
}
