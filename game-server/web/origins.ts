import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { inEnglish, refusal } from "#shared/refusals/refusal.ts";
import { REFUSALS } from "#transports/contract/refusals.ts";
import type { UpgradeCheck } from "#transports/contract/upgrade.ts";
import { type HostConfig, hostOf, protocolOf } from "./hosts.ts";
import { refusalBody } from "./refusal-body.ts";
import { ROUTES } from "./routes.ts";

/** What a page of an allowed origin may send beyond what every page may. */
const CORS = {
  "Access-Control-Allow-Methods": "GET, POST",
  "Access-Control-Allow-Headers": `Content-Type, ${REFUSALS.asked}`,
  "Access-Control-Expose-Headers": REFUSALS.status,
  "Access-Control-Max-Age": "600",
};

/** Where even a GET does something: it acknowledges what came, or holds a connection. */
const CHANGED_BY_GET: readonly string[] = [ROUTES.matchmake, ROUTES.transports, ROUTES.roomStream];

/**
 * Why a request may not change anything: the page that sends it is of another site. Undefined when it may. Programs send no
 * `Origin`, and a browser always does where it matters.
 */
export function foreignOrigin(request: IncomingMessage, config: HostConfig): string | undefined {
  const { origin } = request.headers;
  if (origin === undefined || isAllowed(origin, config) || isSameHost(origin, request, config))
    return undefined;
  return refusal("foreign_page");
}

/** Whether an `Origin` is one that the operator has named. `null`, that of a sandboxed or local page, never is. */
function isAllowed(origin: string, { publicUrl, allowedOrigins }: HostConfig): boolean {
  return allowedOrigins.includes(origin) || (publicUrl !== undefined && new URL(publicUrl).origin === origin);
}

function isSameHost(origin: string, request: IncomingMessage, config: HostConfig): boolean {
  const host = hostOf(request, config);
  const from = URL.parse(origin);
  if (host === undefined || from === null || from.origin !== origin) return false;
  if (from.protocol !== "http:" && from.protocol !== "https:") return false;
  // A proxy that speaks TLS and does not say so is common; one that says so is believed.
  if (config.proxies > 0 && (protocolOf(request, config) ?? from.protocol) !== from.protocol) return false;
  // Read by the protocol of the page, so that its usual port may be left out on either side.
  return URL.parse(`${from.protocol}//${host}`)?.host === from.host;
}

/**
 * Refuses what pages of other sites send to change something, and answers the questions of browsers (CORS) for those that
 * are allowed; no other page may read an answer.
 */
export function sameOrigin(config: HostConfig): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    if (config.allowedOrigins.length > 0) response.vary("Origin");
    const allowed = origin !== undefined && isAllowed(origin, config);
    if (allowed) {
      response.set({ "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true" });
    }
    if (request.method === "OPTIONS" && allowed) {
      response.status(204).set(CORS).end();
      return;
    }
    if (allowed) response.set("Access-Control-Expose-Headers", CORS["Access-Control-Expose-Headers"]);
    const reads = request.method === "GET" || request.method === "HEAD";
    const changes = !reads || CHANGED_BY_GET.some((prefix) => request.path.startsWith(prefix));
    const error = changes ? foreignOrigin(request, config) : undefined;
    if (error === undefined) next();
    else response.status(403).json(refusalBody(403, error));
  };
}

/** The same for sockets, which browsers open to any site without asking. */
export function sameOriginSockets(config: HostConfig): UpgradeCheck {
  return (request) => {
    const error = foreignOrigin(request, config);
    return error === undefined ? undefined : { status: 403, error, sentence: inEnglish(error) };
  };
}
