import type { Settings } from "../session/settings.ts";

/** How loud effects and music are (0..1): nothing is while the sound is off. */
export function volumesOf({ sound, music, muted }: Pick<Settings, "sound" | "music" | "muted">): {
  sound: number;
  music: number;
} {
  return muted ? { sound: 0, music: 0 } : { sound, music };
}
