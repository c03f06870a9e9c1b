/** Longest name (characters) that fits above a head. */
export const NAME_LENGTH = 16;

/** Names for bots; people are told apart from them by a mark, not by the name. */
export const BOT_NAMES: readonly string[] = [
  "Bumble",
  "Noodle",
  "Biscuit",
  "Wobbles",
  "Pickle",
  "Turnip",
  "Waffle",
  "Sprocket",
  "Muffin",
  "Pebble",
  "Gizmo",
  "Dumpling",
  "Radish",
  "Pogo",
  "Truffle",
  "Nacho",
];

/**
 * A name that can be shown: no control, direction, zero-width or empty characters, single spaces, at most 16
 * characters; "Player" when nothing is left.
 */
export function cleanName(name: string): string {
  return visibleName(name) || "Player";
}

/** The same without a name where nothing is left. */
export function visibleName(name: string): string {
  return cleanText(name, NAME_LENGTH);
}

/** A text that can be shown as a name is, cut to `most` characters; empty when nothing is left. */
export function cleanText(text: string, most: number): string {
  const visible = text
    // Half of a character cannot be sent: it would spoil the state of everybody in the room.
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}\u{fffd}\u{115f}\u{1160}\u{3164}\u{ffa0}\u{2800}]/gu, "")
    .replace(/\p{M}{3,}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return [...visible].slice(0, most).join("").trim();
}

/** The name itself if nobody has it, else with the first free number behind it. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  const same = (candidate: string): boolean => taken.has(candidate.toLowerCase());
  if (!same(name)) return name;
  for (let number = 2; ; number++) {
    const ending = ` ${number}`;
    const candidate = `${[...name].slice(0, NAME_LENGTH - ending.length).join("")}${ending}`;
    if (!same(candidate)) return candidate;
  }
}

/** The name of the n-th bot of a room. */
export function botName(n: number): string {
  return BOT_NAMES[n % BOT_NAMES.length] ?? "Bot";
}
