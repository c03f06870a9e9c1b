const utf8 = new TextEncoder();

/**
 * Encodes a value as plain MessagePack: nothing, truth, numbers, text, lists and objects, whose fields that are not there are left out.
 * @throws Error for anything else.
 */
export function encodeMessagePack(value: unknown): Uint8Array {
  const bytes: number[] = [];
  write(bytes, value);
  return Uint8Array.from(bytes);
}

function write(bytes: number[], value: unknown): void {
  if (value === null || value === undefined) bytes.push(0xc0);
  else if (typeof value === "boolean") bytes.push(value ? 0xc3 : 0xc2);
  else if (typeof value === "number") writeNumber(bytes, value);
  else if (typeof value === "string") writeText(bytes, value);
  else if (Array.isArray(value)) {
    writeLength(bytes, value.length, { small: 0x90, wide: 0xdc });
    for (const one of value) write(bytes, one);
  } else if (typeof value === "object") {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    writeLength(bytes, fields.length, { small: 0x80, wide: 0xde });
    for (const [name, field] of fields) {
      writeText(bytes, name);
      write(bytes, field);
    }
  } else throw new Error(`A ${typeof value} cannot be sent.`);
}

function writeNumber(bytes: number[], value: number): void {
  if (Number.isInteger(value) && value >= 0 && value < 0x80) {
    bytes.push(value);
    return;
  }
  const view = new DataView(new ArrayBuffer(8));
  const isShort = Number.isInteger(value) && value >= -0x80000000 && value < 0x80000000;
  if (isShort) view.setInt32(0, value);
  else view.setFloat64(0, value);
  bytes.push(isShort ? 0xd2 : 0xcb, ...new Uint8Array(view.buffer, 0, isShort ? 4 : 8));
}

function writeText(bytes: number[], value: string): void {
  const encoded = utf8.encode(value);
  if (encoded.length < 32) bytes.push(0xa0 | encoded.length);
  else bytes.push(0xda, encoded.length >> 8, encoded.length & 0xff);
  bytes.push(...encoded);
}

function writeLength(
  bytes: number[],
  length: number,
  { small, wide }: { small: number; wide: number },
): void {
  if (length < 16) bytes.push(small | length);
  else bytes.push(wide, length >> 8, length & 0xff);
}
