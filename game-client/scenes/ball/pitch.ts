import type { MatchView } from "#player/netcode/match-view.ts";
import type { SoundPlayer } from "../../sound/cues.ts";
import type { CameraRig } from "../camera-rig.ts";
import { type Hearing, playAt } from "../event-sounds.ts";
import type { Kit } from "../kit.ts";
import type { PictureEdge } from "../picture-edge.ts";
import { BallArrow } from "./ball-arrow.ts";
import { BallPicture } from "./ball-picture.ts";
import { Goals } from "./goals.ts";

/** The hardest blow to be told apart by ear (tiles/s). */
const LOUDEST = 12;

/** The ball, its goals and the arrow to it: there while the mode has a ball. */
export class Pitch {
  readonly #kit: Kit;
  readonly #edge: PictureEdge;
  /** How hard the ball was hit since it was heard last (tiles/s). */
  #blow = 0;
  #parts: { readonly ball: BallPicture; readonly goals: Goals; readonly arrow: BallArrow } | undefined;

  constructor(kit: Kit, edge: PictureEdge) {
    this.#kit = kit;
    this.#edge = edge;
  }

  /** `time` and `dt` in seconds, `pixel` is the size of a CSS pixel in tiles. */
  update(view: MatchView, rig: CameraRig, time: number, dt: number, pixel: number): void {
    const { ball } = view;
    if (ball === undefined) {
      this.destroy();
      return;
    }
    this.#parts ??= {
      ball: new BallPicture(this.#kit),
      goals: new Goals(this.#kit, view.arena),
      arrow: new BallArrow(this.#kit, this.#edge),
    };
    const { goals, arrow } = this.#parts;
    goals.update(time, dt, this.#kit.settings().moves.bobs === 0);
    arrow.update(view, rig, pixel);
    for (const event of view.events) if (event.type === "goal") goals.cheer(event.x, event.y);
    this.#blow = Math.max(this.#blow, this.#parts.ball.update(view, ball, time, dt));
  }

  /** Plays what the ball sounds like, placed where it is on screen. */
  sound({ ball }: MatchView, hearing: Hearing, sound: SoundPlayer): void {
    if (ball !== undefined && this.#blow > 0) {
      const volume = 0.35 + 0.65 * Math.min(1, this.#blow / LOUDEST);
      const rate = 1.15 - 0.3 * Math.min(1, this.#blow / LOUDEST);
      playAt(ball, hearing, sound, { cue: "thud", own: false, volume, rate });
    }
    this.#blow = 0;
  }

  destroy(): void {
    this.#parts?.ball.destroy();
    this.#parts?.goals.destroy();
    this.#parts?.arrow.destroy();
    this.#parts = undefined;
  }
}
