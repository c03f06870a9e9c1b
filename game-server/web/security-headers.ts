import type { RequestHandler } from "express";
import { type HostConfig, hostOf, protocolOf } from "./hosts.ts";
import { ROUTES } from "./routes.ts";

/** What the page uses of the browser; nothing else of what could be asked for. */
const PERMISSIONS = [
  ...["autoplay", "clipboard-write", "fullscreen", "gamepad", "microphone"].map(
    (feature) => `${feature}=(self)`,
  ),
  ...[
    "accelerometer",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "midi",
    "payment",
    "publickey-credentials-get",
    "serial",
    "usb",
    "xr-spatial-tracking",
  ].map((feature) => `${feature}=()`),
].join(", ");

/** For answers that no browser shows: they are many, and short. */
const ANSWER = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
};

/** Tells browsers what a page of this server may do: what ours does, and nothing more. */
export function securityHeaders(config: HostConfig): RequestHandler {
  return (request, response, next) => {
    if (request.path.startsWith(ROUTES.transports)) {
      response.set(ANSWER);
      next();
      return;
    }
    const host = hostOf(request, config);
    response.set({
      "Content-Security-Policy": pagePolicy(host, config.allowedOrigins),
      "Permissions-Policy": PERMISSIONS,
      "Referrer-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    });
    // Browsers ignore it, with a complaint, on pages that came over an unencrypted network.
    const secure = protocolOf(request, config) === "https:" || config.publicUrl?.startsWith("https:");
    if (secure || isLoopback(host)) response.set("Cross-Origin-Opener-Policy", "same-origin");
    next();
  };
}

/** Scripts, styles and workers are files of ours. Pictures are also drawn as SVG in the page, and decoded by Phaser. */
function pagePolicy(host: string | undefined, embedders: readonly string[]): string {
  // Older browsers do not count sockets as 'self'.
  const sockets = host === undefined ? "" : ` ws://${host} wss://${host}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self'${sockets}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${embedders.length > 0 ? embedders.join(" ") : "'none'"}`,
  ].join("; ");
}

function isLoopback(host: string | undefined): boolean {
  const name = host?.replace(/:\d+$/, "");
  return name === "localhost" || name === "[::1]" || (name?.startsWith("127.") ?? false);
}
