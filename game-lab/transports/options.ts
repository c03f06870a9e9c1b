import { parseArgs } from "node:util";
import { UsageError } from "#bots/load/usage.ts";
import { CONDITIONS, type Condition, QUICK_CONDITIONS } from "./conditions.ts";
import type { NetworkConditions } from "./site.ts";
import { REFERENCE, WAYS, type Way } from "./ways.ts";

/** What the command is to do. */
export interface LabOptions {
  readonly help: boolean;
  /** Results of an earlier run, whose report is written again; nothing is measured then. */
  readonly from: string | undefined;
  readonly ways: readonly Way[];
  readonly conditions: readonly Condition[];
  readonly repeats: number;
  readonly seed: number;
  /** Folder of the report. */
  readonly out: string;
  readonly link: NetworkConditions;
  /** Players in a room that is measured. */
  readonly players: number;
  readonly windowS: number;
  /** For which ways run before anything is measured; 0 for not at all. */
  readonly warmUpS: number;
  /** Rooms of duels for each way at once, and for how long (s); 0 rooms for none. */
  readonly duelRooms: number;
  readonly duelS: number;
}

const FULL = { repeats: 3, players: 8, windowS: 6, warmUpS: 3, duelRooms: 4, duelS: 60, out: "docs" };
const QUICK = {
  repeats: 1,
  players: 4,
  windowS: 3,
  warmUpS: 2,
  duelRooms: 5,
  duelS: 15,
  out: "artifacts/lab",
};
const LINKS: readonly NetworkConditions[] = ["auto", "packets", "bytes"];

const text = { type: "string" } as const;

/** The options as node:util's parseArgs takes them. */
export const OPTIONS = {
  from: text,
  help: { type: "boolean", short: "h", default: false },
  quick: { type: "boolean", default: false },
  transports: text,
  conditions: text,
  repeats: text,
  players: text,
  seconds: text,
  "warm-up": text,
  "duel-rooms": text,
  "duel-seconds": text,
  link: text,
  seed: text,
  out: text,
} as const;

export const USAGE = `npm run lab -- [options]

The same game over every way to push, measured: server, bots with the netcode of the page, and an emulated link
between them. Writes transports.md with tables and pictures, and transports.json with all figures. As root on Linux
the link loses and delays packets, in two network namespaces; elsewhere a proxy delays the bytes of TCP.

  --help               prints this
  --quick              a reduced matrix, in less than five minutes; writes to ${QUICK.out}
  --transports A,B     of ${WAYS.map(({ id }) => id).join(", ")}
                       (all; ${REFERENCE} is always among them)
  --conditions A,B     of ${CONDITIONS.map(({ id }) => id).join(", ")} (all)
  --repeats N          times that everything is measured (${FULL.repeats}, quick: ${QUICK.repeats})
  --players N          players in a room that is measured, 2 to 12 (${FULL.players}, quick: ${QUICK.players})
  --seconds N          for which they are measured (${FULL.windowS}, quick: ${QUICK.windowS})
  --warm-up N          seconds for which ways run before anything is measured (${FULL.warmUpS}, quick: ${QUICK.warmUpS})
  --duel-rooms N       rooms of duels for each transport at once, 0 for no duels (${FULL.duelRooms}, quick: ${QUICK.duelRooms})
  --duel-seconds N     for which they fight (${FULL.duelS}, quick: ${QUICK.duelS})
  --link KIND          auto, packets or bytes (auto: packets if this machine lets us)
  --seed N             of the bots and of the link (1)
  --from FILE          measures nothing: writes the report of an earlier transports.json again
  --out FOLDER         where the report goes (${FULL.out})
`;

/** Reads the arguments. @throws UsageError for what makes no sense; errors of node:util's parseArgs. */
export function parseOptions(args: readonly string[]): LabOptions {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const preset = values.quick ? QUICK : FULL;
  const conditions = values.quick ? QUICK_CONDITIONS.join(",") : undefined;
  return {
    help: values.help,
    from: values.from,
    ways: withReference(choose("--transports", values.transports, WAYS)),
    conditions: choose("--conditions", values.conditions ?? conditions, CONDITIONS),
    repeats: whole("--repeats", values.repeats, preset.repeats, 1, 100),
    players: whole("--players", values.players, preset.players, 2, 12),
    windowS: whole("--seconds", values.seconds, preset.windowS, 1, 600),
    warmUpS: whole("--warm-up", values["warm-up"], preset.warmUpS, 0, 60),
    duelRooms: whole("--duel-rooms", values["duel-rooms"], preset.duelRooms, 0, 50),
    duelS: whole("--duel-seconds", values["duel-seconds"], preset.duelS, 1, 3600),
    link: LINKS.find((kind) => kind === (values.link ?? "auto")) ?? refuseLink(values.link),
    seed: whole("--seed", values.seed, 1, 0, 0x7fffffff),
    out: values.out === "" ? refuseOut() : (values.out ?? preset.out),
  };
}

function choose<T extends { readonly id: string }>(
  option: string,
  text: string | undefined,
  all: readonly T[],
): readonly T[] {
  if (text === undefined) return all;
  const wanted = text.split(",").map((word) => word.trim());
  for (const word of wanted) {
    if (all.some(({ id }) => id === word)) continue;
    const known = all.map(({ id }) => id).join(", ");
    throw new UsageError(`${option}: there is no "${word}"; expected one or more of ${known}.`);
  }
  return all.filter(({ id }) => wanted.includes(id));
}

function withReference(ways: readonly Way[]): readonly Way[] {
  return WAYS.filter((way) => way.id === REFERENCE || ways.includes(way));
}

function whole(option: string, text: string | undefined, preset: number, from: number, to: number): number {
  if (text === undefined) return preset;
  const value = Number(text);
  if (text !== "" && Number.isInteger(value) && value >= from && value <= to) return value;
  throw new UsageError(`${option}: expected a whole number from ${from} to ${to}, found "${text}".`);
}

function refuseLink(text: string | undefined): never {
  throw new UsageError(`--link: expected one of ${LINKS.join(", ")}, found "${text}".`);
}

function refuseOut(): never {
  throw new UsageError("--out: expected a folder, found nothing.");
}
