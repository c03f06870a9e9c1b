import { randomInt } from "node:crypto";
import { ServerError } from "@colyseus/core";
import { localRoom } from "#colyseus/server/local-room.ts";
import { CODE_ALPHABET, CODE_LENGTH } from "#shared/room-code.ts";

/** A room code that `isTaken` says is free. */
export async function freeCode(isTaken: (code: string) => boolean | Promise<boolean>): Promise<string> {
  for (;;) {
    const letters = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]);
    const code = letters.join("");
    if (!(await isTaken(code))) return code;
  }
}

/** The code of a room that goes on here. @throws ServerError when this process has such a room */
export function freeHere(code: string): string {
  if (localRoom(code) === undefined) return code;
  throw new ServerError(409, `There is a room ${code} in this process already.`);
}
