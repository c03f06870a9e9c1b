import type { Page } from "playwright-core";

/** What the drawing in software says of itself, the driver of what it keeps away, a stream that a page closes because it shows the list no more, and no fault of it. */
const NOISE = [
  /GPU stall due to ReadPixels/,
  /Automatic fallback to software WebGL/,
  /Service Worker registration blocked by Playwright/,
  /GET \S+\/api\/rooms\/stream: net::ERR_ABORTED$/,
];

/** What Chromium says when a page does something that the server's headers forbid, or when it does not know one of them. */
const VIOLATION = /Content Security Policy|Permissions-Policy|Cross-Origin-Opener-Policy/;

/** Collects all that a page complains about: console errors and warnings, uncaught errors, failed requests. */
export class PageProblems {
  #found: string[] = [];
  readonly #violations: string[] = [];

  constructor(page: Page) {
    page.on("console", (message) => {
      const type = message.type();
      if (VIOLATION.test(message.text())) this.#violations.push(message.text());
      if (type === "error" || type === "warning") this.#note(`console ${type}: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.#note(`uncaught: ${error.stack ?? error.message}`));
    page.on("crash", () => this.#note("the page crashed"));
    page.on("requestfailed", (request) => {
      this.#note(`failed request: ${request.method()} ${request.url()}: ${request.failure()?.errorText}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) this.#note(`status ${response.status()}: ${response.url()}`);
    });
  }

  #note(problem: string): void {
    if (!NOISE.some((noise) => noise.test(problem))) this.#found.push(problem);
  }

  /** What was found so far. */
  get list(): readonly string[] {
    return this.#found;
  }

  /** What the headers of the page forbid, and it did nevertheless: never forgotten, and a failure of any test. */
  get violations(): readonly string[] {
    return this.#violations;
  }

  /** Forgets what was found so far: for a test that has just cut the network, and means it. */
  forget(): void {
    this.#found = [];
  }

  /** Throws with all problems but those that match one of `expected`. */
  expectClean(expected: readonly RegExp[] = []): void {
    const left = this.#found.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
    if (left.length > 0) throw new Error(`The page has problems:\n${left.join("\n")}`);
  }
}
