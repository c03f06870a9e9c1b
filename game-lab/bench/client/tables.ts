import { table } from "../document.ts";
import type { Machine } from "../machine.ts";
import { BUDGET_MS, type Stretch } from "./figures.ts";
import { KIND_WORDS, KINDS, OWN } from "./kinds.ts";

/** What a visit of a page cost. */
export interface ClientResult {
  readonly name: string;
  readonly players: number;
  readonly renderer: string;
  /** Characters in sight at the end. */
  readonly drawn: number;
  readonly patchesPerSecond: number;
  readonly loadAverage: number;
  readonly coming: Stretch;
  readonly playing: Stretch;
}

/** What docs/capacity.md says of the page between its marks. */
export function writeClient(command: string, machine: Machine, results: readonly ClientResult[]): string {
  const [first] = results;
  const loads = results.map(({ loadAverage }) => loadAverage.toFixed(1)).join(", ");
  return [
    `Written by \`${command}\` on ${machine.at}. ${machine.words} Load average ${loads}, Chromium and the server included; drawn by ${first?.renderer}, 640 x 360, ${first?.playing.seconds.toFixed(0)} s of playing.`,
    "Processor time of the page's main thread per frame (ms), everything between the beginnings of two frames:",
    kindTable(results),
    "Our own code in a frame, which is decoding, netcode, the picture, the page and collecting garbage:",
    ownTable(results),
    "Decoding, netcode and garbage while playing:",
    lineTable(results),
  ].join("\n\n");
}

function heads(results: readonly ClientResult[]): string[] {
  return results.map(({ name, drawn }) => `${name} (${drawn} in sight)`);
}

function kindTable(results: readonly ClientResult[]): string {
  const rows = KINDS.map((kind) => [
    KIND_WORDS[kind],
    ...results.map(({ playing }) => playing.perFrame[kind].toFixed(2)),
  ]);
  const own = results.map(({ playing }) =>
    OWN.reduce((sum, kind) => sum + playing.perFrame[kind], 0).toFixed(2),
  );
  const undrawn = results.map(({ playing }) => playing.undrawn.toFixed(2));
  return table(
    ["Mean per frame", ...heads(results)],
    [...rows, ["**decoding, netcode and the page**", ...undrawn], ["**our own code**", ...own]],
  );
}

function ownTable(results: readonly ClientResult[]): string {
  const rows = results.flatMap(({ name, coming, playing }) => [
    row(`${name}: coming in and the first 3 s`, coming),
    row(`${name}: playing`, playing),
  ]);
  return table(["", "frames", "p50", "p95", "p99", "most", `frames over ${BUDGET_MS} ms`], rows);
}

function row(name: string, { frames, own, tooLong }: Stretch): string[] {
  const times = [own.p50, own.p95, own.p99, own.max].map((ms) => ms.toFixed(1));
  return [name, String(frames), ...times, String(tooLong)];
}

function lineTable(results: readonly ClientResult[]): string {
  const line = (what: string, of: (result: ClientResult) => string): string[] => [what, ...results.map(of)];
  return table(
    ["", ...results.map(({ name }) => name)],
    [
      line("frames a second", ({ playing }) => (playing.frames / playing.seconds).toFixed(0)),
      line("patches a second", (r) => r.patchesPerSecond.toFixed(0)),
      line("decoding: us per patch", (r) =>
        ((r.playing.decodePerSecond / r.patchesPerSecond) * 1000).toFixed(0),
      ),
      line("decoding: ms per second", (r) => r.playing.decodePerSecond.toFixed(1)),
      line("netcode and prediction: ms per second", (r) => r.playing.predictPerSecond.toFixed(1)),
      line("threads beside the page: ms per second", (r) => r.playing.besidePerSecond.toFixed(1)),
      line("allocated: MB per minute", (r) => r.playing.garbage.perMinute.toFixed(0)),
      line("collecting garbage: ms per minute", (r) => r.playing.garbage.collectingPerMinute.toFixed(0)),
      line("collecting garbage: longest pause (ms)", (r) => r.playing.garbage.longest.toFixed(1)),
    ],
  );
}
