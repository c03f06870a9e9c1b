import { parseArgs } from "node:util";
import { UsageError } from "#bots/load/usage.ts";
import { CONDITIONS, type Condition, QUICK_CONDITIONS } from "./conditions.ts";
import { parseRounds, type RoundsRule } from "./duel/rounds-wanted.ts";
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
  /** Time (ms) after the last one has joined until they are measured. */
  readonly settleMs: number;
  /** For which ways run before anything is measured; 0 for not at all. */
  readonly warmUpS: number;
  /** Times that a cell is measured at most until nothing disturbs it. */
  readonly tries: number;
  /** Rounds that each way is to fight against the reference, in all repeats together. */
  readonly duelRounds: readonly RoundsRule[];
  /** Most rooms of duels at once, of all ways together; 0 for no duels. */
  readonly duelRooms: number;
  /** Longest time (s) of one turn of fights. */
  readonly duelS: number;
  /** Results of a run that was cut, or of one that something is to be added to. */
  readonly resume: string | undefined;
  /** Time (minutes) after which nothing new is begun; undefined for until all is done. */
  readonly minutes: number | undefined;
}

/** A second more than that by whose latest inputs pages pace theirs: joining has held some of it up. */
const SETTLE_MS = 3500;
const FULL = {
  settleMs: SETTLE_MS,
  ...{ repeats: 3, players: 8, windowS: 10, warmUpS: 3, tries: 3, out: "docs" },
  ...{ duelRounds: "40,clear=200,25ms=200,loss-5=200", duelRooms: 24, duelS: 600 },
};
const QUICK = {
  settleMs: 1500,
  ...{ repeats: 1, players: 4, windowS: 3, warmUpS: 2, tries: 1, out: "artifacts/lab" },
  ...{ duelRounds: "40", duelRooms: 28, duelS: 12 },
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
  tries: text,
  "duel-rounds": text,
  "duel-rooms": text,
  "duel-seconds": text,
  link: text,
  seed: text,
  out: text,
  resume: text,
  minutes: text,
} as const;

export const USAGE = `npm run lab -- [options]

The same game over every way to push, measured: server, bots with the netcode of the page, and an emulated link
between them. Writes transports.md with tables and pictures, and transports.json with all figures. As root on Linux
the link loses and delays packets, in two network namespaces; elsewhere a proxy delays the bytes of TCP.

  --help               prints this
  --quick              a reduced matrix, in some six minutes; writes to ${QUICK.out}
  --transports A,B     of ${WAYS.map(({ id }) => id).join(", ")}
                       (all; ${REFERENCE} is always among them)
  --conditions A,B     of ${CONDITIONS.map(({ id }) => id).join(", ")} (all)
  --repeats N          times that everything is measured (${FULL.repeats}, quick: ${QUICK.repeats})
  --players N          players in a room that is measured, 2 to 12 (${FULL.players}, quick: ${QUICK.players})
  --seconds N          for which they are measured (${FULL.windowS}, quick: ${QUICK.windowS})
  --warm-up N          seconds for which ways run before anything is measured (${FULL.warmUpS}, quick: ${QUICK.warmUpS})
  --tries N            times that a cell is measured until nothing disturbs it (${FULL.tries}, quick: ${QUICK.tries})
  --duel-rounds RULES  rounds that each transport fights against ${REFERENCE}, in all repeats together: N, CONDITION=N,
                       WAY=N or WAY@CONDITION=N, the last one that fits counts, added to what is preset
                       (${FULL.duelRounds}; quick: ${QUICK.duelRounds})
  --duel-rooms N       most rooms of duels at once, 0 for no duels (${FULL.duelRooms}, quick: ${QUICK.duelRooms})
  --duel-seconds N     longest time of one turn of fights, even if rounds are missing (${FULL.duelS}, quick: ${QUICK.duelS})
  --link KIND          auto, packets or bytes (auto: packets if this machine lets us)
  --seed N             of the bots and of the link (1)
  --from FILE          measures nothing: writes the report of an earlier transports.json again
  --out FOLDER         where the report goes (${FULL.out})
  --minutes N          begins nothing new after so long; the run can be resumed
  --resume FILE        goes on with a run that was cut, by the file that it has named, or adds to a transports.json
                       what is missing there: other conditions, transports, repeats, rounds of duels

Results are kept in a file in artifacts/lab as they come, which is taken away once the report is written. A cell during
which other processes used the machine is measured again, and marked if that did not help.

  npm run lab -- --minutes 45                     the first part of a full run
  npm run lab -- --resume artifacts/lab/run-….json --minutes 45   and the next one
  npm run lab -- --resume docs/transports.json --repeats 3 --duel-rounds 0,sse@loss-5=1000
                                                  one pair until its interval is as narrow as 3 % on either side
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
    settleMs: preset.settleMs,
    warmUpS: whole("--warm-up", values["warm-up"], preset.warmUpS, 0, 60),
    tries: whole("--tries", values.tries, preset.tries, 1, 10),
    duelRounds: roundsOf(preset.duelRounds, values["duel-rounds"]),
    duelRooms: whole("--duel-rooms", values["duel-rooms"], preset.duelRooms, 0, 50),
    resume: values.resume,
    minutes: values.minutes === undefined ? undefined : whole("--minutes", values.minutes, 0, 1, 10_000),
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

function roundsOf(preset: string, given: string | undefined): readonly RoundsRule[] {
  const known = { ways: WAYS.map(({ id }) => id), conditions: CONDITIONS.map(({ id }) => id) };
  const rules = parseRounds("--duel-rounds", preset, known);
  return given === undefined ? rules : [...rules, ...parseRounds("--duel-rounds", given, known)];
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
