import { IMPURE, type LayerRule } from "./rule.ts";

const because = "the rules are pure: time, ticks and dice are handed in";
const noGlobals = IMPURE;

/** What both ends know. */
export const SHARED: readonly LayerRule[] = [
  { folder: "game-shared/", may: [], noGlobals, because },
  { folder: "game-shared/arena/", may: [], noGlobals, because },
  { folder: "game-shared/refusals/", may: [], noGlobals, because },
  { folder: "game-shared/simulation/", may: ["game-shared/"], noGlobals, because },
  {
    folder: "game-shared/state/",
    may: ["game-shared/", "npm:@colyseus/schema"],
    noGlobals,
    because: "the replicated state knows the rules and Colyseus' schema only",
  },
  {
    folder: "game-room/",
    may: ["game-shared/", "colyseus/server/ids.ts"],
    noGlobals,
    because: "what a room is made of runs in the server and in a worker of a page",
  },
  {
    folder: "game-practice/",
    may: [
      "game-bots/brain/",
      "game-room/",
      "game-shared/",
      "colyseus/frames/",
      "transports/pipeline/message-pack.ts",
      "npm:@colyseus/schema",
      "npm:zod",
    ],
    noGlobals,
    because: "practice runs in a worker of a page and in Node tests: clock and connection are handed in",
  },
  {
    folder: "game-practice/drills/",
    may: ["game-bots/brain/", "game-shared/"],
    noGlobals,
    because: "a drill is rules of its own over the world, and knows no connection",
  },
  { folder: "game-bots/brain/", may: ["game-shared/"], noGlobals, because },
];
