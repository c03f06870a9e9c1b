import { table } from "../document.ts";
import type { Machine } from "../machine.ts";
import { type Analysis, type Curve, type Growth, mean } from "./analysis.ts";
import type { Measured } from "./measure.ts";
import { FULL, type Plan, type Results } from "./series.ts";

/** What docs/capacity.md says between its marks. */
export function writeCapacity(
  command: string,
  machine: Machine,
  plan: Plan,
  results: Results,
  analysis: Analysis,
): string {
  const every = [...results.near, ...results.all, ...results.rooms].flat();
  const { pace, rounds } = plan;
  return [
    `Written by \`${command}\` on ${machine.at}. ${machine.words}`,
    `Each line is the mean of ${rounds === 1 ? "one round" : `${rounds} rounds`} in turns; a round is a fresh server process, ${pace.ramp} s in which the players come and ${pace.seconds} s measured. ${othersWords(every)} ${soundWords(every)}`,
    "### Players in one room",
    "A Stampede on the huge arena. *Near*, as in the game: a client is told of whom it can see. *All*: the control, in which everybody is told of everybody.",
    sizesTable(results),
    ...fitWords("near", analysis.near, analysis.growth.near),
    ...fitWords("all", analysis.all, analysis.growth.all),
    "![CPU by players in one room](images/capacity-room.svg)",
    `### Full Brawls of ${FULL} in one process`,
    roomsTable(results.rooms),
    ...roomsWords(analysis),
    "![CPU by players in full Brawls](images/capacity-rooms.svg)",
  ].join("\n\n");
}

const HEAD = [
  "CPU (% of a core)",
  "us per update",
  "ms per player and second",
  "step p50 / p95 / p99 (ms)",
  "step interval p99 (ms)",
  "bytes per update",
  "kB/s per client, down / up",
];

function cells(rounds: readonly Measured[]): string[] {
  const of = (value: (measured: Measured) => number, digits: number) => mean(rounds, value).toFixed(digits);
  const updates = rounds.map(({ perUpdate }) => perUpdate);
  const range =
    rounds.length < 2 ? "" : ` (${Math.min(...updates).toFixed(0)} to ${Math.max(...updates).toFixed(0)})`;
  return [
    of(({ cpu }) => cpu, 1),
    `${of(({ perUpdate }) => perUpdate, 1)}${range}`,
    of(({ perPlayer }) => perPlayer, 2),
    [of(({ step }) => step.p50, 2), of(({ step }) => step.p95, 2), of(({ step }) => step.p99, 2)].join(" / "),
    of(({ interval }) => interval.p99, 1),
    of(({ bytesPerPatch }) => bytesPerPatch, 0),
    `${of(({ bytesDown }) => bytesDown / 1000, 2)} / ${of(({ bytesUp }) => bytesUp / 1000, 2)}`,
  ];
}

function sizesTable({ near, all }: Results): string {
  const rows = near.flatMap((rounds, i) =>
    [rounds, all[i] ?? []].map((those) => {
      const load = those[0]?.load;
      return [`${load?.players}${noted(those)}`, load?.inView ?? "", ...cells(those)];
    }),
  );
  return table(["Players", "told of", ...HEAD], rows);
}

function roomsTable(rooms: Results["rooms"]): string {
  return table(
    ["Rooms", "players", ...HEAD, "input to ack p50 / p99 (ms)"],
    rooms.map((rounds) => {
      const load = rounds[0]?.load;
      const ack = (["p50", "p99"] as const).map((p) =>
        mean(rounds, ({ inputToAck }) => inputToAck[p]).toFixed(0),
      );
      return [`${load?.rooms}${noted(rounds)}`, String(load?.players), ...cells(rounds), ack.join(" / ")];
    }),
  );
}

/** A star where the load was not the one that was meant. */
function noted(rounds: readonly Measured[]): string {
  return rounds.some(({ shortfall }) => shortfall !== undefined) ? " \\*" : "";
}

function fitWords(name: string, { fits }: Curve, growth: Growth): string[] {
  const [best, ...others] = fits;
  if (best === undefined) return [];
  const [a = 0, ...rest] = best.coefficients;
  const terms = rest.map((coefficient) => coefficient.toPrecision(3)).join(", ");
  const rivals = others.map(({ model, scatter }) => `\`${model}\` ${percent(scatter)}`).join(", ");
  const grown = [growth.linear, growth.logarithmic, growth.square].map((x) => x.toFixed(1));
  return [
    `Cost curve, *${name}*: \`${best.model}\` fits best, a = ${a.toPrecision(3)}, then ${terms} (ms of CPU a second); scatter ${percent(best.scatter)}, worst point ${percent(best.worst)} off. ${others.length === 0 ? "" : `The others: ${rivals}. `}From ${growth.from} to ${growth.to} players the cost grew ${growth.measured.toFixed(1)} times; n would be ${grown[0]}, n log n ${grown[1]}, n² ${grown[2]} times.`,
  ];
}

function roomsWords({ rooms: { fits }, saturation }: Analysis): string[] {
  const [line] = fits;
  if (line === undefined || saturation === undefined) return [];
  const [a = 0, b = 0] = line.coefficients;
  const { players, measuredUpTo, cpuThere, extrapolated } = saturation;
  const seen = `Up to ${measuredUpTo} players all inputs were sent and all patches came; there the server used ${cpuThere.toFixed(0)} % of its core`;
  return [
    `Cost curve: \`a + b n\`, a = ${a.toPrecision(3)}, b = ${b.toPrecision(3)} ms of CPU a second per player; scatter ${percent(line.scatter)}, worst point ${percent(line.worst)} off.`,
    extrapolated
      ? `**One core is full at about ${players} players (${Math.floor(players / FULL)} rooms)**: extrapolated by that line. ${seen}; beyond it the clients of this machine, which need the other core, cannot load it.`
      : `**One core is full at about ${players} players (${Math.floor(players / FULL)} rooms)**, by the line through what was measured. ${seen}.`,
  ];
}

function othersWords(every: readonly Measured[]): string {
  const others = every.flatMap(({ surroundings }) => surroundings.othersCores ?? []);
  const loads = every.map(({ surroundings }) => surroundings.loadAverage);
  const load = `load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}, our own load included`;
  if (others.length === 0) return `Meanwhile: ${load}.`;
  const sorted = others.toSorted((a, b) => a - b);
  return `Others used ${(sorted[sorted.length >> 1] ?? 0).toFixed(2)} cores of the machine meanwhile (median of the rounds; ${sorted[0]?.toFixed(2)} to ${sorted.at(-1)?.toFixed(2)}); ${load}.`;
}

function soundWords(every: readonly Measured[]): string {
  const errors = every.reduce((sum, measured) => sum + measured.errors, 0);
  const diverged = every.reduce((sum, measured) => sum + measured.diverged, 0);
  const starred = every.some(({ shortfall }) => shortfall !== undefined);
  const late = every.map(({ generatorLate }) => generatorLate).sort((a, b) => a - b);
  const lateness = `The clients were ${(late[late.length >> 1] ?? 0).toFixed(0)} ms late with what was due (p99; up to ${late.at(-1)?.toFixed(0)} ms in a round), which is part of "input to ack".`;
  const sound = `${lateness} Errors of all clients together: ${errors}; states that differed from the server's: ${diverged}.`;
  return starred
    ? `${sound} \\* Not all inputs were sent, or not all patches came: such a round is in no curve.`
    : sound;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
