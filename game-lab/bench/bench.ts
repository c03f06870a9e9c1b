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
