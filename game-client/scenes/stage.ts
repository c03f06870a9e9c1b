import type { ReadonlySignal } from "@preact/signals-core";
import type { MatchView } from "#player/netcode/match-view.ts";
import type { DrawnSettings } from "../session/motion.ts";
import type { Speech } from "../session/speech.ts";
import type { SoundPlayer } from "../sound/cues.ts";

/** The picture behind the page: a match, or the sky behind the menu. */
export interface Stage {
  readonly renderer: "webgl" | "canvas";
  /** Shows a match; undefined shows the backdrop of the menu. */
  show(view: MatchView | undefined): void;
  /** Shows what somebody says over their character. */
  tell(speech: Speech): void;
  /** Where a point of the arena (tiles) is on the page (CSS pixels). */
  toScreen(x: number, y: number): { x: number; y: number };
  /** What is seen over characters at this moment. */
  readonly speeches: readonly Speech[];
  /** Frames drawn in the last second. */
  readonly framesPerSecond: number;
  destroy(): void;
}

export interface StageOptions {
  parent: HTMLElement;
  settings: ReadonlySignal<DrawnSettings>;
  sound: SoundPlayer;
  /** "auto" takes WebGL where there is one. */
  renderer: "auto" | "canvas";
  /** How fast the match runs, as a share of its ordinary speed; asked for in each frame. */
  pace(): number;
  /** Called at the start of each frame, before anything is read from the view. ms since the page opened. */
  beforeFrame(nowMs: number): void;
}
