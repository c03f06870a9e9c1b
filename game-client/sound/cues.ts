/** Everything that can be heard, by what happened. */
export const CUES = [
  "pushTap",
  "pushFull",
  "charged",
  "hit",
  "hitHeavy",
  "braced",
  "parry",
  "dash",
  "bump",
  "bumper",
  "spring",
  "teleport",
  "fall",
  "ownFall",
  "knockout",
  "respawn",
  "goal",
  "thud",
  "crumble",
  "crumbleGone",
  "takeFeather",
  "takeAnvil",
  "takeMega",
  "takeHook",
  "takeBanana",
  "takeBubble",
  "hook",
  "slip",
  "pop",
  "countdown",
  "go",
  "matchEnd",
  "win",
  "join",
  "chat",
  "emote",
  "ready",
  "start",
  "crown",
  "crownLost",
  "zone",
  "zoneTaken",
  "round",
  "roundOver",
  "sinkSoon",
  "sink",
  "out",
  "uiMove",
  "uiClick",
  "uiBack",
  "uiError",
] as const;
export type Cue = (typeof CUES)[number];

/** How one sounding of a cue differs from the plain one. */
export interface CueOptions {
  /** 0..1, times the loudness of the settings. */
  volume?: number;
  /** -1 left .. 1 right. */
  pan?: number;
  /** Speed and with it pitch, 0.5..2. */
  rate?: number;
}

/** The loudspeaker of the page. Silent until the first key, click or touch, as browsers demand. */
export interface SoundPlayer {
  play(cue: Cue, options?: CueOptions): void;
  /** Which music runs, and how urgent it is (0..1, 0 when absent); it changes on a beat, and hurries beat by beat. */
  music(track: "menu" | "match" | "none", urgency?: number): void;
}
