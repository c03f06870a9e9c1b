/** The part of `History` that is used. */
export interface HistoryPort {
  readonly state: unknown;
  pushState(state: unknown, unused: string, url: string): void;
  replaceState(state: unknown, unused: string, url: string): void;
  go(delta: number): void;
}

export interface BackStackDeps {
  history: HistoryPort;
  /** The address that belongs to what the page shows now. */
  address(): string;
  /** The browser's Back was pressed: the page goes one step back, and then wants another depth. */
  stepBack(): void;
}

/**
 * Keeps as many entries in the browser's history as the page can go back by itself, so that Back takes one step in the
 * page and leaves the site only from the menu. Entries are pushed when the page goes deeper and walked back over when it
 * comes up again; an entry that Forward leads to, and that means nothing any more, is left at once.
 */
export class BackStack {
  readonly #deps: BackStackDeps;
  #depth = 0;
  /** Number of the entry that the browser is at, and of the last one that it can go forward to. */
  #at: number;
  #top: number;
  /** Whether a walk of our own is under way: browsers take their time. */
  #walking = false;

  constructor(deps: BackStackDeps) {
    this.#deps = deps;
    // After a reload it is the entry that it was.
    this.#at = entryOf(deps.history.state) ?? 0;
    this.#top = this.#at;
  }

  /** How many steps back the page can take now. `atLeast`: more entries than that are fine, too. */
  want(depth: number, atLeast = false): void {
    this.#depth = atLeast ? Math.max(depth, this.#at) : depth;
    this.#follow();
  }

  /** The address has changed: the entry keeps it. */
  refresh(): void {
    this.#deps.history.replaceState({ entry: this.#at }, "", this.#deps.address());
  }

  /** The browser has come to another entry (`popstate`). */
  arrived(state: unknown): void {
    const own = this.#walking;
    this.#walking = false;
    // An entry that is not ours lies on top: somebody wrote something behind the address.
    this.#at = entryOf(state) ?? this.#at + 1;
    this.#top = Math.max(this.#top, this.#at);
    if (!own && this.#at < this.#depth) this.#deps.stepBack();
    this.refresh();
    this.#follow();
  }

  #follow(): void {
    if (this.#walking || this.#at === this.#depth) return;
    if (this.#at < this.#depth && this.#at === this.#top) {
      while (this.#at < this.#depth) {
        this.#at += 1;
        this.#deps.history.pushState({ entry: this.#at }, "", this.#deps.address());
      }
      this.#top = this.#at;
      return;
    }
    this.#walking = true;
    this.#deps.history.go(Math.min(this.#depth, this.#top) - this.#at);
  }
}

function entryOf(state: unknown): number | undefined {
  if (typeof state !== "object" || state === null || !("entry" in state)) return undefined;
  return typeof state.entry === "number" ? state.entry : undefined;
}
