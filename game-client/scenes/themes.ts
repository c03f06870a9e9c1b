/** Colours of one kind of island and of the sky around it, all `#rrggbb`. */
export interface Theme {
  /** The two tones of the checkered ground. */
  readonly ground: readonly [string, string];
  /** Rim of the ground: what shows where the void begins. */
  readonly lip: string;
  readonly lipShade: string;
  /** Band of soil under the rim, top to bottom. */
  readonly soil: readonly [string, string];
  /** Rock below: lit side, shaded side, and what both fade to with depth. */
  readonly rock: readonly [string, string, string];
  /** Raised blocks: top, lit rim of it, side. */
  readonly wall: readonly [string, string, string];
  /** Small things on the ground: main and second colour. */
  readonly decor: readonly [string, string];
  readonly decorKind: "flowers" | "snow" | "slabs" | "cinders";
  /** Cap of the bumpers: main, shade, spots. */
  readonly bumper: readonly [string, string, string];
  /** Slab of a crumbling tile: top, lit edge, cracks, side, lit side. */
  readonly crumble: readonly [string, string, string, string, string];
  /** Sky from top to bottom. */
  readonly sky: readonly [string, string, string];
  /** Clouds and their undersides. */
  readonly cloud: readonly [string, string];
  /** Far islands: grass, its shade, rock, its shade. */
  readonly far: readonly [string, string, string, string];
}

const MEADOW: Theme = {
  ground: ["#9bd863", "#8ccb57"],
  lip: "#cdf58a",
  lipShade: "#5aa443",
  soil: ["#a8714d", "#6a4146"],
  rock: ["#9a83a8", "#67548a", "#3a4a9c"],
  wall: ["#dfe3ee", "#ffffff", "#8c93b5"],
  decor: ["#6db547", "#ffffff"],
  decorKind: "flowers",
  bumper: ["#ff5468", "#c93257", "#ffe8ea"],
  crumble: ["#e8cf8f", "#fff4cf", "#8a6446", "#7a5646", "#9a7357"],
  sky: ["#1f3f9e", "#3f7fdc", "#8fd0f7"],
  cloud: ["#ffffff", "#c6dcff"],
  far: ["#6fb7a6", "#5596a0", "#5d72b5", "#4d60a6"],
};

const FROST: Theme = {
  ground: ["#eaf5fc", "#dbebf7"],
  lip: "#ffffff",
  lipShade: "#a9c8e8",
  soil: ["#86a9d6", "#4c67a6"],
  rock: ["#8ea6e0", "#5667b5", "#2c3a86"],
  wall: ["#a5c6ee", "#ffffff", "#5a79bd"],
  decor: ["#b9d4ec", "#ffffff"],
  decorKind: "snow",
  bumper: ["#5b8cff", "#3a55cf", "#eaf3ff"],
  crumble: ["#b8d9f2", "#f2fbff", "#5f88b8", "#5574b0", "#7f9fd2"],
  sky: ["#141d57", "#2f53ad", "#74b6e8"],
  cloud: ["#e9f4ff", "#a9c6f0"],
  far: ["#a9c9ee", "#86a8da", "#5a74bd", "#4a61ab"],
};

const RUINS: Theme = {
  ground: ["#ecd3a2", "#e2c692"],
  lip: "#fff0cc",
  lipShade: "#b98a5c",
  soil: ["#b27f59", "#6c4650"],
  rock: ["#a67a86", "#6f4b70", "#46327a"],
  wall: ["#cfa273", "#f6d7a6", "#82576a"],
  decor: ["#c9a673", "#8fb35a"],
  decorKind: "slabs",
  bumper: ["#23b5a6", "#15807f", "#d6fff4"],
  crumble: ["#d9b183", "#ffe6bb", "#7d5347", "#6f4a4c", "#946853"],
  sky: ["#251c5e", "#6b459f", "#ef9a93"],
  cloud: ["#ffe3e0", "#d9a3c4"],
  far: ["#b98aa8", "#9a7099", "#6d5198", "#5c4489"],
};

const EMBERS: Theme = {
  ground: ["#f4b897", "#eaa988"],
  lip: "#ffe3b8",
  lipShade: "#e2603a",
  soil: ["#d9482f", "#5b1d3f"],
  rock: ["#84516f", "#4d2a58", "#2b1456"],
  wall: ["#9d88a6", "#dcc9df", "#594463"],
  decor: ["#c9694f", "#ffb648"],
  decorKind: "cinders",
  bumper: ["#7b5cff", "#5437c9", "#ece6ff"],
  crumble: ["#c98a75", "#ffd0ac", "#8c3232", "#6d2f45", "#a1505a"],
  sky: ["#170d3a", "#5a1f63", "#f0693f"],
  cloud: ["#ffc7a6", "#b86a82"],
  far: ["#b0607a", "#8a476f", "#60336e", "#4b2860"],
};

const THEMES: Readonly<Record<string, Theme>> = {
  meadow: MEADOW,
  frost: FROST,
  ruins: RUINS,
  embers: EMBERS,
};

/** Names of all themes. */
export const THEME_NAMES: readonly string[] = Object.keys(THEMES);

/** Colours of a theme; an unknown name gets the meadow. */
export function themeOf(name: string): Theme {
  return THEMES[name] ?? MEADOW;
}

/** The theme's name as the sprites use it; an unknown name becomes the meadow. */
export function themeName(name: string): string {
  return name in THEMES ? name : "meadow";
}
