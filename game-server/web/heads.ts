import type { Request, Response } from "express";

/** Headers that are secrets of their sender: a page that may not read them does not read them here. */
const SECRET = new Set(["cookie", "authorization", "proxy-authorization"]);

/**
 * Answers the head of the request as it came, so that the lab can say what a request really costs; no page sees
 * its own. Secrets are told by their length only.
 */
export function tellHead(request: Request, response: Response): void {
  let head = `${request.method} ${request.originalUrl} HTTP/${request.httpVersion}\r\n`;
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
    const name = request.rawHeaders[i] ?? "";
    const value = request.rawHeaders[i + 1] ?? "";
    head += `${name}: ${SECRET.has(name.toLowerCase()) ? "*".repeat(value.length) : value}\r\n`;
  }
  response.set("Cache-Control", "no-store").type("text/plain").send(`${head}\r\n`);
}
