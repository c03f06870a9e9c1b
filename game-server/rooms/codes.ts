import { randomInt } from "node:crypto";
import { CODE_ALPHABET, CODE_LENGTH } from "#shared/room-code.ts";

/** A room code that `isTaken` says is free. */
export async function freeCode(isTaken: (code: string) => boolean | Promise<boolean>): Promise<string> {
  for (;;) {
    const letters = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]);
    const code = letters.join("");
    if (!(await isTaken(code))) return code;
  }
}
