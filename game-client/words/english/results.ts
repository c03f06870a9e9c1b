/** The end of a match. */
export const results = {
  winner: "Winner",
  title: "Results",
  nobodyWins: "Nobody wins!",
  draw: "A draw!",
  youWin: "You win!",
  wins: "{{name}} wins!",
  next: "Next match in {{seconds}} s",
  ready: "Ready",
  rematch: "Rematch now",
  readyOf_one: "{{ready}} of {{count}} player ready",
  readyOf_other: "{{ready}} of {{count}} players ready",
  place_ordinal_one: "{{count}}st",
  place_ordinal_two: "{{count}}nd",
  place_ordinal_few: "{{count}}rd",
  place_ordinal_other: "{{count}}th",
} as const;
