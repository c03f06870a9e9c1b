import { randomInt } from "node:crypto";

/** Letters and digits that are not taken for one another when read aloud or from paper. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const LENGTH = 5;

/** What a room code looks like: 28.6 million of them, which nobody guesses at the rates we allow. */
export const CODE_PATTERN = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** A room code that `isTaken` says is free. */
export async function freeCode(isTaken: (code: string) => boolean | Promise<boolean>): Promise<string> {
  for (;;) {
    const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
    if (!(await isTaken(code))) return code;
  }
}

/** A code as it was meant: spaces and dashes gone, upper case. */
export function tidyCode(text: string): string {
  return text.replace(/[\s-]/g, "").toUpperCase();
}
