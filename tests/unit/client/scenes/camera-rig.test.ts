import type Phaser from "phaser";
import { describe, expect, it } from "vitest";
import { CameraRig } from "#client/scenes/camera-rig.ts";
import { clearOf } from "#client/scenes/clear-of-thumbs.ts";
import type { Box } from "#client/scenes/maths/edge.ts";
import { createGaze, type DrawnPlayer, type MatchView } from "#player/netcode/match-view.ts";

const STEP = 1 / 60;
const STILL = { shake: 0, drifts: false, lead: 1, density: 2 };

/** A camera over an arena of 40 x 30 tiles in which Ann stands at 10, 10 and Ben at 30, 20, and nobody is oneself. */
function watch(clear?: Box) {
  const camera = {
    width: 1280,
    height: 720,
    setZoom: () => {},
    setScroll: () => {},
  } as unknown as Phaser.Cameras.Scene2D.Camera;
  const stand = (x: number, y: number): DrawnPlayer =>
    ({ x, y, aim: 0, vx: 0, vy: 0, fall: 0 }) as unknown as DrawnPlayer;
  const players = new Map([
    ["ann", stand(10, 10)],
    ["ben", stand(30, 20)],
  ]);
  const gaze = createGaze();
  const view = { arena: { width: 40, height: 30 }, phase: "playing", players, gaze, self: undefined };
  const rig = new CameraRig();
  const run = (seconds: number): void => {
    for (let t = 0; t < seconds; t += STEP)
      rig.update(camera, view as unknown as MatchView, STEP, { ...STILL, clear });
  };
  return { camera, gaze, players, rig, run };
}

/** The camera looks ahead of whom it follows: along the aim, at most this far (tiles). */
const AHEAD = 2.3;

describe("the camera of whoever has no character", () => {
  it("shows the whole arena, or whom one follows", () => {
    const { gaze, rig, run } = watch();
    run(1);
    // 30 tiles and a margin are as high as the picture.
    expect([rig.x, rig.zoom]).toEqual([20, 720 / 35]);
    Object.assign(gaze, { mode: "follow", followed: "ben" });
    run(3);
    expect(Math.hypot(rig.x - 30, rig.y - 20)).toBeLessThan(AHEAD);
    gaze.followed = "ann";
    run(3);
    expect(Math.hypot(rig.x - 10, rig.y - 10)).toBeLessThan(AHEAD);
  });

  it("stays where it is until whom one follows comes into sight", () => {
    const { gaze, players, rig, run } = watch();
    Object.assign(gaze, { mode: "follow", followed: "ann" });
    run(3);
    const { x, y, zoom } = rig;
    gaze.followed = "far";
    players.clear();
    run(2);
    expect([rig.x, rig.y, rig.zoom]).toEqual([x, y, zoom]);
  });

  it("flies from where it is, as it is steered, and not out of the arena", () => {
    const { gaze, rig, run } = watch();
    Object.assign(gaze, { mode: "follow", followed: "ann" });
    run(3);
    const { x, y } = rig;
    gaze.mode = "free";
    run(1);
    expect(Math.hypot(rig.x - x, rig.y - y)).toBeLessThan(0.01);
    gaze.moveX = 1;
    run(0.5);
    expect(rig.x).toBeGreaterThan(x + 4);
    gaze.moveY = -1;
    run(10);
    expect([rig.x, rig.y]).toEqual([expect.closeTo(40, 2), expect.closeTo(0, 2)]);
  });

  it("goes with the finger that drags it", () => {
    const { gaze, rig, run } = watch();
    Object.assign(gaze, { mode: "follow", followed: "ann" });
    run(5);
    gaze.mode = "free";
    run(1);
    const { x, y, zoom } = rig;
    // To the left by so many CSS pixels, of which each is two of the screen's.
    gaze.dragX -= 100;
    run(3);
    expect([rig.x, rig.y]).toEqual([expect.closeTo(x + 200 / zoom, 2), expect.closeTo(y, 2)]);
  });
});

describe("the camera of whoever plays with thumbs", () => {
  it.each([
    ["on its side", 844, 390],
    ["upright", 390, 844],
  ])("keeps the own character from under sticks and buttons of a telephone %s", (_how, width, height) => {
    const { camera, gaze, players, rig, run } = watch(clearOf({ x: width / 2, y: height / 2 }));
    Object.assign(camera, { width: width * STILL.density, height: height * STILL.density });
    Object.assign(gaze, { mode: "follow", followed: "ann" });
    const own = players.get("ann");
    for (const [x, y] of [
      [0, 0],
      [40, 0],
      [0, 30],
      [40, 30],
    ]) {
      Object.assign(own ?? {}, { x, y, aim: 1 });
      run(4);
      const pixels = rig.zoom / STILL.density;
      const left = width / 2 + ((x ?? 0) - rig.x) * pixels;
      const top = height / 2 + ((y ?? 0) - rig.y) * pixels;
      // Where `touch.css` has sticks and buttons: on the side from 522 px on, upright from 527 px down.
      const isUpright = height > width;
      expect(isUpright ? top < 527 : left > 155 && left < 522, `${x}, ${y} at ${left}, ${top}`).toBe(true);
    }
  });
});
