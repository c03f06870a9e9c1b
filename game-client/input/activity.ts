/** A value has to change by this much (of 1) before its device counts as used. */
const NOTICEABLE = 0.25;

/**
 * Notices when a device that is polled is being used. A stick that rests askew or trembles does not count,
 * nor does the moment of letting go, so a pad lying on the table never takes over.
 */
export class Activity {
  #reference: readonly number[] = [];

  /** Takes the present axes and buttons (0 at rest) and tells whether they show use since the last call. */
  notice(values: readonly number[]): boolean {
    if (values.every((value) => value === 0)) {
      this.#reference = [];
      return false;
    }
    const used = values.some((value, i) => Math.abs(value - (this.#reference[i] ?? 0)) > NOTICEABLE);
    if (used) this.#reference = [...values];
    return used;
  }
}
