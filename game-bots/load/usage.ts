import { type ParseArgsConfig, parseArgs } from "node:util";

/** Arguments that make no sense; the message is for whoever typed them. */
export class UsageError extends Error {}

/** The whole number that an option, with its dashes, was given. @throws UsageError when it is none from `from` to `to`. */
export function wholeNumber(option: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= from && value <= to) return value;
  throw new UsageError(`${option}: expected a whole number from ${from} to ${to}, found "${text}".`);
}

/** The values of the options that a command knows. @throws UsageError when there are others, or one lacks its value. */
export function readArguments<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>>["values"] {
  try {
    return parseArgs(config).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Says what is wrong, in words, and returns the status. */
export function complain(words: string, status: number): number {
  process.stderr.write(`${words}\n`);
  return status;
}

/** A command by what it says of itself, and by how it reads its arguments. */
export interface Command<Options> {
  /** As in `npm run NAME`. */
  readonly name: string;
  readonly help: string;
  /** @throws UsageError */
  parse(args: readonly string[]): Options;
}

/** Its options; or its exit status when help was asked for or nothing can be made of the arguments, which it has said. */
export function optionsOf<Options extends object>(
  { name, help, parse }: Command<Options>,
  args: readonly string[],
): Options | number {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(help);
    return 0;
  }
  try {
    return parse(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return complain(`${error.message}\nnpm run ${name} -- --help tells all options.`, 2);
  }
}
