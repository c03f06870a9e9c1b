/**
 * What carrying a message costs beyond the message itself, on the layers that differ between the transports. The ones
 * below, which are alike for all (TLS, TCP or UDP, IP), are left out.
 */

/** Bytes of a payload, and of all that is sent around it. */
export interface Cost {
  readonly payload: number;
  readonly overhead: number;
}

/** Header (bytes) of a WebSocket frame (RFC 6455, 5.2). What a browser sends is masked, which takes four more. */
export function socketHeader(payload: number, masked: boolean): number {
  const length = payload < 126 ? 2 : payload < 65_536 ? 4 : 10;
  return length + (masked ? 4 : 0);
}

/**
 * Bytes around one message on a data channel: SCTP header and data chunk (RFC 9260: 12 + 16), DTLS 1.2 record with
 * AES-GCM (13 + 8 + 16). Messages that share a packet, and acknowledgements, are not seen from the page.
 */
export const DATAGRAM_OVERHEAD = 12 + 16 + 13 + 8 + 16;

/** An event of server-sent events: its data in base64, `data:` and two line ends around it, in a chunk of HTTP/1.1. */
export function eventCost(dataLength: number, payload: number): Cost {
  const event = "data:".length + dataLength + 2;
  const chunk = event.toString(16).length + 4;
  return { payload, overhead: event + chunk - payload };
}

/** The head of a response as HTTP/1.1 writes it, out of what the page may see of it. */
export function responseHead(
  status: number,
  statusText: string,
  headers: Iterable<[string, string]>,
): string {
  let text = `HTTP/1.1 ${status} ${statusText}\r\n`;
  for (const [name, value] of headers) text += `${name}: ${value}\r\n`;
  return `${text}\r\n`;
}

/** The head of a request of this page as it came to the server, and the path that it asked for. */
export interface RequestHead {
  readonly text: string;
  readonly path: string;
}

/** The same head for another path: everything else of it is the same for every request of a page. */
export function headFor(head: RequestHead, url: string): string {
  const { pathname, search } = new URL(url);
  return head.text.replace(head.path, pathname + search);
}
