import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import type { Config } from "../config.ts";
import { isOwnHost } from "./hosts.ts";

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
      const error = "This is for programs on this machine, which reach the server as localhost.";
      response.status(403).json({ code: 403, error });
      return;
    }
    const error =
      adminToken === undefined
        ? "This is for the administrator: start the server with ADMIN_TOKEN and show it as a bearer token."
        : "This is for the administrator: show ADMIN_TOKEN as a bearer token.";
    response.status(401).set("WWW-Authenticate", "Bearer").json({ code: 401, error });
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
