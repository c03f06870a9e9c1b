import { Agent, createServer, type IncomingMessage, type Server, ServerResponse } from "node:http";
import { createProxyServer } from "httpxy";
import { inEnglish, refusal } from "#shared/refusals/refusal.ts";
import { limitRequests } from "../http-limits.ts";
import type { Children } from "./children.ts";
import { splitPrefix } from "./prefix.ts";

/** What a stranger may claim about where they come from; only a proxy that is known says so. */
const CLAIMS = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];
/** Longest time (ms) without a byte of an answer: a stream of events says that it is alive more often. */
const SILENT_MS = 3_600_000;

/**
 * The one port of several processes: what begins with the prefix of a process goes there without it, everything else to
 * the next one that works.
 * @param proxies Proxies in front of this port.
 */
export function createFront(children: Pick<Children, "numbers" | "portOf">, proxies: number): Server {
  const agent = new Agent({ keepAlive: true, keepAliveMsecs: 1000, timeout: 4000 });
  const proxy = createProxyServer({ xfwd: true, proxyTimeout: SILENT_MS });
  let turn = 0;
  const anyPort = (): number | undefined => {
    const { numbers } = children;
    return numbers.length === 0 ? undefined : children.portOf(numbers[turn++ % numbers.length] ?? 0);
  };
  /** Where a request goes; its address becomes what that process is asked. */
  const targetOf = (request: IncomingMessage): string | undefined => {
    if (proxies === 0) for (const claim of CLAIMS) delete request.headers[claim];
    const named = splitPrefix(request.url ?? "/");
    if (named !== undefined) request.url = named.rest;
    const port = named === undefined ? anyPort() : children.portOf(named.number);
    return port === undefined ? undefined : `http://127.0.0.1:${port}`;
  };
  proxy.on("error", (_error, _request, to) => {
    if (to instanceof ServerResponse) answerGone(to);
    else to?.destroy();
  });
  const server = createServer((request, response) => {
    const target = targetOf(request);
    if (target === undefined) answerGone(response);
    else proxy.web(request, response, { target, agent }).catch(() => answerGone(response));
  });
  limitRequests(server);
  // Once for each connection: the proxy would add a listener for it with every request that comes by the same one.
  server.timeout = SILENT_MS;
  server.on("upgrade", (request, _socket, head) => {
    const { socket } = request;
    socket.on("error", () => socket.destroy());
    const target = targetOf(request);
    if (target === undefined) socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n");
    else proxy.ws(request, socket, { target }, head).catch(() => socket.destroy());
  });
  return server;
}

function answerGone(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const error = refusal("process_gone");
  response.writeHead(503, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify({ code: 503, error, sentence: inEnglish(error) }));
}
