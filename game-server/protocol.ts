import { ServerMessage } from "#shared/messages.ts";
import { isCode } from "#shared/room-code.ts";
import { INPUT_FIELD_BYTES } from "#shared/state/input-state.ts";
import type { RoomProtocol } from "#transports/contract/protocol.ts";
import { typeOfMessage } from "#transports/pipeline/frames.ts";
import { decodeMessagePack, MessagePackError } from "#transports/pipeline/message-pack.ts";
import type { CommandTable } from "./commands/command.ts";
import { mayContinue } from "./rooms/may-continue.ts";

/** Messages that each replaces the ones before it: whoever has lagged behind misses none of them. */
const LATEST: ReadonlySet<string> = new Set([ServerMessage.Events, ServerMessage.Spots]);

/** What goes between pages and rooms of the game, as the transports must know it: these commands, and no other messages. */
export function protocolOf(commands: CommandTable): RoomProtocol {
  return {
    isRoomId: isCode,
    isMessage: (frame) => isCommand(commands, frame),
    inputFields: INPUT_FIELD_BYTES,
    mayContinue,
    deliveryOf: (type) => (LATEST.has(type) ? "latest" : "ordered"),
  };
}

/** Whether a message is a command, with the payload that it has in the table. */
function isCommand(commands: CommandTable, frame: Uint8Array): boolean {
  const name = typeOfMessage(frame);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return false;
  const body = frame.subarray(2 + name.length);
  try {
    return command.payload.safeParse(body.length === 0 ? undefined : decodeMessagePack(body)).success;
  } catch (error) {
    if (error instanceof MessagePackError) return false;
    throw error;
  }
}
