import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * The address that limits are counted by. Each of `proxies` trusted proxies has added one entry to the end of
 * `X-Forwarded-For`; what stands before those entries was written by the client itself and is not believed.
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const header = request.headers["x-forwarded-for"];
  const forwarded = (Array.isArray(header) ? header.join(",") : (header ?? ""))
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  const way = [request.socket.remoteAddress ?? "unknown", ...forwarded.reverse()];
  return network(way[Math.min(proxies, way.length - 1)] ?? "unknown");
}

/** An IPv4 address as it is; of an IPv6 address the 64 bits that one household has. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:/, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(zeros).fill("0"), ...right].slice(0, 4).join(":");
}
