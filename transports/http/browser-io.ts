import type { HttpAsk, HttpIo } from "./io.ts";
import { quietFetch } from "./quiet-fetch.ts";

/** Sends a request of a transport. */
export function sendRequest({ method, url, body, type, timeoutMs, signal }: HttpAsk): Promise<Response> {
  // Only what opens a connection is refused in the course of things. Batches are many, and stay short.
  const send = type === "application/json" ? quietFetch : fetch;
  return send(url, {
    method,
    ...(body === undefined ? {} : { body, headers: { "Content-Type": type ?? "text/plain" } }),
    cache: "no-store",
    signal: endOf(signal, timeoutMs),
  });
}

/** Aborts with a signal or after a time (ms). `AbortSignal.any` is younger than much else that the page needs. */
function endOf(signal: AbortSignal, timeoutMs: number): AbortSignal {
  const either = new AbortController();
  const abort = (): void => either.abort(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort, { once: true });
  setTimeout(() => {
    signal.removeEventListener("abort", abort);
    either.abort(new DOMException("The server took too long.", "TimeoutError"));
  }, timeoutMs);
  return either.signal;
}

/** The browser, as the transports over HTTP see it. */
export const browserIo: HttpIo = {
  async request(ask) {
    const response = await sendRequest(ask);
    return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
  },

  stream(url, data, broken) {
    const source = new EventSource(url);
    source.onmessage = (event) => data(String(event.data));
    source.onerror = () => {
      // It would try again by itself, from where this request began; the connection knows better from where.
      source.close();
      broken();
    };
    return () => source.close();
  },

  farewell(url, body) {
    // Nobody is left to hear how it went.
    fetch(url, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/octet-stream" },
      keepalive: true,
    }).catch(() => {});
  },

  onUnload(run) {
    addEventListener("pagehide", run, { once: true });
    return () => removeEventListener("pagehide", run);
  },

  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },

  now: () => performance.now(),
};
