import { pino } from "pino";
import type { Config } from "../config.ts";

/** The part of a logger that the server uses. */
export type Log = ReturnType<typeof createLog>;

/** One JSON line per event on standard output. */
export function createLog(level: Config["logLevel"]) {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
