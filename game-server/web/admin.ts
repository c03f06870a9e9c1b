import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { refusal } from "#shared/refusals/refusal.ts";
import type { Config } from "../config.ts";
import { isOwnHost } from "./hosts.ts";
import { refusalBody } from "./refusal-body.ts";

/** Whether a request shows the token of the administrator, as `Authorization: Bearer TOKEN`. */
export function showsToken(request: IncomingMessage, token: string): boolean {
  const shown = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
  // Compared by their hashes, so that the time it takes tells nothing about the token.
  return timingSafeEqual(digest(shown), digest(token));
}

/** Whether a request comes from this very machine, not through a proxy on it. */
export function isLocal(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  const forwarded = request.headers["x-forwarded-for"] ?? request.headers.forwarded;
  return forwarded === undefined && (address === "::1" || address.startsWith("127."));
}

/**
 * Lets only the administrator pass: whoever shows `ADMIN_TOKEN`, and while none is set, with `local`, programs on
 * this machine. A page in a browser on this machine is none of them, even if its name leads here.
 */
export function adminOnly(config: Config, local: boolean): RequestHandler {
  return (request, response, next) => {
    const { adminToken } = config;
    const may =
      adminToken === undefined
        ? local && isLocal(request) && isOwnHost(request.headers.host, config)
        : showsToken(request, adminToken);
    if (may) {
      next();
      return;
    }
    if (adminToken === undefined && local && !isOwnHost(request.headers.host, config)) {
      response.status(403).json(refusalBody(403, refusal("local_only")));
      return;
    }
    const error = refusal(adminToken === undefined ? "admin_unset" : "admin_only");
    response.status(401).set("WWW-Authenticate", "Bearer").json(refusalBody(401, error));
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
