import type { TransportName } from "../contract/names.ts";
import type { DownLine, Downstream } from "../http/connection.ts";
import { longPolling } from "../long-polling/client.ts";
import { serverSentEvents } from "../sse/client.ts";

/** Time (ms) in which the first event must have come: a proxy that gathers responses passes on none. */
export const STREAM_LIMIT_MS = 1500;

/**
 * An event stream, and when nothing comes out of it, long polling on the same connection: the seat is taken
 * already, and could not be taken twice. `told` hears which of the two it is; with `skipStream` it is the second.
 */
export function sseOrLongPolling(skipStream: boolean, told: (name: TransportName) => void): Downstream {
  return {
    listen(line) {
      const poll = (): void => {
        told("long-polling");
        const url = line.url.replace("/transports/sse/", "/transports/long-polling/");
        longPolling.listen?.(derive(line, { url }));
      };
      if (skipStream) {
        poll();
        return;
      }
      told("sse");
      const stream = new AbortController();
      line.signal.addEventListener("abort", () => stream.abort(), { once: true });
      const cancel = line.io.later(STREAM_LIMIT_MS, () => {
        stream.abort();
        if (!line.signal.aborted) poll();
      });
      const take = (batch: Uint8Array): boolean => {
        cancel();
        return line.take(batch);
      };
      serverSentEvents.listen?.(derive(line, { signal: stream.signal, take }));
    },
  };
}

/** The same line but for what is given; what it has received stays live. */
function derive(line: DownLine, change: Partial<DownLine>): DownLine {
  return {
    ...line,
    ...change,
    get received() {
      return line.received;
    },
  };
}
