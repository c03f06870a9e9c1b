/** Deepest nesting of lists and maps. */
const MAX_DEPTH = 8;

const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What is not plain MessagePack. */
export class MessagePackError extends Error {}

/**
 * Decodes one value of MessagePack, the part of it that pages of ours send: nothing, truth, numbers, text, lists and maps by
 * names. Extensions, raw bytes and 64-bit integers are refused, and so is text that is no text: half a character in the state
 * of a room spoils the state of everybody in it.
 * @throws MessagePackError
 */
export function decodeMessagePack(bytes: Uint8Array): unknown {
  const reader = new Reader(bytes);
  const value = reader.value(0);
  if (!reader.atEnd) throw new MessagePackError("There is something behind the value.");
  return value;
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new MessagePackError("It is nested too deeply.");
    const kind = this.#view.getUint8(this.#take(1));
    if (kind < 0x80) return kind;
    if (kind < 0x90) return this.#map(kind & 0x0f, depth);
    if (kind < 0xa0) return this.#list(kind & 0x0f, depth);
    if (kind < 0xc0) return this.#text(kind & 0x1f);
    if (kind >= 0xe0) return kind - 0x100;
    return this.#byKind(kind, depth);
  }

  #byKind(kind: number, depth: number): unknown {
    const view = this.#view;
    switch (kind) {
      case 0xc0:
        return null;
      case 0xc2:
      case 0xc3:
        return kind === 0xc3;
      case 0xca:
        return view.getFloat32(this.#take(4));
      case 0xcb:
        return view.getFloat64(this.#take(8));
      case 0xcc:
        return view.getUint8(this.#take(1));
      case 0xcd:
        return view.getUint16(this.#take(2));
      case 0xce:
        return view.getUint32(this.#take(4));
      case 0xd0:
        return view.getInt8(this.#take(1));
      case 0xd1:
        return view.getInt16(this.#take(2));
      case 0xd2:
        return view.getInt32(this.#take(4));
      case 0xd9:
        return this.#text(view.getUint8(this.#take(1)));
      case 0xda:
        return this.#text(view.getUint16(this.#take(2)));
      case 0xdc:
        return this.#list(view.getUint16(this.#take(2)), depth);
      case 0xde:
        return this.#map(view.getUint16(this.#take(2)), depth);
      default:
        throw new MessagePackError(`There is a value of kind ${kind}.`);
    }
  }

  #text(length: number): string {
    const at = this.#take(length);
    try {
      return text.decode(this.#bytes.subarray(at, at + length));
    } catch (cause) {
      throw new MessagePackError("There is text that is no UTF-8.", { cause });
    }
  }

  #list(length: number, depth: number): unknown[] {
    // Not `Array.from`: the length is what a stranger says, and nothing may be reserved for it.
    const values: unknown[] = [];
    for (let i = 0; i < length; i++) values.push(this.value(depth + 1));
    return values;
  }

  #map(length: number, depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    for (let i = 0; i < length; i++) {
      const name = this.value(depth + 1);
      if (typeof name !== "string") throw new MessagePackError("There is a name that is no text.");
      entries.push([name, this.value(depth + 1)]);
    }
    return Object.fromEntries(entries);
  }

  /** Moves on by so many bytes. Returns where they begin. */
  #take(length: number): number {
    const at = this.#at;
    if (at + length > this.#bytes.length) throw new MessagePackError("It is cut off.");
    this.#at = at + length;
    return at;
  }
}
