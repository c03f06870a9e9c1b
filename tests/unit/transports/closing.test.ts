import { describe, expect, it } from "vitest";
import { ENDS, type End } from "./closing-ends.ts";

/** The page gives its line up as dead, and leaves in peace. */
const CODES = [4010, 4000] as const;

const WAYS: Record<string, (end: End, code: number) => void | Promise<void>> = {
  "is closed twice": (end, code) => {
    end.close(code);
    end.close(code);
  },
  "is closed again once it is over": async (end, code) => {
    end.close(code);
    await end.settle();
    end.close(code);
  },
  "is given up after a good-bye": (end) => {
    end.close(4000);
    end.close(4010);
  },
  "is closed at both ends": (end, code) => {
    end.closeThere();
    end.close(code);
  },
  "is closed, and then there": (end, code) => {
    end.close(code);
    end.closeThere();
  },
};

describe.each(Object.keys(ENDS))("%s", (name) => {
  for (const code of CODES) {
    it.each(Object.keys(WAYS))(`that %s (${code}) ends once`, async (way) => {
      let closes = 0;
      const end = await ENDS[name]?.(() => {
        closes += 1;
      });
      if (end === undefined) throw new Error(`There is no ${name}.`);
      await WAYS[way]?.(end, code);
      await end.settle();
      expect(closes).toBe(1);
    });

    it(`that is closed by whoever hears of its end (${code}) ends once`, async () => {
      let closes = 0;
      let end: End | undefined;
      end = await ENDS[name]?.(() => {
        closes += 1;
        if (closes < 5) end?.close(code);
      });
      end?.close(code);
      await end?.settle();
      expect(closes).toBe(1);
    });
  }
});
