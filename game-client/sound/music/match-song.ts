import type { Part, Section, Song } from "./song.ts";

/** The music of a match: a bouncing band in A minor, five sections of eight bars. */
const VERSE = ["Am7", "D7", "Am7", "D7", "Fmaj7", "G", "Am", "E7"];
const CHORUS = ["C", "G", "Am", "Em", "F", "C", "Dm", "G"];
const BREAK = ["Am", "Am", "F", "F", "Dm", "Dm", "E7", "E7"];

const HOOK = [
  "E5 . . D5 . C5 . A4 . . . . . . . .",
  ". . . . F#4 . A4 . C5 - . B4 . A4 . .",
  "E5 . . D5 . C5 . A4 . . . . G4 . A4 .",
  "C5 . . C5 . D5 . A4 - - . . . . . .",
  "A5 . . G5 . F5 . E5 - . C5 . . . E5 .",
  "G5 . . F5 . E5 . D5 - . B4 . . . D5 .",
  "E5 - . D5 . C5 . B4 . A4 . B4 . C5 . D5",
  "E5 - - - . . G#4 . B4 . D5 . E5 . G#5 .",
];
/** Answers in the gaps of the hook. */
const ANSWER = [
  ". . . . . . . . . . C4 . E4 . G4 .",
  "F#4 - . . . . . . . . . . . . A4 .",
  ". . . . . . . . . . E4 . . . . .",
  ". . . . . . . . . . F#4 . A4 . C5 .",
  ". . . . . . . . . . . . A4 . . .",
  ". . . . . . . . . . . . G4 . . .",
  "C5 . . . . . . . . . . . . . . .",
  ". . . . G#4 - E4 . . . . . . . . .",
];
const REFRAIN = [
  "G5 - - - E5 - . . C5 - D5 - E5 - . .",
  "D5 - - - - - B4 - . . G4 - B4 - D5 -",
  "C5 - - - E5 - . . A5 - - - G5 - E5 -",
  "G5 - - - - - E5 - . . . . B4 - D5 -",
  "A5 - - - F5 - . . C5 - D5 - F5 - . .",
  "G5 - - - E5 - C5 - . . E5 - G5 - . .",
  "F5 - E5 - D5 - . . A5 - G5 - F5 - E5 -",
  "D5 - - - - - - - . . G5 - A5 - B5 -",
];

const skank: Part = {
  instrument: "stab",
  level: 0.34,
  pan: 0.25,
  bars: ["..x...x...x...x.", "..x...x...x..xx."],
};
const drive: Part[] = [
  { instrument: "kick", level: 0.8, bars: ["x.....x.x.......", "x.....x.x.....x."] },
  { instrument: "hat", level: 0.5, pan: -0.2, bars: ["x.o.x.o.x.o.x.oo"] },
  { instrument: "shaker", level: 0.4, pan: 0.35, bars: ["oxoxoxoxoxoxoxox"] },
];
const fourToTheFloor: Part[] = [
  { instrument: "kick", level: 0.8, bars: ["x...x...x...x..."] },
  { instrument: "hat", level: 0.55, pan: -0.2, bars: ["..x...x...x...x.", "..x...x...x.o.xo"] },
  { instrument: "shaker", level: 0.4, pan: 0.35, bars: ["oxoxoxoxoxoxoxox"] },
];
const backbeat = bars("snare", 0.5, ["....x.......x...", "....x..o.o..x..."]);
/** Seven bars of backbeat and a fill. */
const backbeatAndFill = bars("snare", 0.5, [
  ...["....x.......x...", "....x..o.o..x...", "....x.......x...", "....x..o.o..x.o."],
  ...["....x.......x...", "....x..o.o..x...", "....x.......x...", "....x..o..x.oxxx"],
]);
const bounce = bars("bass", 0.62, ["1..1..8...1.5.7.", "1..1..8...5.7.8."]);
const run = bars("bass", 0.6, ["1.1.8.1.1.1.8.5.", "1.1.8.1.1.8.5.3."]);

/** What joins in while a match comes to its end: sixteenths first, then a kick on each beat, a riff, and a roll. */
const finale: Part[] = [
  { instrument: "hat", level: 0.34, pan: -0.2, from: 0.1, bars: ["xoxoxoxoxoxoxoxo"] },
  { instrument: "kick", level: 0.7, from: 0.3, bars: ["x...x...x...x..."] },
  {
    instrument: "marimba",
    level: 0.3,
    pan: -0.35,
    transpose: 24,
    from: 0.5,
    bars: ["1.1.5.1.8.1.5.1.", "1.1.5.1.8.5.3.5."],
  },
  { instrument: "snare", level: 0.3, from: 0.7, bars: ["o.o.x.o.o.o.x.oo", "o.o.x.o.oxo.xoxx"] },
];

const sections: Section[] = [
  { chords: VERSE, parts: [...drive, backbeat, bounce, skank, bars("marimba", 0.6, HOOK)] },
  {
    chords: VERSE,
    parts: [
      ...drive,
      backbeatAndFill,
      bounce,
      skank,
      bars("marimba", 0.6, HOOK),
      { instrument: "bell", level: 0.24, pan: -0.4, transpose: 12, bars: ANSWER },
    ],
  },
  { chords: CHORUS, parts: [...fourToTheFloor, backbeatAndFill, run, skank, bars("whistle", 0.4, REFRAIN)] },
  {
    chords: BREAK,
    parts: [
      { instrument: "kick", level: 0.7, bars: ["x...............", "x.........x....."] },
      { instrument: "shaker", level: 0.5, pan: 0.35, bars: ["oxoxoxoxoxoxoxox"] },
      bars("snare", 0.4, [
        ...Array.from({ length: 6 }, () => "................"),
        "x...x...x...x...",
        "x.x.x.x.xoxoxxxx",
      ]),
      bars("bass", 0.62, ["1-----......1.5.", "1-----....8.5.1."]),
      { instrument: "marimba", level: 0.5, transpose: 24, bars: ["1.3.5.8.5.3.5.3.", "8.5.3.5.8.5.3.1."] },
      { instrument: "stab", level: 0.26, pan: 0.25, bars: ["......x.........", "......x..x......"] },
    ],
  },
  {
    chords: CHORUS,
    parts: [
      ...fourToTheFloor,
      backbeatAndFill,
      run,
      skank,
      bars("whistle", 0.38, REFRAIN),
      {
        instrument: "marimba",
        level: 0.34,
        pan: -0.35,
        transpose: 24,
        bars: ["5.3.1.3.5.3.8.5.", "3.5.8.5.3.1.3.5."],
      },
    ],
  },
];

export const MATCH_SONG: Song = {
  beatsPerMinute: 122,
  swing: 0.12,
  sections: sections.map(({ chords, parts }) => ({ chords, parts: [...parts, ...finale] })),
};

function bars(instrument: Part["instrument"], level: number, lines: readonly string[]): Part {
  return { instrument, level, bars: lines };
}
