import type { Condition } from "../conditions.ts";
import type { Figures, Results } from "../results.ts";
import { REFERENCE } from "../ways.ts";
import { table } from "./words.ts";

/** A number of which less is better. */
interface Measure {
  readonly title: string;
  of(figures: Figures): number;
}

const AGE: Measure = { title: "age of state, median", of: ({ age }) => age.p50 };
const AGE_P95: Measure = { title: "age of state, 95th percentile", of: ({ age }) => age.p95 };
const ACK: Measure = { title: "input to ack, median", of: ({ inputToAck }) => inputToAck.p50 };
const CPU: Measure = { title: "server CPU", of: ({ serverCpu }) => serverCpu };
const BYTES: Measure = {
  title: "bytes per update, both directions",
  of: ({ wire }) => (wire?.down ?? Number.NaN) + (wire?.up ?? Number.NaN),
};

/** That one way is better than another one, and how often it was so. */
interface Order {
  readonly condition: Condition;
  readonly measure: Measure;
  readonly better: string;
  readonly worse: string;
}

/** In how many repeats the orders held that the text rests on, with the ratio in each: a table. */
export function ordersTable(results: Results, home: Condition): string {
  const lossy = results.conditions.filter(({ loss }) => loss > 0);
  const at = (measure: Measure, better: string, worse: string, condition = home): Order => ({
    condition,
    measure,
    better,
    worse,
  });
  const orders = [
    at(AGE, REFERENCE, "long-polling"),
    at(AGE, REFERENCE, "polling"),
    at(AGE, "polling", "polling-1s"),
    at(ACK, REFERENCE, "sse"),
    at(ACK, "sse", "long-polling"),
    at(BYTES, REFERENCE, "sse"),
    at(BYTES, REFERENCE, "long-polling"),
    at(BYTES, REFERENCE, "webrtc"),
    at(BYTES, REFERENCE, "socket.io"),
    at(CPU, REFERENCE, "webrtc"),
    ...lossy.map((condition) => at(AGE_P95, "webrtc", REFERENCE, condition)),
    ...lossy.map((condition) => at(AGE_P95, REFERENCE, "long-polling", condition)),
  ];
  const rows = orders.flatMap((order) => {
    const ratios = ratiosOf(results, order);
    if (ratios.length === 0) return [];
    const held = ratios.filter((ratio) => ratio < 1).length;
    return [
      [
        `${order.condition.title}: ${order.better} less than ${order.worse}`,
        order.measure.title,
        `${held} of ${ratios.length}`,
        ratios.map((ratio) => ratio.toFixed(2)).join(", "),
      ],
    ];
  });
  return table(["", "figure", "held in repeats", "ratios"], rows);
}

/** The better way's number by the worse one's, for each repeat in which both were measured. */
function ratiosOf({ plan, cells }: Results, { condition, measure, better, worse }: Order): number[] {
  const numberIn = (way: string, repeat: number): number => {
    const found = cells.find(
      (cell) => cell.way === way && cell.condition === condition.id && cell.repeat === repeat,
    );
    return found?.figures === undefined ? Number.NaN : measure.of(found.figures);
  };
  return Array.from(
    { length: plan.repeats },
    (_, repeat) => numberIn(better, repeat) / numberIn(worse, repeat),
  ).filter((ratio) => Number.isFinite(ratio));
}
