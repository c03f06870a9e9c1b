import type Phaser from "phaser";
import { describe, expect, it } from "vitest";
import { CameraRig, type Movement } from "#client/scenes/camera-rig.ts";
import { Pose } from "#client/scenes/characters/pose.ts";
import { drawnSettings, MOVES, type Moves, wantsLessMotion } from "#client/session/motion.ts";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { createGaze, type DrawnPlayer, type MatchView } from "#player/netcode/match-view.ts";

describe("less motion", () => {
  it("follows the system until the player chooses", () => {
    expect(wantsLessMotion("system", true)).toBe(true);
    expect(wantsLessMotion("system", false)).toBe(false);
    expect(wantsLessMotion("full", true)).toBe(false);
    expect(wantsLessMotion("reduced", false)).toBe(true);
    expect(DEFAULT_SETTINGS.motion).toBe("system");
  });

  it("takes shake and bending out of the picture, and leaves the settings as they are", () => {
    const settings = { ...DEFAULT_SETTINGS, shake: 0.8, effects: "full" as const };
    expect(drawnSettings(settings, true)).toMatchObject({ shake: 0, effects: "medium", motion: "reduced" });
    expect(drawnSettings({ ...settings, effects: "low" }, true).effects).toBe("low");
    expect(drawnSettings(settings, false)).toMatchObject({ shake: 0.8, effects: "full" });
    expect(settings.shake).toBe(0.8);
  });

  it("decides all of it in one table, in which nothing is more than with all motion", () => {
    const { full, reduced } = MOVES;
    for (const name of Object.keys(full) as (keyof Moves)[]) {
      expect(Number(reduced[name]), name).toBeLessThan(Number(full[name]));
      expect(Number(full[name]), name).toBe(1);
    }
    expect(drawnSettings(DEFAULT_SETTINGS, true).moves).toBe(reduced);
    expect(drawnSettings(DEFAULT_SETTINGS, false).moves).toBe(full);
  });
});

describe("a body", () => {
  /** All that is drawn of a body that stands, is hit, runs and falls. */
  function poses(bobs: number): string[] {
    const pose = new Pose();
    const player = { vx: 0, vy: 0, aim: 0, action: 0, charge: 0, wobble: 250, height: 0, fall: 0 };
    const seen: string[] = [];
    for (let frame = 0; frame < 120; frame++) {
      if (frame === 30) player.vx = 15;
      if (frame === 60) player.vx = 5;
      player.fall = Math.max(0, (frame - 90) / 30);
      pose.update(player as unknown as DrawnPlayer, frame / 60, 1 / 60, bobs);
      const { lift, squash, stretch, spin } = pose;
      seen.push([lift, squash, stretch, spin].map((value) => Math.abs(value).toFixed(4)).join(" "));
    }
    return [...new Set(seen)];
  }

  it("breathes, squashes, bobs and tumbles, and with less motion does nothing of it", () => {
    expect(poses(MOVES.full.bobs).length).toBeGreaterThan(60);
    expect(poses(MOVES.reduced.bobs)).toEqual(["0.0000 0.0000 0.0000 0.0000"]);
  });
});

describe("the camera", () => {
  /** Where it looks, frame by frame, after a hard blow over an arena without a local player. */
  function places(movement: Omit<Movement, "density">): string[] {
    const seen: string[] = [];
    const camera = {
      width: 640,
      height: 360,
      setZoom: () => {},
      setScroll: (x: number, y: number) => seen.push(`${x.toFixed(3)}, ${y.toFixed(3)}`),
    } as unknown as Phaser.Cameras.Scene2D.Camera;
    const view = {
      arena: { width: 20, height: 12 },
      self: undefined,
      gaze: createGaze(),
    } as unknown as MatchView;
    const rig = new CameraRig();
    rig.shake(1);
    for (let frame = 0; frame < 60; frame++) rig.update(camera, view, 1 / 60, { ...movement, density: 1 });
    return [...new Set(seen)];
  }

  it("shakes and drifts, and with less motion does neither", () => {
    expect(places({ shake: 1, drifts: true, lead: 1 }).length).toBeGreaterThan(30);
    expect(places({ shake: 0, drifts: true, lead: 1 }).length).toBeGreaterThan(30);
    expect(places({ shake: 0, drifts: false, lead: 1 })).toHaveLength(1);
  });
});
