import { measureRunning } from "../../netcode/running.ts";
import { type RunningFigures, worst } from "../../netcode/running-figures.ts";
import type { VirtualPage } from "../../netcode/virtual-page.ts";
import { table } from "../document.ts";

/** Shares 0..1 of what is sent that are lost. */
const LOSSES = [0, 0.01, 0.03, 0.05] as const;
/** One way and its jitter (ms). */
const DELAY = { delayMs: 20, jitterMs: 5 };
/** Time (s) until it is measured: by then losses have shown, and the choice has been made. */
const SETTLE_S = 15;
const MEASURED_S = 60;

/** How a page comes to its states: over a stream, over datagrams, or over what it chooses by itself. */
const WAYS = ["websocket", "webrtc", "auto"] as const;
type WayName = (typeof WAYS)[number];

/** What is seen of others, and what the server has of the page's inputs. */
interface LineFigures {
  readonly loss: number;
  readonly ways: Readonly<Record<WayName, Pick<RunningFigures, "underRuns" | "starvation">>>;
}
export type LinesFigures = readonly LineFigures[];

/** What the table says. */
export const LINES = `A stream and datagrams side by side, ${2 * DELAY.delayMs} ms there and back, on which packets are lost: frames in which others had nothing to move towards, *ticks for which the server had no input*, ${MEASURED_S} s after ${SETTLE_S} s, the worst of the seeds. Target: at 3 % under 2 % of frames over the choice left to the page.`;

/** Somebody runs about on lines that lose, over each way. */
export async function measureLines(seeds: number, tell: (what: string) => void): Promise<LinesFigures> {
  const lines: LineFigures[] = [];
  for (const loss of LOSSES) {
    const ways: Partial<Record<WayName, RunningFigures>> = {};
    for (const way of WAYS) {
      tell(`lines: ${loss * 100} % lost, ${way}`);
      const runs: RunningFigures[] = [];
      for (let seed = 1; seed <= seeds; seed++) runs.push(await runOver(way, loss, seed));
      ways[way] = worst(runs) as RunningFigures;
    }
    lines.push({ loss, ways: ways as LineFigures["ways"] });
  }
  return lines;
}

function runOver(way: WayName, loss: number, seed: number): Promise<RunningFigures> {
  const link = { ...DELAY, loss };
  return measureRunning(
    { name: way, link },
    {
      seed,
      seconds: MEASURED_S,
      settleSeconds: SETTLE_S,
      ...(way === "websocket" ? {} : { datagrams: link }),
      ...(way === "webrtc" ? { moves: "when told", tune: toDatagrams } : {}),
    },
  );
}

function toDatagrams(page: VirtualPage): void {
  page.visit?.session.movable?.move("webrtc", "chosen");
}

/** Line by line, as Markdown. */
export function linesTable(lines: LinesFigures): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  return table(
    ["Lost", ...WAYS],
    lines.map(({ loss, ways }) => [
      `${loss * 100} %`,
      ...WAYS.map((way) => `${percent(ways[way].underRuns)}, *${percent(ways[way].starvation)}*`),
    ]),
  );
}
