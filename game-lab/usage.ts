import { UsageError } from "#bots/load/usage.ts";

/** Errors of the one who typed: ours, and those of node:util's parseArgs. */
export function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
