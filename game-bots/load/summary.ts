import { shareOfProcesses } from "./by-process.ts";
import type { Distribution, Report } from "./report-schema.ts";

/** What a load test found, for the terminal. */
export function summary(report: Report): string {
  const { options, clients, traffic, errors, divergence, server, generator } = report;
  const mix = options.transports
    .map(({ name, share }) => (share === 1 ? name : `${name} ${(share * 100).toFixed(0)} %`))
    .join(", ");
  const lines = [
    "",
    `${options.clients} clients in ${options.rooms} room${options.rooms === 1 ? "" : "s"} over ${mix}, ${options.brain}, measured for ${report.measuredSeconds} s; ${report.ended}.`,
    `${clients.joined} joined, ${clients.reconnects} came back, ${clients.moves} moved with their rooms, ${errors.total} errors.`,
    "",
    "ms                      p50      p95      p99    p99.9      max    samples",
    ...Object.entries(NAMES).map(([name, words]) => row(words, report.latencies[name as keyof typeof NAMES])),
    "",
    `Per client   ${bytes(traffic.bytesDownPerClientSecond)} down, ${bytes(traffic.bytesUpPerClientSecond)} up a second; ${traffic.bytesPerPatch.toFixed(0)} bytes a patch`,
    `States       ${statesLine(divergence)}`,
    ...serverLines(server, report.serverNote),
    ...processLines(report),
    `Generator    ${generator.words}`,
  ];
  if (errors.kinds.length > 0) lines.push("", "What went wrong");
  for (const { words, count } of errors.kinds.slice(0, 12))
    lines.push(`${String(count).padStart(7)} x ${words}`);
  lines.push("", ...report.verdict.judgements.map(judgementLine));
  return `${lines.filter((line) => line !== undefined).join("\n")}\n`;
}

const NAMES = {
  timeToJoin: "time to join",
  roundTrip: "round trip",
  inputToAck: "input to ack",
  patchInterval: "between patches",
  ageOfState: "age of state",
  reconnect: "reconnect",
  move: "move",
} as const;

function row(words: string, all: Distribution | undefined): string | undefined {
  if (all === undefined) return undefined;
  const cells = [all.p50, all.p95, all.p99, all.p999, all.max].map((ms) => ms.toFixed(1).padStart(9));
  return `${words.padEnd(18)}${cells.join("")}${String(all.count).padStart(11)}`;
}

function bytes(count: number): string {
  return count < 10_000 ? `${count.toFixed(0)} B` : `${(count / 1000).toFixed(1)} kB`;
}

function statesLine({ compared, diverged, note, examples }: Report["divergence"]): string {
  if (diverged === undefined) return note ?? "not compared";
  return `${compared} compared with the server's, ${diverged} differ${examples.length > 0 ? ` (${examples[0]})` : ""}`;
}

function serverLines(server: Report["server"], note: string | undefined): string[] {
  if (server === undefined) return [`Server       ${note ?? "no figures"}`];
  const times = (of: { p50: number; p95: number; p99: number } | undefined): string =>
    of === undefined ? "none" : `${of.p50.toFixed(1)} / ${of.p95.toFixed(1)} / ${of.p99.toFixed(1)} ms`;
  return [
    `Server       ${server.cpuPercent.toFixed(0)} % of a core, ${server.cpuPerUpdate.toFixed(1)} us per delivered patch, ${(server.cpuPerPlayerSecond * 1000).toFixed(2)} CPU ms per player and second, ${server.memory.toFixed(0)} MB`,
    `             steps take ${times(server.stepLength)}, come every ${times(server.stepInterval)} (p50 / p95 / p99), ${server.overruns} of ${server.steps} overran`,
    `             event loop late by ${server.eventLoopDelay.typical.toFixed(1)} ms, at worst ${server.eventLoopDelay.worst.toFixed(1)} ms; garbage collection ${server.garbageCollection.toFixed(1)} %`,
  ];
}

function processLines(report: Report): string[] {
  const { clients, latencies, divergence } = report;
  const shares = shareOfProcesses(report);
  if (shares.length === 0) return [];
  const { move } = latencies;
  const away =
    move === undefined
      ? ""
      : `, away ${move.p50.toFixed(0)} ms (p50), ${move.p95.toFixed(0)} (p95), ${move.max.toFixed(0)} at most`;
  return [
    `Moves        ${clients.moves} of clients with their rooms${away}; ${clients.lostMoves} lost; ${divergence.comparedAfterMoves} states compared after a move`,
    "Process           clients at first     most  at last      CPU",
    ...shares.map(({ address, first, most, last, cpuPercent }) => {
      const cpu = cpuPercent === undefined ? "–" : `${cpuPercent.toFixed(0)} %`;
      const cells = [String(most), String(last), cpu].map((cell) => cell.padStart(9));
      return `${address.padEnd(18)}${String(first).padStart(16)}${cells.join("")}`;
    }),
  ];
}

function judgementLine({
  name,
  value,
  limit,
  unit,
  passed,
}: Report["verdict"]["judgements"][number]): string {
  const found = value === null ? "could not be measured" : `${round(value)}${unit === "" ? "" : ` ${unit}`}`;
  const word = value === null && passed ? "unknown " : passed ? "held    " : "EXCEEDED";
  return `${word}  --${name} ${round(limit)}: ${found}`;
}

function round(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
