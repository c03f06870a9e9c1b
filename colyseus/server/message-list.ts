import { getMessageBytes, Protocol } from "@colyseus/core";

/** From these numbers of items on MessagePack tells how many there are in two bytes, and in four. */
const TWO_BYTES = 16;
const FOUR_BYTES = 65536;

/**
 * A message that is a list under one key, `{ [key]: [...] }`, whose readers get different choices of the same items: each
 * item is packed once, and a message is put together from the bytes. They are those of Colyseus' own packing.
 */
export class MessageList {
  readonly #type: string;
  readonly #key: string;
  /** What stands before the number of items. */
  readonly #head: Uint8Array;

  constructor(type: string, key: string) {
    this.#type = type;
    this.#key = key;
    this.#head = this.#whole([]).subarray(0, -1);
  }

  /** An item as it stands in a message. */
  pack(item: unknown): Uint8Array {
    return this.#whole([item]).subarray(this.#head.length + 1);
  }

  /** The message with such items, as a client is sent it. */
  frame(items: readonly Uint8Array[]): Buffer {
    const count = items.length;
    if (count >= FOUR_BYTES) throw new Error(`A message can list ${FOUR_BYTES - 1} items, found ${count}.`);
    const number = count < TWO_BYTES ? [0x90 | count] : [0xdc, count >> 8, count & 255];
    return Buffer.concat([this.#head, Uint8Array.from(number), ...items]);
  }

  #whole(items: readonly unknown[]): Buffer {
    return getMessageBytes.raw(Protocol.ROOM_DATA, this.#type, { [this.#key]: items });
  }
}
