import fc from "fast-check";
import { headers } from "./headers.ts";
import type { HttpRequest } from "./http-request.ts";
import { bombs, matchmaking, noise, opening, signalling } from "./posts.ts";
import { target, verb } from "./targets.ts";
import { upgrade } from "./upgrades.ts";

/** Any request to any address: matchmaking, signalling, openings, upgrades, and what nobody answers. */
export const request: fc.Arbitrary<HttpRequest> = fc.oneof(
  { weight: 30, arbitrary: matchmaking },
  { weight: 12, arbitrary: opening },
  { weight: 12, arbitrary: signalling },
  { weight: 20, arbitrary: upgrade },
  {
    weight: 25,
    arbitrary: fc
      .tuple(
        verb,
        target,
        headers,
        fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: noise }),
      )
      .map(([verbOf, where, more, body]) => ({ method: verbOf, target: where, headers: more, body })),
  },
  { weight: 1, arbitrary: bombs },
);
