import type { Part, Section, Song } from "./song.ts";

/** The music of the menu: slow chords, bells far off, and a whistled tune now and then. */
const FLOATING = ["Fmaj9", "C", "Am9", "G", "Fmaj9", "Em7", "Dm9", "Gsus"];
const LONGING = ["Am9", "Em7", "Fmaj9", "C", "Dm9", "Am9", "Bbmaj7", "G"];

const TUNE = [
  "E5 - - - - - - - C5 - - - D5 - - -",
  "B4 - - - - - - - - - - - . . . .",
  "A4 - - - C5 - - - E5 - - - - - - -",
  "D5 - - - - - C5 - - - - - . . . .",
  "F5 - - - - - - - E5 - - - D5 - - -",
  "C5 - - - - - - - A4 - - - . . . .",
  "D5 - - - - - - - F5 - - - - - - -",
  "D5 - - - - - - - - - - - . . . .",
];

const chords: Part = { instrument: "pad", level: 0.36, bars: ["x---------------"] };
const bass: Part = { instrument: "bass", level: 0.3, bars: ["1-------....5---", "1-------........"] };
const breath: Part = {
  instrument: "shaker",
  level: 0.3,
  pan: 0.3,
  bars: ["....o.......o...", "....o.......o.o."],
};
const drops: Part = {
  instrument: "bell",
  level: 0.36,
  pan: -0.3,
  transpose: 36,
  bars: ["..5.....8.......", "....3.......5...", "..8...5.....3...", "................"],
};
const ripples: Part = {
  instrument: "marimba",
  level: 0.3,
  pan: 0.3,
  transpose: 24,
  bars: ["1..3..5..8..5...", "..3..5..8..5..3."],
};

const sections: Section[] = [
  { chords: FLOATING, parts: [chords, bass, drops] },
  {
    chords: LONGING,
    parts: [chords, bass, breath, drops, { instrument: "whistle", level: 0.34, bars: TUNE }],
  },
  { chords: FLOATING, parts: [chords, bass, breath, drops, ripples] },
  {
    chords: LONGING,
    parts: [
      chords,
      bass,
      ripples,
      { instrument: "whistle", level: 0.3, bars: TUNE },
      { instrument: "bell", level: 0.16, pan: -0.4, transpose: 12, bars: TUNE },
    ],
  },
];

export const MENU_SONG: Song = { beatsPerMinute: 76, swing: 0, sections };
