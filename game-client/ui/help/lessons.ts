import type { Control } from "../../session/settings.ts";
import type { english } from "../../words/english/english.ts";

/** A character in a picture: where it stands (percent of the picture), and how. */
export interface Actor {
  who: "self" | "other";
  x: number;
  y: number;
  /** "left" turns it round, "falling" tumbles and shrinks, "planted" squats. */
  pose?: "left" | "falling" | "planted";
}

/** One thing to know, as a picture with the ways to do it. */
export interface Lesson {
  /** Its texts are in the catalogue under this name. */
  id: keyof typeof english.help.lessons;
  actors: Actor[];
  /** What is drawn around the actors, on a grid of 160 x 100; each with the class of its pen. */
  strokes: { d: string; pen: "wave" | "wave-big" | "arrow" | "dots" | "shield" | "speed" | "cross" }[];
  /** With keys: these controls; or the mouse, which cannot be bound. */
  keys: Control[] | "pointer" | "none";
  hold?: boolean;
}

/** The whole game in eight pictures. */
export const LESSONS: Lesson[] = [
  {
    id: "move",
    actors: [{ who: "self", x: 50, y: 60 }],
    strokes: [
      { d: "M112 62h22m-7-6 7 6-7 6", pen: "arrow" },
      { d: "M48 54H26m7-6-7 6 7 6", pen: "arrow" },
      { d: "M124 34l13-9m-8-2 8 2-2 8", pen: "arrow" },
      { d: "M36 76l-13 9m8 2-8-2 2-8", pen: "arrow" },
    ],
    keys: ["up", "left", "down", "right"],
  },
  {
    id: "aim",
    actors: [{ who: "self", x: 30, y: 56 }],
    strokes: [
      { d: "M72 50 112 36", pen: "dots" },
      { d: "M126 20v8m0 8v8M114 32h8m8 0h8M126 42a10 10 0 1 0 0-20 10 10 0 0 0 0 20Z", pen: "cross" },
    ],
    keys: "pointer",
  },
  {
    id: "push",
    actors: [
      { who: "self", x: 26, y: 54 },
      { who: "other", x: 78, y: 54, pose: "left" },
    ],
    strokes: [
      { d: "M68 42q8 12 0 24", pen: "wave" },
      { d: "M80 36q12 18 0 36", pen: "wave" },
      { d: "M92 30q16 24 0 48", pen: "wave" },
    ],
    keys: ["push"],
  },
  {
    id: "charge",
    actors: [
      { who: "self", x: 22, y: 58 },
      { who: "other", x: 88, y: 34, pose: "falling" },
    ],
    strokes: [
      { d: "M60 40q10 16 0 34", pen: "wave-big" },
      { d: "M76 30q18 26 0 54", pen: "wave-big" },
      { d: "M94 20q26 36 0 74", pen: "wave-big" },
    ],
    keys: ["push"],
    hold: true,
  },
  {
    id: "dash",
    actors: [{ who: "self", x: 62, y: 54 }],
    strokes: [
      { d: "M64 38H30M60 54H16M64 70H34", pen: "speed" },
      { d: "M128 54h16m-7-6 7 6-7 6", pen: "arrow" },
    ],
    keys: ["dash"],
  },
  {
    id: "brace",
    actors: [{ who: "self", x: 66, y: 56, pose: "planted" }],
    strokes: [
      { d: "M30 36q10 16 0 36", pen: "wave" },
      { d: "M46 30q14 22 0 48", pen: "wave" },
      { d: "M72 24q-14 30 4 60", pen: "shield" },
    ],
    keys: ["brace"],
  },
  {
    id: "parry",
    actors: [
      { who: "self", x: 76, y: 56, pose: "planted" },
      { who: "other", x: 16, y: 40, pose: "falling" },
    ],
    strokes: [
      { d: "M88 24q-14 30 4 60", pen: "shield" },
      { d: "M70 38q-10 16 0 34", pen: "wave-big" },
      { d: "M54 32q-14 22 0 46", pen: "wave-big" },
    ],
    keys: ["brace"],
  },
  {
    id: "fall",
    actors: [{ who: "self", x: 86, y: 82, pose: "falling" }],
    strokes: [{ d: "M60 40q50-26 74 14", pen: "dots" }],
    keys: "none",
  },
];
