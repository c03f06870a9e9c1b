/** Calls back once, after a time (ms) that keeps nothing alive. Returns a way to call it off. */
export function after(delayMs: number, callback: () => void): () => void {
  const timer = setTimeout(callback, delayMs).unref();
  return () => clearTimeout(timer);
}

/** Resolves after a time (ms) that keeps nothing alive. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => after(ms, resolve));
}
