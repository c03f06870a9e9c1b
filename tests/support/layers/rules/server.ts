import type { LayerRule } from "./rule.ts";

/** The authority. */
export const SERVER: readonly LayerRule[] = [
  {
    folder: "game-server/",
    may: ["game-shared/", "transports/", "npm:@colyseus/*", "npm:uqr", "npm:zod", "node:*"],
    because: "the server is put together here, of its parts",
  },
  {
    folder: "game-server/cluster/",
    may: [
      "game-server/matchmaking/",
      "game-server/rooms/codes.ts",
      "game-shared/",
      "npm:@colyseus/*",
      "npm:ioredis",
      "npm:zod",
      "node:*",
    ],
    mayTypes: ["game-server/config.ts", "game-server/observability/"],
    because: "which process has which room depends on no rule of the game",
  },
  {
    folder: "game-server/commands/",
    may: ["game-shared/", "transports/limits/", "npm:zod"],
    mayTypes: ["game-room/", "game-server/rooms/features/", "npm:@colyseus/core"],
    because: "a command works on what its room hands it",
  },
  {
    folder: "game-server/identity/",
    may: ["npm:jose", "node:*"],
    mayTypes: ["game-server/config.ts", "game-server/observability/"],
    because: "who a guest is depends on a token and a secret only",
  },
  {
    folder: "game-server/matchmaking/",
    may: ["game-shared/", "colyseus/server/", "npm:@colyseus/core", "npm:zod"],
    mayTypes: ["game-server/config.ts", "game-server/observability/", "game-server/rooms/", "npm:express"],
    because: "seats are given out before there is a room, and without HTTP",
  },
  {
    folder: "game-server/observability/",
    may: [
      "game-shared/",
      "transports/pipeline/",
      "npm:@colyseus/core",
      "npm:pino",
      "npm:prom-client",
      "node:*",
    ],
    mayTypes: ["game-server/cluster/", "game-server/config.ts", "game-server/rooms/", "transports/contract/"],
    because: "what watches the server changes nothing in it",
  },
  {
    folder: "game-server/rooms/",
    may: [
      "game-server/commands/",
      "game-server/matchmaking/",
      "game-room/",
      "game-shared/",
      "game-bots/brain/",
      "transports/pipeline/",
      "colyseus/server/",
      "npm:@colyseus/*",
      "node:crypto",
      "npm:obscenity",
      "npm:zod",
    ],
    mayTypes: ["game-server/cluster/", "game-server/observability/"],
    because: "a room knows its match and its players, not how they are reached over HTTP",
  },
  {
    folder: "game-server/web/",
    may: [
      "game-server/matchmaking/",
      "game-shared/",
      "transports/contract/",
      "transports/limits/",
      "npm:@colyseus/core",
      "npm:compression",
      "npm:express",
      "node:*",
    ],
    mayTypes: [
      "game-server/cluster/",
      "game-server/config.ts",
      "game-server/observability/",
      "game-server/rooms/",
    ],
    because: "HTTP asks for seats, and steps no world",
  },
];
