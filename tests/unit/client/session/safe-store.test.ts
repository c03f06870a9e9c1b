import { describe, expect, it } from "vitest";
import { safeStore } from "#client/session/safe-store.ts";

describe("a store that never throws", () => {
  const forbidden = (): never => {
    throw new Error("The operation is insecure.");
  };

  it("keeps what a browser without storage does not, as long as the page lives", () => {
    const store = safeStore(forbidden);
    expect(store.getItem("a")).toBeNull();
    store.setItem("a", "1");
    expect(store.getItem("a")).toBe("1");
    store.removeItem("a");
    expect(store.getItem("a")).toBeNull();
  });

  it("gives what was written last, whether a full storage took it or not", () => {
    const kept = new Map([["a", "old"]]);
    let full = true;
    const store = safeStore(() => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void (full ? forbidden() : kept.set(key, value)),
      removeItem: (key) => void kept.delete(key),
    }));
    store.setItem("a", "new");
    expect(store.getItem("a")).toBe("new");
    full = false;
    store.setItem("a", "newest");
    expect([store.getItem("a"), kept.get("a")]).toEqual(["newest", "newest"]);
  });
});
