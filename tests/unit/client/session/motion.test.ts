import type Phaser from "phaser";
import { describe, expect, it } from "vitest";
import { CameraRig, type Movement } from "#client/scenes/camera-rig.ts";
import { drawnSettings, wantsLessMotion } from "#client/session/motion.ts";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { createGaze, type MatchView } from "#player/netcode/match-view.ts";

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
    expect(places({ shake: 1, drifts: true }).length).toBeGreaterThan(30);
    expect(places({ shake: 0, drifts: true }).length).toBeGreaterThan(30);
    expect(places({ shake: 0, drifts: false })).toHaveLength(1);
  });
});
