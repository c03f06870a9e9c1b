import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import type { Collector } from "./collector.ts";
import { judgeGenerator } from "./generator.ts";
import { LATENCIES } from "./latency.ts";
import type { LoadOptions } from "./options.ts";
import { type Report, reportSchema } from "./report-schema.ts";
import type { ServerWatch } from "./server-watch.ts";
import { judge } from "./thresholds.ts";

/** What a report is made of. */
export interface ReportParts {
  readonly options: LoadOptions;
  readonly origin: string;
  readonly startedAt: Date;
  readonly ended: string;
  readonly collector: Collector;
  readonly watch: ServerWatch;
}

/** The report of a load test that has ended. */
export function buildReport(parts: ReportParts): Report {
  const { options, collector, watch } = parts;
  const { counts, totals, playerSeconds, measuredSeconds, timeline } = collector;
  const server = watch.figures(counts.patches, playerSeconds);
  const report: Omit<Report, "verdict"> = {
    version: 1,
    startedAt: parts.startedAt.toISOString(),
    machine: {
      cpu: cpus()[0]?.model ?? "unknown",
      cores: availableParallelism(),
      memoryGB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      os: `${type()} ${release()}`,
    },
    options: {
      url: parts.origin,
      ownServer: options.url === undefined,
      clients: options.clients,
      rooms: options.rooms,
      playersPerRoom: options.playersPerRoom,
      ramp: options.ramp,
      duration: options.duration,
      transports: options.transports.map(({ name, share }) => ({ name, share })),
      churn: options.churn,
      workers: options.workers,
      seed: options.seed,
      brain: options.brain,
    },
    ended: parts.ended,
    measuredSeconds,
    clients: {
      joined: totals.joined,
      connectedAtEnd: timeline.at(-1)?.connected ?? 0,
      left: totals.left,
      reconnects: totals.reconnects,
      moves: totals.moves,
      lostMoves: totals.lostMoves,
      playerSeconds,
    },
    latencies: Object.fromEntries(
      LATENCIES.flatMap((name) => {
        const all = collector.latencies.distribution(name);
        return all === undefined ? [] : [[name, all]];
      }),
    ),
    traffic: {
      patches: counts.patches,
      messagesDown: counts.messagesDown,
      messagesUp: counts.messagesUp,
      bytesDown: counts.bytesDown,
      bytesUp: counts.bytesUp,
      bytesDownPerClientSecond: ratio(counts.bytesDown, playerSeconds),
      bytesUpPerClientSecond: ratio(counts.bytesUp, playerSeconds),
      bytesPerPatch: ratio(counts.bytesDown, counts.patches),
    },
    errors: {
      total: collector.errorCount,
      decodeErrors: totals.decodeErrors,
      kinds: [...collector.errors]
        .map(([words, count]) => ({ words, count }))
        .sort((a, b) => b.count - a.count),
    },
    divergence: divergenceOf(collector),
    ...(server === undefined ? {} : { server }),
    ...(watch.note === undefined || server !== undefined ? {} : { serverNote: watch.note }),
    generator: judgeGenerator(timeline, counts.inputs, counts.skippedInputs),
    timeline,
    perClient: collector.ends
      .flatMap(({ clients }) => clients)
      .map(({ number, room, transport, p50, p99, patches, bytesDown, bytesUp, reconnects, seconds }) => ({
        number,
        room,
        transport,
        ...(p50 === undefined ? {} : { p50 }),
        ...(p99 === undefined ? {} : { p99 }),
        patchesPerSecond: ratio(patches, seconds),
        bytesDownPerSecond: ratio(bytesDown, seconds),
        bytesUpPerSecond: ratio(bytesUp, seconds),
        reconnects,
      }))
      .sort((a, b) => a.number - b.number),
  };
  const judgements = judge(report, options.limits);
  const passed = judgements.every((judgement) => judgement.passed);
  return reportSchema.parse({ ...report, verdict: { passed, judgements } });
}

function divergenceOf({ ends }: Collector): Report["divergence"] {
  const compared = ends.reduce((sum, end) => sum + end.compared, 0);
  const note = ends.find((end) => end.note !== undefined)?.note;
  return {
    compared,
    comparedAfterMoves: ends.reduce((sum, end) => sum + end.comparedAfterMoves, 0),
    ...(compared === 0 ? {} : { diverged: ends.reduce((sum, end) => sum + end.diverged, 0) }),
    examples: ends.flatMap(({ examples }) => examples).slice(0, 10),
    ...(note === undefined ? {} : { note }),
  };
}

function ratio(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}
