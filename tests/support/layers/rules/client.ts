import { IMPURE, type LayerRule, PAGE } from "./rule.ts";

/** What is handed in to a player without a screen. */
const NO_WORLD = [...new Set([...IMPURE, ...PAGE])];
const HEADLESS = "the session runs in Node tests: no drawing, no page";
const DRAWING = "drawing reads the netcode and does not know how the state gets here";

/** A player without a screen, and the page. */
export const CLIENT: readonly LayerRule[] = [
  {
    folder: "game-player/",
    may: ["game-shared/", "transports/contract/", "transports/simulated/"],
    // The commands of a room, with what belongs to them.
    mayTypes: ["game-server/commands/table.ts"],
    noGlobals: NO_WORLD,
    because: "a player without a screen runs anywhere: clock, timers and transports are handed in",
  },
  {
    folder: "game-player/netcode/",
    may: ["game-player/", "game-shared/", "transports/contract/", "npm:@colyseus/sdk"],
    noGlobals: NO_WORLD,
    because: "the netcode plays in the room of a session, by the SDK's prediction",
  },
  {
    folder: "game-player/colyseus/",
    may: ["game-shared/state/", "transports/contract/", "npm:@colyseus/sdk"],
    noGlobals: NO_WORLD,
    because: "what we rely on inside the SDK knows nothing of the game",
  },
  {
    folder: "game-client/",
    may: ["game-player/", "game-shared/", "transports/", "assets/", "npm:@preact/signals-core"],
    because: "the page is put together here, of its parts",
  },
  {
    folder: "game-client/session/",
    may: [
      "game-client/transports/",
      "game-client/words/",
      "game-player/",
      "game-shared/",
      "transports/contract/",
      "npm:@preact/signals-core",
      // What was practised last is kept as the wish that it was.
      "game-practice/wishes.ts",
      // What the page's memory keeps comes from outside, and is parsed like everything from there.
      "npm:zod",
    ],
    mayTypes: ["transports/simulated/"],
    noGlobals: PAGE,
    because: HEADLESS,
  },
  {
    folder: "game-client/words/",
    may: ["game-player/", "game-shared/", "npm:i18next", "npm:@preact/signals-core"],
    noGlobals: PAGE,
    because: "the catalogue is read by everything of the page, and in Node tests",
  },
  {
    folder: "game-client/transports/",
    may: ["transports/browser.ts", "transports/contract/", "transports/http/"],
    mayTypes: ["game-player/colyseus/", "transports/auto/"],
    because: "a choice of transports knows nothing of what they carry",
  },
  {
    folder: "game-client/input/",
    may: ["game-client/session/", "game-shared/"],
    mayTypes: ["npm:@preact/signals-core"],
    because: "devices become inputs, whatever they do",
  },
  {
    folder: "game-client/sound/",
    may: ["game-client/next-frame.ts", "npm:@preact/signals-core"],
    mayTypes: ["game-client/session/"],
    because: "sound is told what to play",
  },
  {
    folder: "game-client/voice/",
    may: ["game-client/peers/", "game-shared/"],
    mayTypes: ["game-client/session/", "game-player/"],
    because: "voice is fetched when it is turned on, and brings nothing else with it",
  },
  {
    folder: "game-client/peers/",
    may: ["game-shared/"],
    noGlobals: NO_WORLD,
    because: "who is connected with whom is decided without a browser: connections and timers are handed in",
  },
  {
    folder: "game-client/scenes/",
    may: ["game-client/next-frame.ts", "game-shared/", "assets/", "npm:phaser"],
    mayTypes: [
      "game-client/session/",
      "game-client/sound/",
      "game-player/netcode/",
      "npm:@preact/signals-core",
    ],
    because: DRAWING,
  },
  {
    folder: "game-client/ui/",
    may: [
      "game-client/input/",
      "game-client/scenes/",
      "game-client/session/",
      "game-client/sound/",
      "game-client/words/",
      "game-player/",
      "game-shared/",
      "transports/contract/",
      "assets/",
      "npm:@preact/signals",
      "npm:preact",
      "npm:uqr",
    ],
    mayNot: ["npm:phaser"],
    because: DRAWING,
  },
  {
    folder: "game-client/offline/",
    may: [],
    because: "what opens without a network stands alone",
  },
  {
    folder: "game-client/practice/",
    may: [
      "game-client/arenas.ts",
      "game-client/session/",
      "game-player/",
      "game-practice/",
      "game-shared/",
      "transports/local/",
      "transports/simulated/",
    ],
    because: "practice is a room in a worker, and a player in it as in any other",
  },
  {
    folder: "game-client/lab/",
    may: ["game-client/", "game-player/", "game-shared/", "transports/", "assets/", "npm:*"],
    mayNot: ["npm:@colyseus/sdk"],
    because: "the lab is several pages in one",
  },
];
