import { describe, expect, it, vi } from "vitest";
import { MatchRecord } from "#client/session/level.ts";

/** A store for strings, beginning with one text. */
function storeWith(text: string | null) {
  return {
    text,
    getItem() {
      return this.text;
    },
    setItem(_key: string, value: string) {
      this.text = value;
    },
    removeItem() {
      this.text = null;
    },
  };
}

describe("the level of quick play", () => {
  it("is easy until the first win, mixed until the third, then normal", () => {
    const store = storeWith(null);
    const record = new MatchRecord(store);
    const levels = [false, false, true, false, true, true].map((won) => {
      record.note(won);
      return record.level;
    });
    expect(levels).toEqual(["easy", "easy", "mixed", "mixed", "mixed", "normal"]);
    expect(new MatchRecord(store).level).toBe("normal");
  });

  it("falls again with ten matches in which nothing was won", () => {
    const record = new MatchRecord(storeWith("[true,true,true]"));
    expect(record.level).toBe("normal");
    for (let match = 0; match < 8; match++) record.note(false);
    expect(record.level).toBe("mixed");
    for (let match = 0; match < 2; match++) record.note(false);
    expect(record.level).toBe("easy");
  });

  it.each(["{broken", "null", '{"a":1}', '["yes",1,null]'])("counts %s in the store as no match", (text) => {
    expect(new MatchRecord(storeWith(text)).level).toBe("easy");
  });

  it("works in a browser that keeps nothing", () => {
    const forbidden = () => {
      throw new DOMException("no", "SecurityError");
    };
    const info = vi.spyOn(console, "info").mockImplementation(() => {});
    const record = new MatchRecord({ getItem: forbidden, setItem: forbidden, removeItem: forbidden });
    record.note(true);
    expect(record.level).toBe("mixed");
    info.mockRestore();
  });
});
