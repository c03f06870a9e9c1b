import { z } from "zod";
import { differences, type PlacedPrint } from "./divergence.ts";

/** Times that a print is looked for before it is given up: the server had not taken down that tick. */
const PATIENCE = 3;
/** Examples that are kept. */
const MAX_EXAMPLES = 10;
/** A process is not woken again within this time (ms). */
const AWAKE_MS = 1000;
/** Longest time (ms) to wait for the server's answer. */
const TIMEOUT_MS = 5000;

const answer = z.object({
  fingerprints: z.array(
    z.object({
      tick: z.number(),
      room: z.object({ match: z.number(), seats: z.number(), things: z.number() }),
      players: z.record(z.string(), z.object({ seen: z.number(), own: z.number() })),
      shown: z.record(z.string(), z.array(z.string())).optional(),
    }),
  ),
});

/** Compares what clients decoded with what the server says that it had sent at the same tick. */
export class Auditor {
  compared = 0;
  diverged = 0;
  /** Of those compared: states that clients got after a move. */
  comparedAfterMoves = 0;
  readonly examples: string[] = [];
  /** Why nothing is compared, when the server does not let us. */
  note: string | undefined;
  readonly #token: string | undefined;
  /** By address of the process: when it was woken last (ms). */
  readonly #woken = new Map<string, number>();
  #waiting: { print: PlacedPrint; turns: number }[] = [];

  constructor(token: string | undefined) {
    this.#token = token;
    if (token === undefined) {
      this.note = "States were not compared: that needs the server's ADMIN_TOKEN (--admin-token).";
    }
  }

  /** Lets the process that has a room take down what it sends; it does so while it is asked. */
  async wake(place: string, code: string): Promise<void> {
    const now = performance.now();
    if (now - (this.#woken.get(place) ?? Number.NEGATIVE_INFINITY) < AWAKE_MS) return;
    this.#woken.set(place, now);
    await this.#ask(place, code, 0);
  }

  /** Compares these prints, and those that still wait, as far as the server has the same ticks. */
  async compare(prints: readonly PlacedPrint[]): Promise<void> {
    if (this.note !== undefined) return;
    this.#waiting.push(...prints.map((print) => ({ print, turns: 0 })));
    const byRoom = Map.groupBy(this.#waiting, ({ print }) => `${print.place} ${print.code}`);
    this.#waiting = [];
    for (const waiting of byRoom.values()) {
      const [one] = waiting;
      if (one === undefined) continue;
      const { place, code } = one.print;
      const first = Math.min(...waiting.map(({ print }) => print.tick));
      const theirs = new Map((await this.#ask(place, code, first - 1)).map((one) => [one.tick, one]));
      for (const { print, turns } of waiting) {
        const fingerprint = theirs.get(print.tick);
        if (fingerprint !== undefined) this.#judge(print, differences(fingerprint, print));
        else if (turns < PATIENCE) this.#waiting.push({ print, turns: turns + 1 });
      }
    }
  }

  #judge({ hasMoved }: PlacedPrint, found: readonly string[]): void {
    this.compared += 1;
    if (hasMoved) this.comparedAfterMoves += 1;
    if (found.length === 0) return;
    this.diverged += 1;
    this.examples.push(...found.slice(0, Math.max(0, MAX_EXAMPLES - this.examples.length)));
  }

  async #ask(place: string, code: string, after: number): Promise<z.infer<typeof answer>["fingerprints"]> {
    if (this.note !== undefined) return [];
    try {
      const response = await fetch(`${place}/admin/fingerprints/${code}?after=${after}`, {
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
