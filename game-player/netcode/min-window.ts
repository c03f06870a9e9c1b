/** The smallest of the values that came within the last while. */
export class MinWindow {
  readonly #lengthMs: number;
  /** Times and values that may still become the smallest: both grow from front to back. */
  readonly #times: number[] = [];
  readonly #values: number[] = [];

  constructor(lengthMs: number) {
    this.#lengthMs = lengthMs;
  }

  /** Takes in a value that came at `timeMs`, which must not go backwards. */
  push(timeMs: number, value: number): void {
    const { length } = this.#values;
    let keep = length;
    while (keep > 0 && (this.#values[keep - 1] ?? 0) >= value) keep--;
    this.#times.length = keep;
    this.#values.length = keep;
    this.#times.push(timeMs);
    this.#values.push(value);
    while ((this.#times[0] ?? timeMs) < timeMs - this.#lengthMs) {
      this.#times.shift();
      this.#values.shift();
    }
  }

  /** Adds something to all values: what they are measured by has moved. */
  shift(by: number): void {
    for (let i = 0; i < this.#values.length; i++) this.#values[i] = (this.#values[i] ?? 0) + by;
  }

  /** The smallest value; undefined before the first. */
  get value(): number | undefined {
    return this.#values[0];
  }

  clear(): void {
    this.#times.length = 0;
    this.#values.length = 0;
  }
}
