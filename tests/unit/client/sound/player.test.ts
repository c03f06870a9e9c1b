import { signal } from "@preact/signals-core";
import { describe, expect, it, vi } from "vitest";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { createSoundPlayer } from "#client/sound/player.ts";
import { Voices } from "#client/sound/voices.ts";

describe("a page without Web Audio", () => {
  it("has a silent player", () => {
    const player = createSoundPlayer(signal(DEFAULT_SETTINGS));
    expect(() => {
      player.music("match");
      player.play("hit", { pan: 1, rate: 9, volume: 2 });
    }).not.toThrow();
  });
});

describe("voices", () => {
  it("let the same cue sound once within 30 ms, and other cues beside it", () => {
    const voices = new Voices<string>();
    expect(voices.admit("hit", 4, 1)).toBe(true);
    voices.add("hit", 1, 0.5, () => undefined);
    expect(voices.admit("hit", 4, 1.02)).toBe(false);
    expect(voices.admit("parry", 4, 1.02)).toBe(true);
    expect(voices.admit("hit", 4, 1.04)).toBe(true);
  });

  it("end the oldest of a cue when there are too many of it", () => {
    const voices = new Voices<string>();
    const stops = [vi.fn(), vi.fn()];
    stops.forEach((stop, i) => {
      voices.admit("hit", 2, i);
      voices.add("hit", i, 10, stop);
    });
    expect(voices.admit("hit", 2, 2)).toBe(true);
    expect(stops.map((stop) => stop.mock.calls.length)).toEqual([1, 0]);
  });

  it("forget what has ended", () => {
    const voices = new Voices<string>();
    const stop = vi.fn();
    voices.add("hit", 0, 0.5, stop);
    voices.admit("hit", 1, 0.6);
    expect(stop).not.toHaveBeenCalled();
  });

  it("end the oldest of all when many different cues sound", () => {
    const voices = new Voices<number>();
    const stops = Array.from({ length: 24 }, () => vi.fn());
    for (const [i, stop] of stops.entries()) voices.add(i, i / 100, 10, stop);
    expect(voices.admit(99, 4, 1)).toBe(true);
    expect(stops[0]).toHaveBeenCalledOnce();
    expect(stops[1]).not.toHaveBeenCalled();
  });
});
