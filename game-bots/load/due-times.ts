/**
 * When things that are answered in order were due. A time is measured from the moment at which the schedule wanted
 * something to happen, so a stall that kept us from even asking counts with its full length.
 */
export class DueTimes {
  #waiting: number[] = [];

  /** Notes something that was due at `dueMs`. */
  push(dueMs: number): void {
    this.#waiting.push(dueMs);
  }

  /** How many are not answered yet. */
  get size(): number {
    return this.#waiting.length;
  }

  /** Takes out what is answered at `nowMs`, the oldest `count` of them, and tells how long each took (ms). */
  answered(count: number, nowMs: number, record: (ms: number) => void): void {
    for (const due of this.#waiting.splice(0, count)) record(nowMs - due);
  }

  /** Forgets all; returns how many there were. */
  clear(): number {
    const { size } = this;
    this.#waiting = [];
    return size;
  }
}
