import type { Condition } from "../conditions.ts";
import { median } from "../figures.ts";
import type { Figures, Results, Spread } from "../results.ts";
import type { Way } from "../ways.ts";
import { duelIn, repeatsIn } from "./summary.ts";
import { columns, number, ofRepeats, table, wins } from "./words.ts";

/** A column of the tables: its heading, and the numbers of a repeat that it shows. */
interface Column {
  readonly title: string;
  /** Not a number where there is none. */
  values(figures: Figures): readonly number[];
  say?(value: number): string;
}

const fine = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : "–");
const triple = ({ p50, p95, p99 }: Spread): readonly number[] => [p50, p95, p99];

const LATENCY: readonly Column[] = [
  { title: "connect (ms)", values: ({ connectMs }) => [connectMs] },
  { title: "input to ack (ms) p50 / p95 / p99", values: ({ inputToAck }) => triple(inputToAck) },
  { title: "age of state (ms) p50 / p95 / p99", values: ({ age }) => triple(age) },
  { title: "frames run dry (%)", values: ({ dry }) => [100 * (dry ?? Number.NaN)], say: fine },
  { title: "inputs starved (%)", values: ({ starved }) => [100 * (starved ?? Number.NaN)], say: fine },
  { title: "updates/s", values: ({ updates }) => [updates] },
  { title: "requests/s", values: ({ requests }) => [requests] },
  { title: "bytes down / update", values: ({ wire }) => [wire?.down ?? Number.NaN] },
  { title: "bytes up / update", values: ({ wire }) => [wire?.up ?? Number.NaN] },
  { title: "server CPU (ms/s)", values: ({ serverCpu }) => [serverCpu], say: fine },
];
const WINS = "wins against websocket (95 %) of rounds";

const OVERHEAD: readonly Column[] = [
  { title: "message down", values: ({ payloadDown }) => [payloadDown] },
  { title: "on the wire", values: ({ wire }) => [wire?.down ?? Number.NaN] },
  { title: "overhead down", values: (figures) => [overheadDown(figures)] },
  { title: "messages up", values: ({ payloadUp, inputs, updates }) => [(payloadUp * inputs) / updates] },
  { title: "on the wire", values: ({ wire }) => [wire?.up ?? Number.NaN] },
  { title: "overhead up", values: (figures) => [overheadUp(figures)] },
  { title: "packets/s down", values: ({ wire }) => [wire?.packetsDown ?? Number.NaN] },
  { title: "packets/s up", values: ({ wire }) => [wire?.packetsUp ?? Number.NaN] },
  { title: "TCP connections/min", values: ({ wire }) => [wire?.connections ?? Number.NaN] },
  { title: "kB to connect", values: ({ wire }) => [(wire?.toConnect ?? Number.NaN) / 1000], say: fine },
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
    return fought ? [...cells, duel === undefined ? "–" : `${wins(duel)} of ${duel.rounds}`] : cells;
  });
  return [head, rows];
}

function row(results: Results, condition: Condition, way: Way, wanted: readonly Column[]): string[] {
  const repeats = repeatsIn(results, condition.id, way.id);
  return [
    way.title + missingRepeats(results, repeats.length),
    ...wanted.map((column) => (repeats.length === 0 ? "–" : cell(column, repeats))),
  ];
}

/** The medians of the repeats, then the least and the most of each number. */
function cell({ values, say = number }: Column, repeats: readonly Figures[]): string {
  const all = repeats.map((figures) => values(figures));
  const columns = (all[0] ?? []).map((_, index) => all.map((one) => one[index] ?? Number.NaN));
  if (columns.length === 1) return ofRepeats(columns[0] ?? [], say);
  const middles = columns.map((column) => say(median(column))).join(" / ");
  if (repeats.length < 2) return middles;
  const ranges = columns.map((column) => `${say(Math.min(...column))}–${say(Math.max(...column))}`);
  return `${middles} (${ranges.join(" / ")})`;
}

/** How many repeats there are, beside the name of a way of which not all could be measured. */
function missingRepeats({ plan }: Results, count: number): string {
  return count === 0 || count >= plan.repeats ? "" : ` (${count} of ${plan.repeats} repeats)`;
}
