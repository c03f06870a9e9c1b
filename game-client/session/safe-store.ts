import type { KeyValueStore } from "./settings.ts";

/**
 * A store that never throws. What the browser refuses to keep, because storage is switched off or full, lasts as long as
 * the page. `open` gives the browser's own store, or throws.
 */
export function safeStore(open: () => KeyValueStore): KeyValueStore {
  /** What the browser did not take, by key; null for what should be gone. */
  const own = new Map<string, string | null>();
  const write = (key: string, value: string | null): void => {
    try {
      if (value === null) open().removeItem(key);
      else open().setItem(key, value);
      own.delete(key);
    } catch {
      own.set(key, value);
    }
  };
  return {
    getItem(key) {
      const kept = own.get(key);
      if (kept !== undefined) return kept;
      try {
        return open().getItem(key);
      } catch {
        return null;
      }
    },
    setItem: write,
    removeItem: (key) => write(key, null),
  };
}
