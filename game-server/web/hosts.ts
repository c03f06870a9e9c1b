import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { hostname } from "node:os";
import type { Config } from "../config.ts";

/** A host name or address with a port, and nothing that could mean more in a header or a page. */
const HOST = /^(?:[\w.-]{1,255}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** What the hosts of a request are judged by. */
export type HostConfig = Pick<Config, "publicUrl" | "allowedOrigins" | "proxies">;

/** The host, with its port, that a browser has in its address bar; undefined when the request names none. */
export function hostOf(
  request: IncomingMessage,
  { proxies }: Pick<HostConfig, "proxies">,
): string | undefined {
  const host = forwarded(request, "x-forwarded-host", proxies) ?? request.headers.host ?? "";
  return HOST.test(host) ? host.toLowerCase() : undefined;
}

/** The protocol that a browser speaks, as far as a trusted proxy tells; this server itself speaks HTTP only. */
export function protocolOf(
  request: IncomingMessage,
  { proxies }: Pick<HostConfig, "proxies">,
): "http:" | "https:" | undefined {
  const said = forwarded(request, "x-forwarded-proto", proxies)?.toLowerCase();
  if (said === "https" || said === "wss") return "https:";
  if (said === "http" || said === "ws") return "http:";
  return proxies === 0 ? "http:" : undefined;
}

/**
 * Whether a host, as it stands in the header `Host`, is a name of this server: an address, a name of this machine, or what
 * the operator said. Any other name may have been pointed at this machine by a stranger, to let a page of theirs pass as one
 * of ours (DNS rebinding).
 */
export function isOwnHost(host: string | undefined, config: HostConfig): boolean {
  if (host === undefined || !HOST.test(host)) return false;
  const name = host.toLowerCase().replace(/:\d+$/, "");
  if (name.startsWith("[") || isIP(name) !== 0) return true;
  const machine = hostname().toLowerCase();
  if (["localhost", machine, `${machine}.local`].includes(name) || name.endsWith(".localhost")) return true;
  const said = [config.publicUrl, ...config.allowedOrigins];
  return said.some((url) => url !== undefined && new URL(url).hostname === name);
}

/** Where a request has reached this server, to be used in links; undefined when its host is none of ours. */
export function baseOf(request: IncomingMessage, config: HostConfig): string | undefined {
  if (config.publicUrl !== undefined) return config.publicUrl;
  const host = hostOf(request, config);
  return isOwnHost(host, config) ? `${protocolOf(request, config) ?? "http:"}//${host}` : undefined;
}

/** An entry that a trusted proxy has added: each adds one to the end, or replaces what was there. */
function forwarded(request: IncomingMessage, name: string, proxies: number): string | undefined {
  if (proxies === 0) return undefined;
  const header = request.headers[name];
  const entries = String(header ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return entries[Math.max(0, entries.length - proxies)];
}
