import type { DownLine, Downstream } from "../http/connection.ts";
import { RETRY_MS } from "../http/timing.ts";

/** Server-sent events: one response that never ends. An event's data is a batch in base64, for events are text. */
export const serverSentEvents: Downstream = {
  listen(line) {
    let stop = (): void => {};
    line.signal.addEventListener("abort", () => stop(), { once: true });
    const open = (): void => {
      if (line.signal.aborted) return;
      stop = line.io.stream(
        `${line.url}?ack=${line.received}`,
        (text) => receive(line, text),
        () => {
          line.failed(undefined);
          line.io.later(RETRY_MS, open);
        },
      );
    };
    open();
  },
};

function receive(line: DownLine, text: string): void {
  line.take(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
}
