/** Arguments that make no sense; the message is for whoever typed them. */
export class UsageError extends Error {}

/** The whole number that an option was given. Throws UsageError when it is none from `min` to `max`. */
export function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text !== "" && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new UsageError(`${option}: expected a whole number from ${min} to ${max}, found "${text}".`);
}

/** Errors of the one who typed: ours, and those of node:util's parseArgs. */
export function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
