import { waitFor } from "../../../support/wait-for.ts";
import { PATIENCE } from "../game-page.ts";

/** A page in a browser that Playwright does not drive: what tests of the game need of it. */
export interface OtherPage {
  /** Goes to an address. */
  goTo(url: string): Promise<void>;
  /** Value of an expression in the page, as plain data. */
  evaluate<Result>(expression: string): Promise<Result>;
  /** Presses a key (its `KeyboardEvent.key`), or lets go of it. */
  key(key: string, down: boolean): Promise<void>;
  /** Saves what the page shows as a PNG. */
  screenshot(path: string): Promise<void>;
  /** What it complained about so far, since its document was loaded: uncaught errors, and errors in its console. */
  problems(): Promise<readonly string[]>;
  /** Ends the browser. */
  close(): Promise<void>;
}

/** Waits until an expression in the page is true. */
export function untilTrue(page: OtherPage, what: string, expression: string): Promise<unknown> {
  return waitFor(what, () => page.evaluate<boolean>(`Boolean(${expression})`), {
    timeoutMs: 2 * PATIENCE,
    everyMs: 200,
  });
}
