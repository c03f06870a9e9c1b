/** Counts what goes over one kind of transport: messages and their bytes, without the framing of the transport. */
export class TransportMeter {
  /** Connections that are open now. */
  connections = 0;
  messagesIn = 0;
  messagesOut = 0;
  bytesIn = 0;
  bytesOut = 0;

  /** Notes a message from a client. */
  received(bytes: number): void {
    this.messagesIn += 1;
    this.bytesIn += bytes;
  }

  /** Notes a message to a client. */
  sent(bytes: number): void {
    this.messagesOut += 1;
    this.bytesOut += bytes;
  }
}
