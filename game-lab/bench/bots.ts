import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { skillOf } from "#bots/brain/skills.ts";
import { wholeNumber } from "#bots/load/usage.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import type { Bench } from "./bench.ts";
import { arenasOf, contenderOf, modesOf, switchOf } from "./bots-options.ts";
import { report } from "./bots-report.ts";
import { type Played, tablesOf } from "./bots-tables.ts";
import { insertMeasured } from "./document.ts";
import { type Contender, type MatchOptions, type MatchResult, playMatch } from "./tournament.ts";

const USAGE = `npm run bench -- bots [options]

A tournament of bots on the real rules, as fast as it goes, with pickups. Of all modes and arenas it prints a table, with what
misses its target; of one mode on one arena all that it has counted.

  --mode ID           mode to play; "each" plays all that an arena suits (each)
  --arena ID          file in assets/arenas without its ending; "each" takes all that suit the mode (each)
  --matches N         matches to play of each mode on each arena (3; 20 of one mode on one arena), and for the table as
                      many with a newcomer: about five minutes of one core
  --players N         bots in each match (6; 24 on a huge arena)
  --seed N            first seed; match i is played with seed + i (1)
  --skills A,B,...    skills, dealt to the seats in turn (easy,normal,hard); "newcomer" is a model of somebody who
                      plays for the first time
  --seconds N         length of a match (that of the mode)
  --pickups on|off    whether pickups appear (on)
  --comeback on|off   whether the last part of a match helps whoever is behind (on)
  --write             put the table into docs/bots.md
`;

/** The tournament as a bench command. */
export const botsBench: Bench = {
  name: "bots",
  summary: "tournament of bots: fun, skill and CPU; a table of all modes and arenas",
  usage: USAGE,
  run,
};

const DOCUMENT = join(import.meta.dirname, "../../docs/bots.md");
/** Bots in a match where the options do not say. */
const FEW = 6;
const CROWD = 24;

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      matches: { type: "string" },
      players: { type: "string" },
      arena: { type: "string", default: "each" },
      seed: { type: "string", default: "1" },
      skills: { type: "string", default: "easy,normal,hard" },
      mode: { type: "string", default: "each" },
      seconds: { type: "string" },
      pickups: { type: "string", default: "on" },
      comeback: { type: "string", default: "on" },
      write: { type: "boolean", default: false },
    },
  });
  const { players, seconds, seed } = values;
  const plan = {
    seed: wholeNumber("--seed", seed, 0, 0x7fffffff),
    players: players === undefined ? undefined : wholeNumber("--players", players, 1, 128),
    rules: {
      ...(seconds === undefined ? {} : { seconds: wholeNumber("--seconds", seconds, 1, 3600) }),
      ...(switchOf("--pickups", values.pickups) ? {} : { pickups: [] }),
      comeback: switchOf("--comeback", values.comeback),
    },
  };
  const skills = values.skills.split(",").map((word) => contenderOf("--skills", word));
  const pairs = arenasOf(values.arena, values.mode).flatMap((arena) =>
    modesOf(values.mode, arena).map((mode) => ({ arena, mode })),
  );
  const isOne = values.mode !== "each" && values.arena !== "each";
  const matches = wholeNumber("--matches", values.matches ?? (isOne ? "20" : "3"), 1, 100_000);
  const playAll = (arena: Arena, mode: string, deal: Deal): MatchResult[] =>
    play({ ...plan, arena, mode, matches }, deal);
  const [first] = pairs;
  if (isOne && first !== undefined) {
    const results = playAll(first.arena, first.mode, dealOf(skills));
    const who = `${results[0]?.contestants.length} on ${first.arena.name}`;
    process.stdout.write(`${report(results, `${matches} matches of ${who}, seed ${plan.seed}`)}\n`);
    return;
  }
  const played = pairs.map(({ arena, mode }): Played => {
    process.stderr.write(`${mode} on ${arena.name}\n`);
    const bots = playAll(arena, mode, dealOf(skills));
    return { mode, arena: arena.name, bots, newcomer: playAll(arena, mode, amongBots) };
  });
  const tables = `${matches} matches of each, first seed ${plan.seed}.\n\n${tablesOf(played)}`;
  process.stdout.write(`${tables}\n`);
  if (values.write) {
    await writeFile(DOCUMENT, insertMeasured(await readFile(DOCUMENT, "utf8"), "bots --write", tables));
  }
}

/** Who plays in a match, by its number. */
type Deal = (players: number, match: number) => Contender[];

interface Plan {
  readonly arena: Arena;
  readonly mode: string;
  readonly matches: number;
  readonly seed: number;
  readonly players: number | undefined;
  readonly rules: Pick<MatchOptions, "seconds" | "pickups" | "comeback">;
}

function play({ arena, mode, matches, seed, rules, ...plan }: Plan, deal: Deal): MatchResult[] {
  const players = plan.players ?? (isHuge(arena) ? CROWD : FEW);
  return Array.from({ length: matches }, (_, match) =>
    playMatch({
      ...{ arena, mode, seed: seed + match, ...rules },
      skills: deal(players, match),
      now: () => performance.now(),
    }),
  );
}

/** Skills in turn, beginning with another one in each match, so that each gets the odd seats as often. */
function dealOf(skills: readonly Contender[]): Deal {
  return (players, match) =>
    Array.from({ length: players }, (_, seat) => skills[(seat + match) % skills.length] ?? "normal");
}

/** A newcomer among the bots that quick play begins with. */
function amongBots(players: number): Contender[] {
  return Array.from({ length: players }, (_, seat) => (seat === 0 ? "newcomer" : skillOf("mixed", seat - 1)));
}
