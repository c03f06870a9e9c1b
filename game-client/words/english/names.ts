/** What things of the game are called. */
export const names = {
  game: "Pushback",
  /** A room that nobody has named is called after its host. */
  roomOf: "{{name}}'s room",
  /** In the middle of a sentence. */
  transports: {
    websocket: "WebSocket",
    webrtc: "WebRTC",
    sse: "server-sent events",
    "long-polling": "long polling",
    polling: "polling",
    local: "nothing: this page plays by itself",
  },
  /** In a corner of the picture, where there is little room. */
  transportTags: {
    websocket: "websocket",
    webrtc: "webrtc",
    sse: "sse",
    "long-polling": "long-polling",
    polling: "polling",
    local: "here",
  },
  modes: {
    brawl: "Brawl",
    last: "Last one standing",
    king: "King",
    hill: "Hill",
    "push-ball": "Push ball",
    stampede: "Stampede",
    "stampede-hill": "Stampede Hill",
  },
  teams: { blue: "Blue team", orange: "Orange team" },
  /** By the names that the maps give themselves. */
  arenas: {
    "Cloud Meadow": "Cloud Meadow",
    "Frostbite Ruins": "Frostbite Ruins",
    "Shattered Archipelago": "Shattered Archipelago",
  },
  colors: {
    Cherry: "Cherry",
    Tangerine: "Tangerine",
    Sun: "Sun",
    Lime: "Lime",
    Emerald: "Emerald",
    Lagoon: "Lagoon",
    Sky: "Sky",
    Royal: "Royal",
    Violet: "Violet",
    Candy: "Candy",
    Snow: "Snow",
    Night: "Night",
  },
  patterns: {
    belly: "belly",
    stripes: "stripes",
    spots: "spots",
    split: "split",
    bands: "bands",
    zigzag: "zigzag",
  },
  hats: {
    none: "none",
    cap: "cap",
    crown: "crown",
    beanie: "beanie",
    top: "top",
    horns: "horns",
    party: "party",
    leaf: "leaf",
  },
} as const;
