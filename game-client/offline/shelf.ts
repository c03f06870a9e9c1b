/** Begins the names of our caches: others of this origin are left alone. */
const PREFIX = "pushback-page-";
/** Versions that are kept: a page of the one before may still be open, and fetch more of its files. */
const KEPT = 2;
/** A page that has not come from the network in this time (ms) is taken from the shelf. */
const PATIENCE_MS = 3000;

/** What a shelf is made with. */
export interface ShelfDeps {
  readonly caches: Pick<CacheStorage, "open" | "keys" | "delete" | "match">;
  fetch(request: Request | string, init?: RequestInit): Promise<Response>;
  /** Calls back once. Returns what calls it off. */
  after(delayMs: number, callback: () => void): () => void;
  /** Address of the page, with a slash at its end. */
  readonly scope: string;
  /** Fingerprint of the build. */
  readonly version: string;
  /** The files of the build that are kept, relative to the page; "" is the page itself. */
  readonly files: readonly string[];
}

/** What is asked of a request. */
type Asked = Pick<Request, "method" | "mode" | "url">;

/**
 * The files of one build, kept to open without a network. They come and go together, and their names change with what is in them, so
 * that no page is put together of two builds. Nothing else is kept, and nothing else is answered.
 */
export class Shelf {
  readonly #deps: ShelfDeps;
  readonly #files: ReadonlySet<string>;

  constructor(deps: ShelfDeps) {
    this.#deps = deps;
    this.#files = new Set(deps.files.map((file) => deps.scope + file));
  }

  /** Fetches all files, or none. @throws when one does not come: the build before stays. */
  async fill(): Promise<void> {
    const { caches, fetch, files, scope } = this.#deps;
    const answers = await Promise.all(
      files.map(async (file): Promise<[string, Response]> => {
        // What has no fingerprint in its name may be an old copy.
        const answer = await fetch(scope + file, { cache: isHashed(file) ? "default" : "reload" });
        if (!answer.ok) throw new Error(`${file} answers ${answer.status}.`);
        return [scope + file, answer];
      }),
    );
    const cache = await caches.open(this.#name);
    for (const [url, answer] of answers) await cache.put(url, answer);
  }

  /** Throws builds away that no page can be of any more. */
  async clear(): Promise<void> {
    const { caches } = this.#deps;
    const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== this.#name);
    for (const name of others.slice(0, Math.max(0, others.length - (KEPT - 1)))) await caches.delete(name);
  }

  /** The answer to a request of ours; undefined for all others, which go their way. */
  answer(request: Request): Promise<Response> | undefined {
    const kind = this.#kindOf(request);
    if (kind === "page") return this.#page(request);
    if (kind === "hashed") return this.#hashed(request);
    return kind === "file" ? this.#file(request) : undefined;
  }

  get #name(): string {
    return PREFIX + this.#deps.version;
  }

  #kindOf({ method, mode, url }: Asked): "page" | "hashed" | "file" | undefined {
    const { scope } = this.#deps;
    if (method !== "GET" || !url.startsWith(scope)) return undefined;
    const path = url.slice(scope.length).replace(/[?#].*$/, "");
    if (mode === "navigate") return path === "" || path === "index.html" ? "page" : undefined;
    if (isHashed(path)) return "hashed";
    return this.#files.has(url) ? "file" : undefined;
  }

  /** The newest page there is; the one of the shelf, marked as such, when the network gives none, or not soon. */
  async #page(request: Request): Promise<Response> {
    const { fetch, after, scope } = this.#deps;
    let callOff = (): void => {};
    const late = new Promise<undefined>((resolve) => {
      callOff = after(PATIENCE_MS, () => resolve(undefined));
    });
    const coming = fetch(request);
    // It may fail when nobody waits for it any more.
    const answer = await Promise.race([coming.catch(() => undefined), late]);
    callOff();
    if (answer !== undefined && answer.status < 500) return answer;
    const page = await (await this.#own()).match(scope);
    return page === undefined ? (answer ?? coming) : marked(page);
  }

  /** A name that changes with what is in the file: whatever is kept is right. */
  async #hashed(request: Request): Promise<Response> {
    const { caches, fetch } = this.#deps;
    return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);
  }

  async #file(request: Request): Promise<Response> {
    try {
      return await this.#deps.fetch(request);
    } catch (error) {
      const kept = await (await this.#own()).match(request.url, { ignoreVary: true });
      if (kept === undefined) throw error;
      return kept;
    }
  }

  #own(): Promise<Cache> {
    return this.#deps.caches.open(this.#name);
  }
}

/** Whether the name of a file changes with what is in it: as with all that Vite puts there. */
function isHashed(path: string): boolean {
  return path.startsWith("assets/");
}

/** The page with a mark on it (`data-kept`), by which it knows that no server was there. */
async function marked(page: Response): Promise<Response> {
  const headers = new Headers(page.headers);
  // They are of the body as it came.
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response((await page.text()).replace("<html", "<html data-kept"), { headers });
}
