import type { HttpAnswer, HttpAsk, HttpIo } from "#transports/http/io.ts";

/** What a server does with a request: it answers now, later, or never. */
export type Serve = (ask: HttpAsk) => HttpAnswer | Promise<HttpAnswer>;

/** An answer that never comes. */
export const NEVER = new Promise<HttpAnswer>(() => {});

/** A network on a clock that is turned by hand. Requests take `oneWayMs` each way. */
export class FakeIo implements HttpIo {
  readonly #serve: Serve;
  readonly #oneWayMs: number;
  readonly #timers = new Map<number, { at: number; run: () => void }>();
  #nextTimer = 0;
  #now = 0;
  /** Event streams that are open: what is given to `data` reaches the page. */
  readonly streams: { url: string; data: (text: string) => void; broken: () => void }[] = [];
  readonly farewells: Uint8Array[] = [];
  readonly asked: HttpAsk[] = [];
  #unload: () => void = () => {};

  constructor(serve: Serve, oneWayMs = 50) {
    this.#serve = serve;
    this.#oneWayMs = oneWayMs;
  }

  request(ask: HttpAsk): Promise<HttpAnswer> {
    this.asked.push(ask);
    return new Promise((resolve, reject) => {
      const late = new DOMException("It took too long.", "TimeoutError");
      this.later(ask.timeoutMs, () => reject(late));
      ask.signal.addEventListener("abort", () => reject(new DOMException("Given up.", "AbortError")));
      this.later(this.#oneWayMs, () => {
        Promise.resolve()
          .then(() => this.#serve(ask))
          .then(
            (answer) => this.later(this.#oneWayMs, () => resolve(answer)),
            (error) => reject(error),
          );
      });
    });
  }

  stream(url: string, data: (text: string) => void, broken: () => void): () => void {
    const stream = { url, data, broken };
    this.streams.push(stream);
    return () => void this.streams.splice(this.streams.indexOf(stream), 1);
  }

  farewell(_url: string, body: Uint8Array): void {
    this.farewells.push(body);
  }

  onUnload(run: () => void): () => void {
    this.#unload = run;
    return () => {
      this.#unload = () => {};
    };
  }

  /** The page goes away. */
  unload(): void {
    this.#unload();
  }

  later(ms: number, run: () => void): () => void {
    const timer = this.#nextTimer++;
    this.#timers.set(timer, { at: this.#now + ms, run });
    return () => this.#timers.delete(timer);
  }

  now(): number {
    return this.#now;
  }

  /** Lets `ms` pass, timer by timer, and everything that follows from each. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settle();
      const [next] = [...this.#timers].sort(([a, x], [b, y]) => x.at - y.at || a - b);
      if (next === undefined || next[1].at > end) break;
      this.#timers.delete(next[0]);
      this.#now = next[1].at;
      next[1].run();
    }
    this.#now = end;
    await settle();
  }
}

/** Lets promises run that are ready. */
async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}
