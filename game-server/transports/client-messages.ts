import type { CommandTable } from "../commands/command.ts";
import { COMMANDS } from "../commands/table.ts";
import { decodeMessagePack, MessagePackError } from "./message-pack.ts";

/** A short text of MessagePack: this, with its length in the low five bits, and then so many bytes. */
const SHORT_TEXT = 0xa0;
const LENGTH_MASK = 0x1f;

/** Of the one server in this process: the matchmaker of Colyseus allows no second one. */
let commands: CommandTable = COMMANDS;

/** Lets the guards of this process' server pass these commands, and no other messages. */
export function passCommands(those: CommandTable): void {
  commands = those;
}

/** Whether a frame of Colyseus' kind `ROOM_DATA` is a command, with the payload that it has in the table. */
export function isClientMessage(frame: Uint8Array): boolean {
  const head = frame[1] ?? 0;
  const end = 2 + (head & LENGTH_MASK);
  if ((head & ~LENGTH_MASK) !== SHORT_TEXT || frame.length < end) return false;
  const name = String.fromCharCode(...frame.subarray(2, end));
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return false;
  try {
    const payload = frame.length === end ? undefined : decodeMessagePack(frame.subarray(end));
    return command.payload.safeParse(payload).success;
  } catch (error) {
    if (error instanceof MessagePackError) return false;
    throw error;
  }
}
