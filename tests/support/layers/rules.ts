/** What the files of one folder may do. */
export interface LayerRule {
  /** Folder with a slash at its end; the rule of the longest folder that holds a file is the one that counts. */
  readonly folder: string;
  /** What may be imported: folders of the project, "npm:<package>", "npm:*", "node:*". The folder itself always. */
  readonly may: readonly string[];
  /** What only types may be imported from: they are gone when the program runs. */
  readonly mayTypes?: readonly string[];
  /** What may not, although `may` is wider. */
  readonly mayNot?: readonly string[];
  /** Globals that may not be read. */
  readonly noGlobals?: readonly string[];
  /** Completes "X imports Y:" for whoever broke the rule. */
  readonly because: string;
}

/** Clocks, dice and the outside world: what they say differs between two runs, and between the two ends. */
const IMPURE = [
  "Date",
  "performance",
  "Math.random",
  "crypto",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "requestAnimationFrame",
  "fetch",
  "process",
  "window",
  "document",
] as const;

/** What only a page has. */
const PAGE = [
  "window",
  "document",
  "localStorage",
  "sessionStorage",
  "location",
  "navigator",
  "requestAnimationFrame",
  "HTMLElement",
] as const;

/** What is handed in to a player without a screen. */
const HEADLESS = [...new Set([...IMPURE, ...PAGE])];

const DETERMINISTIC = "the rules are pure: time, ticks and dice are handed in, and nothing is imported";

/** The boundaries of the project. The allow-lists may shrink; making one wider is a decision about the design. */
export const RULES: readonly LayerRule[] = [
  { folder: "game-shared/", may: [], noGlobals: IMPURE, because: DETERMINISTIC },
  {
    folder: "game-shared/state/",
    may: ["game-shared/", "npm:@colyseus/schema"],
    noGlobals: IMPURE,
    because: "the replicated state knows the rules and Colyseus' schema only",
  },
  { folder: "game-bots/brain/", may: ["game-shared/"], noGlobals: IMPURE, because: DETERMINISTIC },
  {
    folder: "game-bots/",
    may: ["game-shared/", "transports/", "npm:*", "node:*"],
    because: "bots know what a player knows",
  },
  {
    folder: "game-bots/load/",
    may: ["game-bots/", "game-player/", "game-shared/", "transports/", "npm:*", "node:*"],
    because: "the load test is players and brains",
  },
  {
    folder: "game-server/",
    may: ["game-shared/", "game-bots/brain/", "transports/", "colyseus/", "npm:*", "node:*"],
    because: "the server knows the rules and the brains of bots, no other end",
  },
  {
    folder: "game-server/commands/",
    may: ["game-shared/", "transports/limits/", "npm:zod", "npm:@colyseus/core"],
    because: "a command works on what its room hands it",
  },
  {
    folder: "colyseus/",
    may: ["npm:@colyseus/*"],
    because: "what we rely on inside the framework knows nothing of us",
  },
  {
    folder: "transports/",
    may: ["colyseus/", "npm:*", "node:*"],
    because: "the transports know Colyseus and nothing of the game",
  },
  {
    folder: "transports/contract/",
    may: ["npm:express", "npm:zod", "npm:@colyseus/core", "node:*"],
    mayTypes: ["transports/limits/", "transports/http/", "transports/pipeline/"],
    because: "the contract is what all transports agree upon, and knows none of them",
  },
  {
    folder: "transports/limits/",
    may: ["npm:express", "node:*"],
    mayTypes: ["transports/contract/"],
    because: "limits know nothing of what they limit",
  },
  {
    folder: "game-player/",
    may: ["game-shared/", "transports/contract/", "transports/simulated/"],
    // The commands of a room, with what belongs to them.
    mayTypes: ["game-server/commands/table.ts"],
    noGlobals: HEADLESS,
    because: "a player without a screen runs anywhere: clock, timers and transports are handed in",
  },
  {
    folder: "game-player/netcode/",
    may: ["game-player/", "game-shared/", "npm:@colyseus/sdk"],
    noGlobals: HEADLESS,
    because: "the netcode plays in the room of a session, by the SDK's prediction",
  },
  {
    folder: "game-player/colyseus/",
    may: ["game-shared/state/", "transports/contract/", "npm:@colyseus/sdk"],
    noGlobals: HEADLESS,
    because: "what we rely on inside the SDK knows nothing of the game",
  },
  {
    folder: "game-client/",
    may: ["game-player/", "game-shared/", "transports/", "assets/", "npm:*"],
    mayNot: ["npm:@colyseus/sdk"],
    because: "the page knows the rules and its player only",
  },
  {
    folder: "game-client/session/",
    may: [
      "game-client/transports/",
      "game-player/",
      "game-shared/",
      "transports/contract/",
      "transports/simulated/",
      "npm:@preact/signals-core",
    ],
    noGlobals: PAGE,
    because: "the session runs in Node tests: no drawing, no page",
  },
  ...["game-client/scenes/", "game-client/ui/"].map((folder) => ({
    folder,
    may: ["game-client/", "game-player/", "game-shared/", "transports/contract/", "assets/", "npm:*"],
    mayNot: ["game-client/transports/", "npm:@colyseus/sdk"],
    because: "drawing reads the netcode and does not know how its news travel",
  })),
  {
    folder: "tools/",
    may: [
      "game-server/",
      "game-client/",
      "game-bots/",
      "game-player/",
      "game-shared/",
      "transports/",
      "npm:*",
      "node:*",
    ],
    because: "tools run the game, they are not tests",
  },
  {
    folder: "game-lab/",
    may: [
      "game-server/",
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
    ],
    because: "the lab and the benches are commands: tests import them, and never the other way round",
  },
  {
    folder: "tests/",
    may: [
      "game-lab/",
      "game-server/",
      "game-client/",
      "game-bots/",
      "game-player/",
      "game-shared/",
      "transports/",
      "colyseus/",
      "tools/",
      "assets/",
      "package.json",
      "npm:*",
      "node:*",
    ],
    because: "tests see everything",
  },
];
