/** Most clients that the control can tell apart: as many as a room of the game measures with fit into a state. */
export const CONTROL_SEATS = 12;

/** Smallest state (bytes): its number and the newest input of everybody. */
export const CONTROL_MINIMUM = 4 + 4 * CONTROL_SEATS;

/** What the control sends: a number, the newest input of each seat, and bytes up to the wanted size. */
export class ControlState {
  readonly #size: number;

  /** @param size bytes; less than fit is as many as needed. */
  constructor(size: number) {
    this.#size = Math.max(CONTROL_MINIMUM, size);
  }

  write(version: number, acks: readonly number[]): Buffer {
    const bytes = Buffer.alloc(this.#size);
    bytes.writeUInt32LE(version, 0);
    for (const [seat, ack] of acks.entries()) bytes.writeUInt32LE(ack, 4 + 4 * seat);
    return bytes;
  }
}

/** Reads what `write` wrote. */
export function readControlState(bytes: Buffer, seat: number): { version: number; ack: number } {
  return { version: bytes.readUInt32LE(0), ack: seat < 0 ? 0 : bytes.readUInt32LE(4 + 4 * seat) };
}
