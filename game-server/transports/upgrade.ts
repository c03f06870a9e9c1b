import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** Why an upgrade is refused: an HTTP status and a sentence. */
export interface UpgradeRefusal {
  status: number;
  error: string;
}

/** A condition that an upgrade must meet. Returns why it does not, or undefined. */
export type UpgradeCheck = (request: IncomingMessage, socket: Duplex) => UpgradeRefusal | undefined;

/** Answers an upgrade that is refused, as JSON like every other refusal, and ends its socket. */
export function refuseUpgrade(socket: Duplex, { status, error }: UpgradeRefusal): void {
  const body = JSON.stringify({ code: status, error });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Refused"}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.once("finish", () => socket.destroy());
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
