/** What the transports log to; a logger of pino is one. */
export interface TransportLog {
  debug(fields: LogFields, words: string): void;
  info(fields: LogFields, words: string): void;
  warn(fields: LogFields, words: string): void;
  /** A log whose lines all have these fields. */
  child(fields: LogFields): TransportLog;
}

/**
 * Fields of a line. A line that a stranger can cause as often as they like has `sparing`: what makes it differ from others of
 * the same words, of which a good log writes only the first for a while.
 */
export type LogFields = Readonly<Record<string, unknown>> & {
  readonly sparing?: Readonly<Record<string, unknown>>;
};
