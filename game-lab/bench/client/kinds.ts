/** What a page spends processor time on. */
export const KINDS = [
  "decode",
  "predict",
  "picture",
  "page",
  "phaser",
  "garbage",
  "drawing",
  "browser",
] as const;
export type Kind = (typeof KINDS)[number];

/** Whose fault it is when a frame takes too long: the rest is Phaser's, the renderer's and the browser's. */
export const OWN: readonly Kind[] = ["decode", "predict", "picture", "page", "garbage"];

/** What a frame of a match costs before anything is drawn. */
export const UNDRAWN: readonly Kind[] = ["decode", "predict", "page"];

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  decode: "decoding: schema, SDK, transport",
  predict: "netcode: prediction, interpolation, clocks, rules",
  picture: "the picture: scenes, characters, effects, camera, and what they ask of Phaser",
  page: "the page: HUD, input, session, sound",
  phaser: "Phaser by itself",
  garbage: "collecting garbage",
  drawing: "drawing calls of Phaser's renderer",
  browser: "the browser itself: timers, style, layout, paint, the canvas",
};

/** Sources by kind; the first that fits. */
const SOURCES: readonly (readonly [RegExp, Kind])[] = [
  [/^node_modules\/phaser\//, "phaser"],
  [
    // Not the bad line that is simulated, which no player has.
    /^node_modules\/(@colyseus|msgpackr|@msgpack)\/|^game-shared\/state\/|^(game-client\/|)transports\/(?!simulated)/,
    "decode",
  ],
  [/^game-player\/|^game-shared\//, "predict"],
  // What stands in for Phaser's renderer.
  [/^game-client\/scenes\/plain-/, "drawing"],
  [/^game-client\/scenes\//, "picture"],
  [/^game-client\/|^node_modules\/(preact|@preact)\//, "page"],
];

/** The kind of a source file. */
export function kindOfSource(source: string): Kind | undefined {
  return SOURCES.find(([pattern]) => pattern.test(source))?.[1];
}
