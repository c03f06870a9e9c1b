import { z } from "zod";
import { type ClientPrint, differences } from "./divergence.ts";

/** Times that a print is looked for before it is given up: the server had not taken down that tick. */
const PATIENCE = 3;
/** Examples that are kept. */
const MAX_EXAMPLES = 10;
/** Longest time (ms) to wait for the server's answer. */
const TIMEOUT_MS = 5000;

const answer = z.object({
  fingerprints: z.array(
    z.object({
      tick: z.number(),
      room: z.number(),
      players: z.record(z.string(), z.object({ seen: z.number(), own: z.number() })),
      shown: z.record(z.string(), z.array(z.string())).optional(),
    }),
  ),
});

/** Compares what clients decoded with what the server says that it had sent at the same tick. */
export class Auditor {
  compared = 0;
  diverged = 0;
  readonly examples: string[] = [];
  /** Why nothing is compared, when the server does not let us. */
  note: string | undefined;
  readonly #origin: string;
  readonly #token: string | undefined;
  #waiting: { print: ClientPrint; turns: number }[] = [];

  constructor(origin: string, token: string | undefined) {
    this.#origin = origin;
    this.#token = token;
    if (token === undefined) {
      this.note = "States were not compared: that needs the server's ADMIN_TOKEN (--admin-token).";
    }
  }

  /** Lets the server take down what it sends; it does so while it is asked. */
  async wake(code: string): Promise<void> {
    await this.#ask(code, 0);
  }

  /** Compares these prints, and those that still wait, as far as the server has the same ticks. */
  async compare(prints: readonly ClientPrint[]): Promise<void> {
    if (this.note !== undefined) return;
    this.#waiting.push(...prints.map((print) => ({ print, turns: 0 })));
    const byRoom = Map.groupBy(this.#waiting, ({ print }) => print.code);
    this.#waiting = [];
    for (const [code, waiting] of byRoom) {
      const first = Math.min(...waiting.map(({ print }) => print.tick));
      const theirs = new Map((await this.#ask(code, first - 1)).map((one) => [one.tick, one]));
      for (const { print, turns } of waiting) {
        const fingerprint = theirs.get(print.tick);
        if (fingerprint !== undefined) this.#judge(differences(fingerprint, print));
        else if (turns < PATIENCE) this.#waiting.push({ print, turns: turns + 1 });
      }
    }
  }

  #judge(found: readonly string[]): void {
    this.compared += 1;
    if (found.length === 0) return;
    this.diverged += 1;
    this.examples.push(...found.slice(0, Math.max(0, MAX_EXAMPLES - this.examples.length)));
  }

  async #ask(code: string, after: number): Promise<z.infer<typeof answer>["fingerprints"]> {
    if (this.note !== undefined) return [];
    try {
      const response = await fetch(`${this.#origin}/admin/fingerprints/${code}?after=${after}`, {
        headers: { authorization: `Bearer ${this.#token}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.status === 401) {
        this.note = "States were not compared: the server does not accept this --admin-token.";
      } else if (response.status === 404) {
        this.note = "States were not compared: the server cannot do that.";
      } else if (response.ok) return answer.parse(await response.json()).fingerprints;
    } catch {
      // A server that does not answer now is noticed by the clients; what waits is tried again.
    }
    return [];
  }
}
