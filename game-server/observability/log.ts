import { type DestinationStream, type Level, type LogFn, pino } from "pino";
import type { Config } from "../config.ts";
import { LineWriter } from "./line-writer.ts";
import { type Kind, RepeatedLines } from "./repeated-lines.ts";

/** The part of a logger that the server uses. */
export type Log = ReturnType<typeof createLog>;

/**
 * Field of a line that a stranger can cause: what makes it differ from others of the same words. Only the first of its kind
 * in a minute is written, the others are counted. Its values become fields of the line.
 */
export interface Sparing {
  readonly sparing: Kind;
}

/** Longest text (characters) of Colyseus that is logged: a stack trace, or what a stranger wrote. */
const MAX_TEXT = 2000;

/**
 * One JSON line per event, on standard output unless `lines` is something else.
 * @param process Of one of several: the address that tells it from the others, in each line.
 */
export function createLog(
  level: Config["logLevel"],
  process?: string,
  lines: DestinationStream = standardLines,
) {
  const repeated = new RepeatedLines(({ level, words, kind, times }) => {
    const name = pino.levels.labels[level];
    if (isLevel(name)) log[name]({ ...kind, times }, `${words}: so many more of this`);
  });
  const log = pino(
    {
      level,
      base: process === undefined ? null : { process },
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        logMethod(args: Parameters<LogFn>, write: LogFn, at: number): void {
          const [fields, words] = args;
          if (!isSparing(fields)) {
            write.apply(this, args);
            return;
          }
          const { sparing, ...rest } = fields;
          if (repeated.admits(at, String(words), sparing))
            write.apply(this, [{ ...sparing, ...rest }, words]);
        },
      },
    },
    lines,
  );
  return log;
}

/** A logger for Colyseus, which logs a stack trace for much of what a stranger sends. */
export function logForColyseus(log: Log) {
  const own = log.child({ part: "colyseus" });
  const at =
    (level: Level) =>
    (...values: unknown[]): void =>
      own[level](
        { sparing: {}, text: values.map(String).join(" ").slice(0, MAX_TEXT) },
        `Colyseus: ${level}`,
      );
  return { trace: at("trace"), debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** Standard output of this process, shared by all its loggers. */
export const standardLines = new LineWriter(1);

function isLevel(name: string | undefined): name is Level {
  return name !== undefined && name in pino.levels.values;
}

function isSparing(fields: unknown): fields is Sparing & Record<string, unknown> {
  return typeof fields === "object" && fields !== null && "sparing" in fields;
}
