import type { Condition } from "../conditions.ts";
import type { Figures, Results } from "../results.ts";
import type { Way } from "../ways.ts";
import { duelIn, figuresIn } from "./summary.ts";
import { columns, number, spread, table, wins } from "./words.ts";

/** A column of the tables: its heading, and what it says of a way. */
interface Column {
  readonly title: string;
  cell(figures: Figures): string;
}

const LATENCY: readonly Column[] = [
  { title: "connect (ms)", cell: ({ connectMs }) => number(connectMs) },
  { title: "input to ack (ms) p50 / p95 / p99", cell: ({ inputToAck }) => spread(inputToAck) },
  { title: "age of state (ms) p50 / p95 / p99", cell: ({ age }) => spread(age) },
  { title: "updates/s", cell: ({ updates }) => number(updates) },
  { title: "requests/s", cell: ({ requests }) => number(requests) },
  { title: "bytes down / update", cell: ({ wire }) => number(wire?.down ?? Number.NaN) },
  { title: "bytes up / update", cell: ({ wire }) => number(wire?.up ?? Number.NaN) },
  { title: "server CPU (ms/s)", cell: ({ serverCpu }) => serverCpu.toFixed(1) },
];
const WINS = "wins against websocket (95 %)";

const OVERHEAD: readonly Column[] = [
  { title: "message down", cell: ({ payloadDown }) => number(payloadDown) },
  { title: "on the wire", cell: ({ wire }) => number(wire?.down ?? Number.NaN) },
  { title: "overhead down", cell: (figures) => number(overheadDown(figures)) },
  { title: "messages up", cell: ({ payloadUp, inputs, updates }) => number((payloadUp * inputs) / updates) },
  { title: "on the wire", cell: ({ wire }) => number(wire?.up ?? Number.NaN) },
  { title: "overhead up", cell: (figures) => number(overheadUp(figures)) },
  { title: "packets/s down", cell: ({ wire }) => number(wire?.packetsDown ?? Number.NaN) },
  { title: "packets/s up", cell: ({ wire }) => number(wire?.packetsUp ?? Number.NaN) },
  { title: "TCP connections/min", cell: ({ wire }) => number(wire?.connections ?? Number.NaN) },
  {
    title: "kB to connect",
    cell: ({ wire }) => (wire === undefined ? "–" : (wire.toConnect / 1000).toFixed(1)),
  },
];

/** Bytes per update that are not message: headers, framing, acknowledgements. */
export function overheadDown({ wire, payloadDown }: Figures): number {
  return (wire?.down ?? Number.NaN) - payloadDown;
}

/** The same for what goes up per update. */
export function overheadUp({ wire, payloadUp, inputs, updates }: Figures): number {
  return (wire?.up ?? Number.NaN) - (payloadUp * inputs) / updates;
}

/** Everything that was measured under a condition. */
export function conditionTable(results: Results, condition: Condition): string {
  return table(...withDuels(results, condition));
}

/** What each way adds to the messages, in bytes per update unless it says otherwise. */
export function overheadTable(results: Results, condition: Condition): string {
  const head = ["", ...OVERHEAD.map(({ title }) => title)];
  return table(
    head,
    results.ways.map((way) => row(results, condition, way, OVERHEAD)),
  );
}

/** All conditions for the console. */
export function consoleTables(results: Results): string {
  return results.conditions
    .map((condition) => `\n${condition.title}\n${columns(...withDuels(results, condition))}`)
    .join("\n");
}

function withDuels(results: Results, condition: Condition): [string[], string[][]] {
  const fought = results.duels.length > 0;
  const head = ["", ...LATENCY.map(({ title }) => title), ...(fought ? [WINS] : [])];
  const rows = results.ways.map((way) => {
    const duel = duelIn(results, condition.id, way.id);
    const cells = row(results, condition, way, LATENCY);
    return fought ? [...cells, duel === undefined ? "–" : wins(duel)] : cells;
  });
  return [head, rows];
}

function row(results: Results, condition: Condition, way: Way, wanted: readonly Column[]): string[] {
  const figures = figuresIn(results, condition.id, way.id);
  return [way.title, ...wanted.map(({ cell }) => (figures === undefined ? "–" : cell(figures)))];
}
