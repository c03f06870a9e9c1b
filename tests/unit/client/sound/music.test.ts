import { describe, expect, it } from "vitest";
import { urgencyOf } from "#client/session/urgency.ts";
import { INSTRUMENTS, zoneOf } from "#client/sound/music/instruments.ts";
import { MATCH_SONG } from "#client/sound/music/match-song.ts";
import { MENU_SONG } from "#client/sound/music/menu-song.ts";
import { parseChord, parseNote, parseStep } from "#client/sound/music/notation.ts";
import { Sequencer } from "#client/sound/music/sequencer.ts";
import { compileSong, type Song, STEPS_PER_BAR } from "#client/sound/music/song.ts";
import { createRandom } from "#client/sound/random.ts";
import { recipeSeconds } from "#client/sound/recipe.ts";
import { render } from "#client/sound/synth.ts";

const SONGS = [
  ["match", MATCH_SONG],
  ["menu", MENU_SONG],
] as const;

describe("notation", () => {
  it("names notes", () => {
    expect(parseNote("A4")).toBe(69);
    expect(parseNote("C5")).toBe(72);
    expect(parseNote("G#5")).toBe(80);
    expect(() => parseNote("H4")).toThrow('"H4"');
  });

  it("voices chords within one octave, however they are called", () => {
    expect(parseChord("Am")).toEqual({ root: 33, tones: [0, 3, 7], voicing: [57, 60, 64] });
    expect(parseChord("Bbmaj7").voicing.every((note) => note >= 55 && note < 67)).toBe(true);
    expect(() => parseChord("Cx")).toThrow('"Cx"');
  });

  it("reads steps against the chord", () => {
    const am = parseChord("Am");
    expect(parseStep("5", am, 0)?.pitches).toEqual([40]);
    expect(parseStep("7", am, 12)?.pitches).toEqual([57]);
    expect(parseStep("x", am, 0)?.pitches).toEqual([57, 60, 64]);
    expect(parseStep("-", am, 0)).toBeUndefined();
  });
});

describe.each(SONGS)("the %s song", (_, song) => {
  const steps = compileSong(song);

  it("goes on for at least 16 bars without two four-bar lines alike", () => {
    expect(steps.length / STEPS_PER_BAR).toBeGreaterThanOrEqual(16);
    expect(steps.length % STEPS_PER_BAR).toBe(0);
    const line = 4 * STEPS_PER_BAR;
    const lines = Array.from({ length: steps.length / line }, (_, i) =>
      JSON.stringify(steps.slice(i * line, (i + 1) * line)),
    );
    expect(new Set(lines).size).toBe(lines.length);
  });

  it("stays near the pitches that its instruments were rendered at", () => {
    for (const note of steps.flat()) {
      const { rate } = zoneOf(note.instrument, note.midi);
      // Four semitones: further away the sample's length and colour would show.
      expect(Math.abs(12 * Math.log2(rate)), `${note.instrument} ${note.midi}`).toBeLessThanOrEqual(4.01);
      expect(note.level).toBeGreaterThan(0);
      expect(note.level).toBeLessThanOrEqual(1);
    }
  });

  it("asks of no instrument to hold a note longer than it sounds", () => {
    const stepSeconds = 60 / song.beatsPerMinute / 4;
    for (const { instrument, midi, steps: length } of steps.flat()) {
      if (!("release" in INSTRUMENTS[instrument]) || instrument === "bass") continue;
      const { recipe, rate } = zoneOf(instrument, midi);
      expect(length * stepSeconds).toBeLessThan(recipeSeconds(recipe) / rate);
    }
  });

  it("is played on sounds without faults", () => {
    const recipes = new Set(steps.flat().map((note) => zoneOf(note.instrument, note.midi).recipe));
    for (const recipe of recipes) {
      const samples = render(recipe, createRandom(1));
      expect(samples.every((value) => Math.abs(value) <= 1)).toBe(true);
      expect(samples.at(-1)).toBeCloseTo(0, 5);
    }
  });
});

describe("the end of a match", () => {
  it("is what makes the music urgent, for half a minute", () => {
    expect(urgencyOf("playing", 31)).toBe(0);
    expect(urgencyOf("playing", 15)).toBe(0.5);
    expect(urgencyOf("playing", 0)).toBe(1);
    for (const phase of ["lobby", "countdown", "results"] as const) expect(urgencyOf(phase, 3)).toBe(0);
  });
});

describe("sequencer", () => {
  /** One bar at 120 beats a minute: a step is 0.125 s. */
  const song: Song = {
    beatsPerMinute: 120,
    swing: 0,
    sections: [{ chords: ["C"], parts: [{ instrument: "kick", level: 1, bars: ["x...x...x...x.--"] }] }],
  };

  it("gives each note out once, whatever the size of the steps", () => {
    const random = createRandom(3);
    const sequencer = new Sequencer(song, 10);
    const times: number[] = [];
    for (let now = 9.5; now < 14; now += random() * 0.2) {
      times.push(...sequencer.advance(now, now + 0.3).map((note) => note.at));
    }
    expect(times.slice(0, 8)).toEqual([10, 10.5, 11, 11.5, 12, 12.5, 13, 13.5]);
  });

  it("leaves out what should have begun while the page hung", () => {
    const sequencer = new Sequencer(song, 0);
    expect(sequencer.advance(1.2, 1.6).map((note) => note.at)).toEqual([1.5]);
  });

  it("knows the next beat, which songs change on", () => {
    const sequencer = new Sequencer(song, 10);
    expect(sequencer.beatFrom(10.6)).toBeCloseTo(11);
    expect(sequencer.beatFrom(11)).toBeCloseTo(11);
    expect(sequencer.beatFrom(3)).toBe(10);
  });

  it("lets every second step come late by the swing", () => {
    const swung: Song = {
      ...song,
      swing: 0.3,
      sections: [{ chords: ["C"], parts: [{ instrument: "hat", level: 1, bars: ["xx.............."] }] }],
    };
    expect(new Sequencer(swung, 0).advance(0, 1).map((note) => note.at)).toEqual([0, 1.3 * 0.125]);
  });

  it("hurries by the beat, and comes back", () => {
    const sequencer = new Sequencer(song, 0);
    /** Lengths (s) of the next so many beats. */
    const beats = (count: number): number[] => {
      const { length } = times;
      while (times.length < length + count) {
        times.push(...sequencer.advance(0, (times.at(-1) ?? 0) + 0.6).map(({ at }) => at));
      }
      return times.slice(length).map((at, i) => at - (times[length + i - 1] ?? 0));
    };
    const times: number[] = [];
    beats(1);
    expect(beats(8).every((seconds) => Math.abs(seconds - 0.5) < 1e-9)).toBe(true);
    sequencer.wanted = 1;
    const faster = beats(40);
    for (const [i, seconds] of faster.entries()) {
      const before = faster[i - 1] ?? 0.5;
      expect(seconds).toBeLessThanOrEqual(before + 1e-9);
      // A twentieth of 14 % from beat to beat: less than anybody hears as a step.
      expect(before / seconds).toBeLessThan(1.0075);
    }
    expect(faster.at(-1)).toBeCloseTo(0.5 / 1.14, 6);
    sequencer.wanted = 0;
    expect(beats(40).at(-1)).toBeCloseTo(0.5, 6);
  });

  it("gives no note out twice, nor leaves one out, while it hurries", () => {
    const sequencer = new Sequencer(song, 0);
    sequencer.wanted = 1;
    const random = createRandom(5);
    const times: number[] = [];
    let now = 0;
    while (times.length < 60) {
      now += random() * 0.2;
      times.push(...sequencer.advance(now, now + 0.3).map(({ at }) => at));
    }
    const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(0.43);
    expect(Math.max(...gaps)).toBeLessThan(0.501);
    // The beat on which another song begins is one that this song has.
    const last = times.at(-1) ?? 0;
    expect(sequencer.beatFrom(last - 0.01)).toBeCloseTo(last, 9);
    expect(times.some((at) => Math.abs(at - sequencer.beatFrom(last - 1.2)) < 1e-9)).toBe(true);
  });

  it("lets parts join in when it is urgent enough, softly at first", () => {
    const part = { instrument: "hat", level: 0.8, from: 0.5, bars: ["x...x...x...x..."] } as const;
    const waiting: Song = { ...song, sections: [{ chords: ["C"], parts: [part] }] };
    const sequencer = new Sequencer(waiting, 0);
    expect(sequencer.advance(0, 10)).toEqual([]);
    sequencer.wanted = 1;
    const levels = sequencer.advance(0, 30).map(({ note }) => note.level);
    expect(levels[0]).toBeLessThan(0.2);
    expect(levels.at(-1)).toBeCloseTo(0.8);
    expect([...levels].sort((a, b) => a - b)).toEqual(levels);
    sequencer.wanted = 0;
    sequencer.advance(0, 60);
    expect(sequencer.advance(0, 70)).toEqual([]);
  });

  it("refuses a bar of the wrong length", () => {
    const part = { instrument: "kick", level: 1, bars: ["x..."] } as const;
    expect(() => compileSong({ ...song, sections: [{ chords: ["C"], parts: [part] }] })).toThrow("16 steps");
  });
});
