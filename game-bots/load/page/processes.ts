import { shareOfProcesses } from "../by-process.ts";
import type { Report } from "../report-schema.ts";
import type { Cards } from "./cards.ts";
import { type Cell, table } from "./elements.ts";
import type { Line } from "./over-time.ts";
import { show } from "./words.ts";

const INKS = ["blue", "orange", "purple", "red"];
const DASHES = [undefined, [7, 4], [2, 3], [12, 3, 2, 3]];

/** A line for each process of the server, told apart by ink and dash; none where there is only one. */
export function linesByProcess(report: Report, field: "clientsByProcess" | "serverCpuByProcess"): Line[] {
  return shareOfProcesses(report).map(({ address }, i) => {
    const dash = DASHES[(i + Math.floor(i / INKS.length)) % DASHES.length];
    return {
      label: address,
      ink: INKS[i % INKS.length] ?? "blue",
      ...(dash && { dash }),
      of: (second) => (second[field] === undefined ? undefined : (second[field][address] ?? 0)),
    };
  });
}

/** Adds what each process had and how the moves between them went, where there are several. */
export function processTable(cards: Cards, report: Report): void {
  const shares = shareOfProcesses(report);
  if (shares.length === 0) return;
  const { clients, divergence } = report;
  const rows = shares.map(({ address, first, most, last, cpuPercent }): Cell[] => [
    address,
    show(first),
    show(most),
    show(last),
    cpuPercent === undefined ? "–" : `${show(cpuPercent)} %`,
  ]);
  const moves = `${show(clients.moves)} moves of clients with their rooms, ${show(clients.lostMoves)} lost; ${show(divergence.comparedAfterMoves)} states compared after a move.`;
  cards.add("Processes", moves, table(["", "clients at first", "most", "at last", "CPU"], rows));
}
