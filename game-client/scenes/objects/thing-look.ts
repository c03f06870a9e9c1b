import type { DrawnThing, MatchView } from "#player/netcode/match-view.ts";
import type { Kit } from "../kit.ts";

/** What a picture of a thing may go by besides the thing. */
export interface ThingFrame {
  readonly view: MatchView;
  /** Time of the picture (s), which stands still in a pause, and how long this frame is. */
  readonly time: number;
  readonly dt: number;
  /** Size of a CSS pixel (tiles). */
  readonly pixel: number;
}

/** One thing on the stage. What stands among the characters is put into the layer `actors` with `depthAt` its feet. */
export interface ThingPicture {
  /** Draws the thing, in each frame in which it may be in sight. */
  update(thing: DrawnThing, frame: ThingFrame): void;
  /** Nothing of it is drawn until the next update. */
  hide(): void;
  destroy(): void;
}

/** How a kind of thing is drawn. */
export interface ThingLook {
  /** No part of it is farther from its centre than this (tiles); infinitely far for what is always drawn. */
  readonly reach: number;
  create(kit: Kit, thing: DrawnThing): ThingPicture;
}
