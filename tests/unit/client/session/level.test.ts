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
  it("is mixed until the third win, then normal, and hard from the sixth", () => {
    const store = storeWith(null);
    const record = new MatchRecord(store);
    expect(record.level).toBe("mixed");
    const levels = [false, true, false, true, true, true, true, true].map((won) => {
      record.note(won);
      return record.level;
    });
    expect(levels).toEqual(["mixed", "mixed", "mixed", "mixed", "normal", "normal", "normal", "hard"]);
    expect(new MatchRecord(store).level).toBe("hard");
  });

  it("is easy after four matches without a win, until the next one", () => {
    const record = new MatchRecord(storeWith(null));
    const levels = [false, false, false, false, false, true].map((won) => {
      record.note(won);
      return record.level;
    });
    expect(levels).toEqual(["mixed", "mixed", "mixed", "easy", "easy", "mixed"]);
  });

  it("falls again with ten matches in which nothing was won", () => {
    const record = new MatchRecord(storeWith("[true,true,true]"));
    expect(record.level).toBe("normal");
    for (let match = 0; match < 7; match++) record.note(false);
    expect(record.level).toBe("normal");
    record.note(false);
    expect(record.level).toBe("easy");
  });

  it.each(["{broken", "null", '{"a":1}', '["yes",1,null]'])("counts %s in the store as no match", (text) => {
    expect(new MatchRecord(storeWith(text)).level).toBe("mixed");
  });

  it("works in a browser that keeps nothing", () => {
    const forbidden = () => {
      throw new DOMException("no", "SecurityError");
    };
    const info = vi.spyOn(console, "info").mockImplementation(() => {});
    const record = new MatchRecord({ getItem: forbidden, setItem: forbidden, removeItem: forbidden });
    for (let match = 0; match < 3; match++) record.note(true);
    expect(record.level).toBe("normal");
    info.mockRestore();
  });
});
