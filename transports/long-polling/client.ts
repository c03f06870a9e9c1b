import type { Downstream } from "../http/connection.ts";
import { ANSWER_MS, HOLD_MS, RETRY_MS } from "../http/timing.ts";

/** Long polling: a request that the server answers when there is something to tell, and at once the next one. */
export const longPolling: Downstream = {
  listen(line) {
    const poll = async (): Promise<void> => {
      while (!line.signal.aborted) {
        try {
          const url = `${line.url}?ack=${line.received}`;
          const { signal } = line;
          const answer = await line.io.request({
            method: "GET",
            url,
            timeoutMs: HOLD_MS + ANSWER_MS,
            signal,
          });
          if (answer.status === 200 && line.take(answer.body)) continue;
          line.failed(answer.status);
        } catch (error) {
          line.failed(error);
        }
        await new Promise<void>((resolve) => line.io.later(RETRY_MS, resolve));
      }
    };
    void poll();
  },
};
