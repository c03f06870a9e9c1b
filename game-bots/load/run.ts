import { setTimeout as pause } from "node:timers/promises";
import { buildReport } from "./build-report.ts";
import { Collector } from "./collector.ts";
import { explainFailure } from "./failures.ts";
import { Fleet } from "./fleet.ts";
import type { LoadOptions } from "./options.ts";
import type { OwnServer } from "./own-server.ts";
import { makePlan } from "./plan.ts";
import type { Progress } from "./progress.ts";
import type { News } from "./protocol.ts";
import type { Report } from "./report-schema.ts";
import { ServerWatch } from "./server-watch.ts";

/** Time (ms) between "begin" and the first client, so that all workers begin together. */
const RUN_UP_MS = 300;
/** Seconds without anybody connected after which a server that does not answer either is taken for dead. */
const SILENCE = 3;

/** Time (ms) in which clients notice a dead server. */
const NOTICE_MS = 500;

/** Why a run ended before its time: what to say, and the exit status it stands for. */
export interface Interruption {
  readonly words: string;
  readonly status: number;
}

/** What a run needs. */
export interface RunContext {
  readonly options: LoadOptions;
  readonly origin: string;
  readonly adminToken: string | undefined;
  readonly ownServer: OwnServer | undefined;
  readonly progress: Progress;
  /** Resolves when somebody wants the run to end. */
  readonly interrupted: Promise<Interruption>;
}

/** Runs a load test against a server that is there. Returns its report, and why it ended early if it did. */
export async function runLoad(
  context: RunContext,
): Promise<{ report: Report; cut: Interruption | undefined }> {
  const { options, origin, adminToken, progress } = context;
  const rampSeconds = Math.ceil(options.ramp);
  const endSecond = rampSeconds + Math.ceil(options.duration);
  const collector = new Collector(origin, options.workers, rampSeconds, endSecond);
  const watch = new ServerWatch(origin, adminToken);
  const dead = Promise.withResolvers<Interruption>();
  const silence = new Silence(origin, dead.resolve);
  collector.onSecond = (second) => {
    progress.second(second);
    silence.second(second.connected, collector.totals.joined, second.at > rampSeconds);
  };
  const fleet = new Fleet((news, worker) => hear(news, worker, collector, fleet));
  await fleet.start(options.workers);
  const startedAt = new Date();
  const beginsAt = Date.now() + RUN_UP_MS;
  begin(fleet, context, beginsAt);
  const over = new AbortController();
  watchServer(watch, collector, beginsAt, rampSeconds, endSecond, over.signal);
  const cut = await Promise.race([
    // Half a second more, so that the last second is complete.
    sleep(RUN_UP_MS + endSecond * 1000 + 500, over.signal),
    context.interrupted,
    dead.promise,
    ...(context.ownServer === undefined
      ? []
      : [context.ownServer.died.then((words): Interruption => ({ words, status: 3 }))]),
  ]);
  over.abort();
  if (cut !== undefined) progress.say(cut.words);
  // The clients shall notice, too, that the server is gone.
  if (cut?.status === 3) await sleep(NOTICE_MS);
  await fleet.stop();
  collector.finish();
  const ended = cut === undefined ? "completed" : cut.words.replace(/\.$/, "");
  return { report: buildReport({ options, origin, startedAt, ended, collector, watch }), cut };
}

function begin(fleet: Fleet, { options, origin, adminToken }: RunContext, beginsAt: number): void {
  const { playersPerRoom, arena, mode, netRate, ramp, brain } = options;
  const roomOptions = {
    bots: 0,
    // A room for one person is refused; the second seat stays empty.
    maxPlayers: Math.max(2, playersPerRoom),
    private: true,
    ...(arena === undefined ? {} : { arena }),
    ...(mode === undefined ? {} : { mode }),
    ...(netRate === undefined ? {} : { netRate }),
  };
  makePlan(options).forEach((plan, worker) => {
    fleet.tell(worker, {
      type: "begin",
      beginsAt,
      rampMs: ramp * 1000,
      origin,
      ...(adminToken === undefined ? {} : { adminToken }),
      brain,
      roomOptions,
      plan: { clients: [...plan.clients], churn: [...plan.churn] },
    });
  });
}

function hear(news: News, worker: number, collector: Collector, fleet: Fleet): void {
  switch (news.type) {
    case "second":
      collector.add(news);
      return;
    case "done":
      collector.ends.push(news);
      return;
    case "fault":
      collector.error(`A worker had a fault: ${news.words}`);
      return;
    case "room":
      // The worker that opened it knows already; telling it again changes nothing.
      fleet.tellAll(news);
      return;
    case "ready":
      return;
    default:
      throw new Error(`Worker ${worker} told something unknown.`);
  }
}

/** Reads the server's metrics at the end of every second, and once exactly when the measured time begins. */
function watchServer(
  watch: ServerWatch,
  collector: Collector,
  beginsAt: number,
  rampSeconds: number,
  endSecond: number,
  over: AbortSignal,
): void {
  const turn = async (): Promise<void> => {
    let second = 0;
    let hasBegun = false;
    while (second < endSecond && !over.aborted) {
      const used = await watch.look(Date.now);
      if (used !== undefined && second > 0) collector.server(second - 1, used);
      if (second >= rampSeconds && !hasBegun) {
        hasBegun = true;
        watch.begin();
      }
      // One that was waited for in vain makes the figures of some seconds be missing, and no others late.
      second = Math.max(second + 1, Math.floor((Date.now() - beginsAt) / 1000));
      await sleep(Math.max(0, beginsAt + second * 1000 - Date.now()), over);
    }
    if (!over.aborted) await watch.look(Date.now);
  };
  turn().catch((error) => collector.error(`The server's figures could not be read: ${error}`));
}

/** Waits, or less long when the signal comes. */
function sleep(ms: number, signal?: AbortSignal): Promise<undefined> {
  return pause(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}

/** Notices that a server is gone: nobody is connected, and it does not answer. */
class Silence {
  readonly #origin: string;
  readonly #dead: (why: Interruption) => void;
  #seconds = 0;

  constructor(origin: string, dead: (why: Interruption) => void) {
    this.#origin = origin;
    this.#dead = dead;
  }

  second(connected: number, joined: number, rampOver: boolean): void {
    const quiet = connected === 0 && (joined > 0 || rampOver);
    this.#seconds = quiet ? this.#seconds + 1 : 0;
    if (this.#seconds < SILENCE) return;
    this.#seconds = 0;
    if (joined === 0) {
      this.#dead({ words: "Nobody could join.", status: 3 });
      return;
    }
    fetch(`${this.#origin}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
      () => {},
      (error) => this.#dead({ words: `The server is gone. ${explainFailure(error)}`, status: 3 }),
    );
  }
}
