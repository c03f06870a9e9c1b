import type { Match } from "#player/netcode/match.ts";
import { Camera } from "../camera.ts";
import { Island } from "./island.ts";
import type { PanePicture } from "./pane-picture.ts";

/** The island and the camera of one match, alike for all panes that show it. */
export class View {
  #island: Island | undefined;
  #camera: Camera | undefined;

  /**
   * Draws panes, each as it knows the match. The camera follows `wanted`, or without one somebody in `match`, through `dt`
   * milliseconds.
   */
  draw(
    match: Match,
    wanted: string | undefined,
    shown: readonly (readonly [PanePicture, Match])[],
    { nowMs, dt }: { nowMs: number; dt: number },
  ): void {
    const [first] = shown;
    if (first === undefined) return;
    const [{ scale }] = first;
    const moved = this.#island !== undefined && this.#island.arena !== match.arena;
    if (this.#camera === undefined || moved) this.#camera = new Camera(match.arena);
    if (moved || this.#island?.scale !== scale) this.#island = new Island(match.arena, scale);
    const [island, camera] = [this.#island, this.#camera];
    camera.follow(match.players, wanted, match.arena, dt);
    for (const [picture, known] of shown) picture.draw(known, island, camera, nowMs);
  }
}
