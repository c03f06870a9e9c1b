/** A request of a transport. */
export interface HttpAsk {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly body?: Uint8Array<ArrayBuffer> | string;
  /** Type of the body. */
  readonly type?: string;
  /** Time (ms) after which it counts as lost. */
  readonly timeoutMs: number;
  /** Gives it up. */
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

/** All that a transport over HTTP needs of the world around it: a browser, Node, or a test. */
export interface HttpIo {
  /** Rejects when no complete answer came: lost, late or given up. */
  request(ask: HttpAsk): Promise<HttpAnswer>;
  /**
   * Opens an event stream. `data` is called with the data of each event, `broken` once when it ends by itself; the
   * returned function ends it.
   */
  stream(url: string, data: (text: string) => void, broken: () => void): () => void;
  /** Sends a last request of which nobody hears the answer, and which survives the end of the page. */
  farewell(url: string, body: Uint8Array<ArrayBuffer>): void;
  /** Calls `run` once when the page goes away. The returned function forgets it. */
  onUnload(run: () => void): () => void;
  /** Calls `run` after `ms`. The returned function forgets it. */
  later(ms: number, run: () => void): () => void;
  /** ms of a clock that only goes forward. */
  now(): number;
}
