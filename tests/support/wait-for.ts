/** How long and how often `waitFor` looks. */
export interface WaitOptions {
  /** Milliseconds until it gives up; generous, because a test must not fail on a busy machine. */
  timeoutMs?: number;
  /** Milliseconds between two looks. */
  everyMs?: number;
}

/** What a condition may return when it does not hold. */
type Falsy = false | 0 | "" | null | undefined;

/**
 * Polls a condition until it holds and returns what it returned. A condition that throws does not hold yet.
 * Throws after the deadline: the message says what was waited for, and what the condition returned or threw last.
 */
export async function waitFor<T>(
  what: string,
  condition: () => T | Falsy | Promise<T | Falsy>,
  { timeoutMs = 30_000, everyMs = 10 }: WaitOptions = {},
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    let last: string;
    try {
      const value = await condition();
      if (value) return value;
      last = `it was ${JSON.stringify(value)}`;
    } catch (error) {
      last = `it threw ${error instanceof Error ? error.message : String(error)}`;
    }
    if (performance.now() >= deadline)
      throw new Error(`Waited ${timeoutMs} ms for ${what}; at last ${last}.`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
