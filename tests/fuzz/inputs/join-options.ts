import fc from "fast-check";
import { MODES } from "#shared/simulation/modes/table.ts";

/** Values that are no option of any kind, or hardly one. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0.5,
    1e308,
    2 ** 53,
    "",
    "\ud800",
    "\u202e\u0000",
    "\u0301".repeat(190),
    "a".repeat(300),
    [],
    {},
    [[[[]]]],
    { toString: 1, valueOf: null },
  ),
  fc.string({ unit: "binary", maxLength: 210 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

function either(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 4, arbitrary: valid }, { weight: 1, arbitrary: odd });
}

/** What a page may say when it joins, most of it right, and names that no option should have. */
export const joinOptions: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record(
      {
        name: either(fc.string({ unit: "binary", maxLength: 20 })),
        look: either(fc.nat(65535)),
        password: either(fc.constantFrom("", "secret", "a".repeat(64))),
        mode: either(fc.constantFrom(...Object.keys(MODES))),
        role: either(fc.constantFrom("player", "spectator", "toString")),
        arena: either(fc.constantFrom("meadow", "nowhere", "../meadow", "__proto__")),
        maxPlayers: either(fc.integer({ min: 2, max: 16 })),
        bots: either(fc.nat(2)),
        botSkill: either(fc.constantFrom("easy", "normal", "hard")),
        private: either(fc.boolean()),
        roomName: either(fc.string({ maxLength: 40, unit: "binary" })),
        lobby: either(fc.boolean()),
        pickupsOff: either(
          fc.array(fc.constantFrom("hook", "anvil", "sword", "__proto__"), { maxLength: 20 }),
        ),
        netRate: either(fc.constantFrom(10, 25, 50)),
        timeLimit: either(fc.integer({ min: 30, max: 1800 })),
        reconnectionToken: either(fc.constantFrom("abc", "constructor", "__proto__")),
        sessionId: odd,
        constructor: odd,
        open: odd,
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: odd },
);
