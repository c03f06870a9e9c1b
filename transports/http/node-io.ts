import { EventStreamParser } from "./event-stream.ts";
import type { HttpIo } from "./io.ts";

/** Node, as the transports over HTTP see it. */
export const nodeIo: HttpIo = {
  async request({ method, url, body, type, timeoutMs, signal }) {
    const response = await fetch(url, {
      method,
      ...(body === undefined ? {} : { body, headers: { "Content-Type": type ?? "text/plain" } }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
  },

  stream(url, data, broken) {
    const abort = new AbortController();
    read(url, data, abort.signal)
      // However it ended: unless it was ended from here, it broke.
      .catch(() => {})
      .then(() => {
        if (!abort.signal.aborted) broken();
      });
    return () => abort.abort();
  },

  farewell(url, body) {
    // Nobody is left to hear how it went.
    fetch(url, { method: "POST", body, headers: { "Content-Type": "application/octet-stream" } })
      .then((response) => response.arrayBuffer())
      .catch(() => {});
  },

  // A process that ends has nobody to say good-bye to first.
  onUnload: () => () => {},

  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },

  now: () => performance.now(),
};

async function read(url: string, data: (text: string) => void, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, { headers: { Accept: "text/event-stream" }, signal });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    return;
  }
  const parser = new EventStreamParser(data);
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) parser.push(text);
}
