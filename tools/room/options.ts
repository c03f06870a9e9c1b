import { readArguments, UsageError, wholeNumber } from "#bots/load/usage.ts";
import { ROOM_NAME_LENGTH } from "#server/matchmaking/room-names.ts";
import { BOT_SKILLS, type BotSkill } from "#shared/bot-skills.ts";
import { MODES } from "#shared/simulation/modes/table.ts";

/** A room as it is to be opened; undefined is what the server prefers. */
export interface RoomOptions {
  /** Server to open it on, without a slash at the end; undefined: one on this machine, started if need be. */
  readonly server: string | undefined;
  readonly arena: string | undefined;
  readonly mode: string | undefined;
  readonly name: string | undefined;
  readonly seats: number | undefined;
  readonly bots: number | undefined;
  readonly skill: BotSkill | undefined;
  /** Length of a match (s). */
  readonly time: number | undefined;
  readonly netRate: number | undefined;
  readonly private: boolean;
  readonly password: string | undefined;
}

/** Reads the arguments of `npm run room`. @throws UsageError naming the option, what it holds and what was expected. */
export function parseOptions(args: readonly string[]): RoomOptions {
  const values = read(args);
  const whole = (option: "seats" | "bots" | "time", from: number, to: number): number | undefined => {
    const text = values[option];
    return text === undefined ? undefined : wholeNumber(`--${option}`, text, from, to);
  };
  const oneOf = <T extends string>(option: "mode" | "skill" | "net-rate", words: readonly T[]) => {
    const text = values[option];
    if (text === undefined) return undefined;
    const word = words.find((each) => each === text);
    if (word !== undefined) return word;
    throw new UsageError(`--${option}: expected one of ${words.join(", ")}, found "${text}".`);
  };
  const netRate = oneOf("net-rate", ["10", "25", "50"]);
  return {
    server: values.server === undefined ? undefined : address(values.server),
    arena: values.arena,
    mode: oneOf("mode", Object.keys(MODES)),
    name: values.name === undefined ? undefined : roomName(values.name),
    seats: whole("seats", 2, 128),
    bots: whole("bots", 0, 127),
    skill: oneOf("skill", BOT_SKILLS),
    time: whole("time", 30, 1800),
    netRate: netRate === undefined ? undefined : Number(netRate),
    private: values.private ?? false,
    password: values.password === undefined ? undefined : password(values.password),
  };
}

function read(args: readonly string[]) {
  const text = { type: "string" } as const;
  return readArguments({
    args: [...args],
    options: {
      server: text,
      arena: text,
      mode: text,
      name: text,
      seats: text,
      bots: text,
      skill: text,
      time: text,
      "net-rate": text,
      private: { type: "boolean" },
      password: text,
    },
  });
}

function address(text: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.origin;
  throw new UsageError(`--server: expected an address such as http://localhost:2567, found "${text}".`);
}

function roomName(text: string): string {
  if (text.trim() !== "" && [...text].length <= ROOM_NAME_LENGTH) return text;
  throw new UsageError(
    `--name: expected 1 to ${ROOM_NAME_LENGTH} characters, and not only blanks, found "${text}".`,
  );
}

function password(text: string): string {
  if (text !== "" && text.length <= 64) return text;
  throw new UsageError("--password: expected 1 to 64 characters.");
}
