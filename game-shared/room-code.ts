/** Letters and digits that are not taken for one another when read aloud or from paper. */
export const CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
/** Characters of a room code: 28.6 million codes, which nobody guesses at the rates that are allowed. */
export const CODE_LENGTH = 5;

const PATTERN = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`);

/** Whether a tidy text can be a room code at all. */
export function isCode(text: string): boolean {
  return PATTERN.test(text);
}

/** A code as it was meant: spaces and dashes gone, upper case. */
export function tidyCode(text: string): string {
  return text.replace(/[\s-]/g, "").toUpperCase();
}
