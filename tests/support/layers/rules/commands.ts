import type { LayerRule } from "./rule.ts";

/** The game with all its ends. */
const GAME = [
  "game-server/",
  "game-room/",
  "game-practice/",
  "game-client/",
  "game-bots/",
  "game-player/",
  "game-shared/",
  "transports/",
  "colyseus/",
  "tools/",
  "assets/",
  "npm:*",
  "node:*",
] as const;
const MEASURES = "the lab and the benches are commands: tests import them, and never the other way round";

/** What people run, and tests. */
export const COMMANDS: readonly LayerRule[] = [
  { folder: "game-bots/", may: [], because: "bots know what a player knows" },
  {
    folder: "game-bots/load/",
    may: ["game-bots/", "game-player/", "game-shared/", "transports/", "npm:*", "node:*"],
    because: "the load test is players and brains",
  },
  { folder: "game-lab/", may: GAME, because: MEASURES },
  { folder: "game-lab/bench/", may: [...GAME, "game-lab/"], because: MEASURES },
  { folder: "game-lab/netcode/", may: [...GAME, "game-lab/"], because: MEASURES },
  { folder: "game-lab/transports/", may: [...GAME, "game-lab/"], because: MEASURES },
  { folder: "tools/", may: GAME, because: "tools run the game, they are not tests" },
  { folder: "tests/", may: [...GAME, "game-lab/", "package.json"], because: "tests see everything" },
];
