/** What is not seen at all, or passes for an empty place: fillers of Hangul, blank Braille, the sign for broken text. */
const UNSEEN = /[\u{fffd}\u{115f}\u{1160}\u{3164}\u{ffa0}\u{2800}]/gu;
/** Controls, directions, zero-width and unassigned characters; but what ends a line, and what joins emoji, is seen to later. */
const CONTROLS = /(?![\t\n\v\f\r\u{200d}])\p{C}/gu;
/** A joiner that does not stand between two emoji. */
const STRAY_JOINER =
  /(?<!\p{Extended_Pictographic}[\u{fe0f}\p{Emoji_Modifier}]?)\u{200d}|\u{200d}(?!\p{Extended_Pictographic})/gu;
/** Marks on a letter beyond the second: they grow over the lines above and below. */
const TOWER = /(\p{M}{2})\p{M}+/gu;
/** Something that leaves ink. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * What somebody said, as one line that shows what it holds: composed (NFC), without control, direction and zero-width characters,
 * with single blanks and none at its ends. Emoji that are joined of several stay joined. Empty when nothing can be seen.
 */
export function cleanTalk(text: string): string {
  const clean = text
    // Half of a character cannot be sent.
    .toWellFormed()
    .replace(UNSEEN, "")
    .replace(CONTROLS, "")
    .replace(STRAY_JOINER, "")
    .normalize("NFC")
    .replace(TOWER, "$1")
    .replace(/\s+/gu, " ")
    .trim();
  return VISIBLE.test(clean) ? clean : "";
}

/** Length of a text (code points). */
export function lengthOf(text: string): number {
  return [...text].length;
}
