/** Practice, for which nobody else and no server is needed. */
export const practice = {
  play: "Practice",
  opening: "Getting your island ready",
  /** Why the menu offers nothing else. */
  again: "Look again",
  alone: {
    none: "This page has no server behind it, so there is nobody else to play with. Practise against bots.",
    gone: "There is no network just now, so nobody else can be reached. Practise until it is back.",
  },
  options: "What to practise",
  drill: "Exercise",
  drills: { bots: "Bots", targets: "Targets", parry: "Parry" },
  about: {
    bots: "Bots stand still until you push them. Then they play on until they fall.",
    fighting: "Bots play as they would in a match.",
    targets: "Push the dummies off the edge. They come back.",
    parry: "The trainer charges and pushes in a rhythm. Brace just before it lands.",
  },
  fight: "Bots fight back",
  fightHint: "Off: each waits until you push it",
  count: "Number of bots",
  speed: "Speed",
  speeds: { full: "1×", half: "0.5×", quarter: "0.25×" },
  knocked_one: "{{count}} knocked off",
  knocked_other: "{{count}} knocked off",
  parried: "{{parried}} of {{pushes}} thrown back",
  streak: "{{count}} in a row",
  bar: "Time to the push; brace in the green part",
  verdicts: {
    right: "Right! {{ms}} ms before it landed",
    early: "Too early: {{ms}} ms before it landed",
    late: "Too late: {{ms}} ms after it landed",
    none: "No brace",
    clear: "It did not reach you",
  },
  waiting: "Stay near the trainer",
  slow: "Slow motion: {{speed}}",
} as const;
