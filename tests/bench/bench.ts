/** A measurement that `npm run bench -- <name>` runs. */
export interface Bench {
  readonly name: string;
  /** One line for the list of benches. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly usage: string;
  /** Runs it with the arguments after its name. Throws UsageError for ones that make no sense. */
  run(args: readonly string[]): void | Promise<void>;
}

/** Arguments that make no sense; the message is for whoever typed them. */
export class UsageError extends Error {}

/** The whole number that an option was given. Throws UsageError when it is none from `min` to `max`. */
export function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text !== "" && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new UsageError(`${option}: expected a whole number from ${min} to ${max}, found "${text}".`);
}
