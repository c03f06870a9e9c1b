import { MAX_CANDIDATES, type VoiceCandidate } from "#shared/voice.ts";
import type { Connection, ConnectionEvents, Description } from "./connection.ts";

/** Ways to reach a browser are collected for so long (ms): a signal for each would be too many. */
const COLLECT_MS = 40;

export interface PairDeps {
  /** Gives way when both ends offer at once. */
  readonly polite: boolean;
  open(events: ConnectionEvents): Connection;
  describe(description: Description): void;
  candidates(candidates: readonly VoiceCandidate[]): void;
  connected(): void;
  failed(): void;
  /** Calls back once; returns what calls it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/**
 * The negotiation of one connection ("perfect negotiation"): either end may offer at any time, and when both do, the polite one takes
 * its offer back. Whatever comes is done one after the other, in the order in which it came.
 */
export class Pair {
  readonly #deps: PairDeps;
  readonly #connection: Connection;
  #queue: Promise<void> = Promise.resolve();
  /** The last offer of the other end was not taken: nor is what belongs to it. */
  #ignores = false;
  #collected: VoiceCandidate[] = [];
  #stopCollecting: (() => void) | undefined;
  #isClosed = false;

  constructor(deps: PairDeps) {
    this.#deps = deps;
    const unlessClosed = (run: () => void) => (): void => {
      if (!this.#isClosed) run();
    };
    this.#connection = deps.open({
      negotiate: () => this.#then(() => this.#offer()),
      candidate: (candidate) => this.#collect(candidate),
      connected: unlessClosed(deps.connected),
      failed: unlessClosed(deps.failed),
    });
  }

  /** The other end offers or answers. */
  take(description: Description): void {
    this.#then(() => this.#take(description));
  }

  /** The other end can be reached so. */
  reach(candidates: readonly VoiceCandidate[]): void {
    this.#then(async () => {
      if (this.#ignores) return;
      for (const candidate of candidates) await this.#connection.reach(candidate);
    });
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#stopCollecting?.();
    this.#connection.close();
  }

  async #offer(): Promise<void> {
    // The other end was quicker: what there is to agree on is in the answer.
    if (!this.#connection.hasOffered) this.#say(await this.#connection.describe());
  }

  async #take(description: Description): Promise<void> {
    const { hasOffered } = this.#connection;
    const isOffer = description.type === "offer";
    this.#ignores = isOffer && hasOffered && !this.#deps.polite;
    if (this.#ignores || (!isOffer && !hasOffered)) return;
    await this.#connection.accept(description);
    if (isOffer) this.#say(await this.#connection.describe());
  }

  #say(description: Description): void {
    if (!this.#isClosed) this.#deps.describe(description);
  }

  #collect(candidate: VoiceCandidate): void {
    this.#collected.push(candidate);
    this.#stopCollecting ??= this.#deps.after(COLLECT_MS, () => {
      this.#stopCollecting = undefined;
      // Behind the description that they belong to, also when that takes long.
      this.#then(async () => this.#tell());
    });
  }

  #tell(): void {
    while (this.#collected.length > 0) this.#deps.candidates(this.#collected.splice(0, MAX_CANDIDATES));
  }

  /** Does something when all before it is done. What goes wrong in a signal of the other end shows in no connection being made. */
  #then(run: () => Promise<void>): void {
    this.#queue = this.#queue.then(async () => {
      if (this.#isClosed) return;
      try {
        await run();
      } catch (error) {
        if (!this.#isClosed) console.info("Voice: a signal was of no use:", error);
      }
    });
  }
}
