/** How long (ms) lines of a kind are counted before they are summed up. */
const WINDOW_MS = 60_000;
/** Kinds that are told apart in a window; whatever is beyond shares one kind for each sentence. */
const MAX_KINDS = 64;

/** What makes two lines of the same words different: a reason, an address. Short values from closed or bounded sets. */
export type Kind = Readonly<Record<string, string | number | undefined>>;

/** Lines of one kind that were not written. */
export interface Repeated {
  readonly level: number;
  readonly words: string;
  readonly kind: Kind;
  /** How many. */
  readonly times: number;
}

/**
 * Keeps what a stranger can cause as often as they like from filling the log: of each kind the first line of a window is
 * written, and how many followed in one more line when it ends. However many they send, from however many addresses, a
 * window holds a bounded number of lines.
 */
export class RepeatedLines {
  readonly #sumUp: (repeated: Repeated) => void;
  readonly #windowMs: number;
  readonly #kinds = new Map<string, { level: number; words: string; kind: Kind; times: number }>();
  #timer: NodeJS.Timeout | undefined;

  /** `sumUp` is called when a window ends, for each kind of which more than the first line came. */
  constructor(sumUp: (repeated: Repeated) => void, windowMs = WINDOW_MS) {
    this.#sumUp = sumUp;
    this.#windowMs = windowMs;
  }

  /** Whether a line is to be written; else it is counted. `words` come from the code, never from a stranger. */
  admits(level: number, words: string, kind: Kind): boolean {
    const own = JSON.stringify([words, kind]);
    const isTooMany = !this.#kinds.has(own) && this.#kinds.size >= MAX_KINDS;
    const key = isTooMany ? JSON.stringify([words]) : own;
    const known = this.#kinds.get(key);
    if (known !== undefined) {
      known.times += 1;
      return false;
    }
    this.#kinds.set(key, { level, words, kind: isTooMany ? {} : kind, times: 0 });
    this.#timer ??= setTimeout(() => this.endWindow(), this.#windowMs).unref();
    return true;
  }

  /** Sums up what was not written, and begins a new window. */
  endWindow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const kinds = [...this.#kinds.values()];
    this.#kinds.clear();
    for (const { level, words, kind, times } of kinds) {
      if (times > 0) this.#sumUp({ level, words, kind, times });
    }
  }
}
