import { z } from "zod";
import { ClientMessage } from "#shared/messages.ts";
import { decodeMessagePack, MessagePackError } from "./message-pack.ts";

/**
 * What a page may say to a room: the payload of each message. The guard lets nothing else through, and rooms take the types
 * of their handlers from here.
 */
export const CLIENT_PAYLOADS = {
  [ClientMessage.Rematch]: z.undefined(),
  [ClientMessage.Time]: z.number(),
  [ClientMessage.StepTime]: z.undefined(),
} as const satisfies Readonly<Record<(typeof ClientMessage)[keyof typeof ClientMessage], z.ZodType>>;

const payloads: ReadonlyMap<string, z.ZodType> = new Map(Object.entries(CLIENT_PAYLOADS));

/** A short text of MessagePack: this, with its length in the low five bits, and then so many bytes. */
const SHORT_TEXT = 0xa0;
const LENGTH_MASK = 0x1f;

/** Whether a frame of Colyseus' kind `ROOM_DATA` is a message of the table, with the payload that it has there. */
export function isClientMessage(frame: Uint8Array): boolean {
  const head = frame[1] ?? 0;
  const end = 2 + (head & LENGTH_MASK);
  if ((head & ~LENGTH_MASK) !== SHORT_TEXT || frame.length < end) return false;
  const schema = payloads.get(String.fromCharCode(...frame.subarray(2, end)));
  if (schema === undefined) return false;
  try {
    const payload = frame.length === end ? undefined : decodeMessagePack(frame.subarray(end));
    return schema.safeParse(payload).success;
  } catch (error) {
    if (error instanceof MessagePackError) return false;
    throw error;
  }
}
