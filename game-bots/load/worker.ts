/** A process that drives some of the clients of a load test. It is told what to do by the command, over IPC. */
import { performance } from "node:perf_hooks";
import { Auditor } from "./auditor.ts";
import { type News, type Order, order } from "./protocol.ts";
import { RoomCodes } from "./room-codes.ts";
import { Squad } from "./squad.ts";
import { Tally } from "./tally.ts";

/** Seconds between two comparisons of states. */
const AUDIT_EVERY = 3;

const tally = new Tally();
const codes = new RoomCodes();
let squad: Squad | undefined;
let auditor: Auditor | undefined;
let auditing: Promise<void> = Promise.resolve();
let reporting: NodeJS.Timeout | undefined;
let reportLast: () => void = () => {};

function tell(message: News): void {
  if (process.connected) process.send?.(message);
}

/** The SDK and the decoder speak to the console; the decoder only when something is wrong. */
function listenToConsole(): void {
  console.log = () => {};
  console.info = () => {};
  const heard = (...words: unknown[]): void => {
    const text = words.map(String).join(" ");
    if (!/schema|refId/i.test(text)) return;
    tally.counts.decodeErrors += 1;
    tally.error(`The decoder complained: ${text.slice(0, 120)}`);
  };
  console.warn = heard;
  console.error = heard;
}

function begin(task: Extract<Order, { type: "begin" }>): void {
  const elapsed = (): number => performance.timeOrigin + performance.now() - task.beginsAt;
  const audit = new Auditor(task.adminToken);
  auditor = audit;
  const team = new Squad(
    task.plan,
    {
      origin: task.origin,
      brain: task.brain,
      roomOptions: task.roomOptions,
      tally,
      codes,
      now: () => performance.now(),
      roomOpened(room, code) {
        if (code !== undefined) codes.opened(room, code);
        tell({ type: "room", room, ...(code === undefined ? {} : { code }) });
      },
      roomAt(place, code) {
        audit.wake(place, code).catch(() => {});
      },
    },
    elapsed,
  );
  squad = team;
  team.start();
  reportEverySecond(team, elapsed, Math.ceil(task.rampMs / 1000));
}

/** Tells every second what was measured in it; when `steady` begins, the clients forget what was before. */
function reportEverySecond(team: Squad, elapsed: () => number, steady: number): void {
  let second = 0;
  let cpu = process.cpuUsage();
  let at = elapsed();
  const report = (last = false): void => {
    const now = elapsed();
    const used = process.cpuUsage(cpu);
    const cpuPercent = (used.user + used.system) / 10 / Math.max(1, now - at);
    cpu = process.cpuUsage();
    at = now;
    const lateMs = team.lateness.count === 0 ? 0 : team.lateness.percentile(99) / 1e6;
    team.lateness.reset();
    const { connected, places } = team;
    tell({ type: "second", second, connected, places, lateMs, cpuPercent, ...tally.take() });
    second += 1;
    if (last) return;
    for (const client of team.clients) if (client.isPlaying) client.log.seconds += 1;
    if (second === steady) for (const client of team.clients) client.log.reset();
    if (second % AUDIT_EVERY === 0) auditing = auditing.then(() => auditor?.compare(tally.takePrints()));
    reporting = setTimeout(report, Math.max(0, (second + 1) * 1000 - elapsed()));
  };
  reporting = setTimeout(report, Math.max(0, 1000 - elapsed()));
  reportLast = () => report(true);
}

async function stop(): Promise<void> {
  clearTimeout(reporting);
  squad?.stop();
  // What happened since the last full second, above all how a server died.
  reportLast();
  const clients = squad?.clients ?? [];
  auditing = auditing.then(() => auditor?.compare(tally.takePrints()));
  await auditing;
  await Promise.all(clients.map((client) => client.leave()));
  tell({
    type: "done",
    compared: auditor?.compared ?? 0,
    diverged: auditor?.diverged ?? 0,
    comparedAfterMoves: auditor?.comparedAfterMoves ?? 0,
    examples: auditor?.examples ?? [],
    ...(auditor?.note === undefined ? {} : { note: auditor.note }),
    clients: clients.map(({ plan, log }) => {
      const p50 = log.roundTrip(0.5);
      const p99 = log.roundTrip(0.99);
      return {
        number: plan.number,
        room: plan.room,
        transport: plan.transport,
        ...(p50 === undefined ? {} : { p50 }),
        ...(p99 === undefined ? {} : { p99 }),
        patches: log.patches,
        bytesDown: log.bytesDown,
        bytesUp: log.bytesUp,
        reconnects: log.reconnects,
        seconds: log.seconds,
      };
    }),
  });
}

function obey(task: Order): void {
  if (task.type === "begin") begin(task);
  else if (task.type === "stop") stop().catch(fault);
  else if (task.code === undefined) codes.failed(task.room);
  else codes.opened(task.room, task.code);
}

function fault(error: unknown): void {
  tell({ type: "fault", words: error instanceof Error ? error.message : String(error) });
}

listenToConsole();
process.on("message", (message) => obey(order.parse(message)));
process.on("uncaughtException", fault);
process.on("unhandledRejection", fault);
// Nobody is left to report to.
process.on("disconnect", () => process.exit(0));
tell({ type: "ready" });
