import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { UpgradeRefusal } from "../contract/upgrade.ts";

/** Answers an upgrade that is refused, as JSON like every other refusal, and ends its socket. */
export function refuseUpgrade(socket: Duplex, { status, ...said }: UpgradeRefusal): void {
  const body = JSON.stringify({ code: status, ...said });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Refused"}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.once("finish", () => socket.destroy());
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
