import { connect, type Socket } from "node:net";
import { PATIENCE_MS, within } from "./wire.ts";

/** A request to send as it is written; each character is a byte. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** The bytes of a request, with a length unless its headers say one. */
export function bytesOf({ method, target, headers, body }: RawRequest): Buffer {
  const has = (name: string): boolean => headers.some(([other]) => other.toLowerCase() === name);
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  if (!has("host")) lines.unshift("Host: 127.0.0.1\r\n");
  if (!has("content-length") && !has("transfer-encoding")) lines.push(`Content-Length: ${body.length}\r\n`);
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n${body}`, "latin1");
}

/** A socket that takes in whatever comes, and whose errors are only its end. */
export function openSocket(port: number): { socket: Socket; closed: Promise<void> } {
  const socket = connect(port, "127.0.0.1");
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => {});
  socket.resume();
  return { socket, closed };
}

/** Sends requests one behind the other on a connection, and resolves when it has ended. Returns the bytes sent. */
export async function sendAll(port: number, requests: readonly Buffer[], ends: boolean): Promise<number> {
  const { socket, closed } = openSocket(port);
  const bytes = Buffer.concat(requests);
  if (ends) socket.end(bytes);
  else socket.write(bytes);
  await within(PATIENCE_MS, closed);
  socket.destroy();
  return bytes.length;
}
