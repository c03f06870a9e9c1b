import type { LinkCounters, Passed } from "./link/link.ts";
import type { InputTicks, PlayerLog, WindowLog } from "./protocol.ts";
import type { Figures, Spread, WireFigures } from "./results.ts";

/** Step (ms) at which the age of the newest state is looked at. */
const LOOK_MS = 5;

/** What a cell is computed from. */
export interface Measured {
  readonly window: WindowLog;
  /** When (ms) each state was made, by its number. */
  readonly stateTimes: readonly number[];
  readonly connectMs: readonly number[];
  /** Tries to join that failed. */
  readonly failedJoins: number;
  /** Processor time of the server in the window (us). */
  readonly processorUs: number;
  /** Counters before the first player came, when it had its first state, at the start of the window and at its end. */
  readonly counters: readonly (LinkCounters | undefined)[];
  /** Ticks with and without an input in the window; undefined for the control, which has none. */
  readonly inputTicks: InputTicks | undefined;
}

/** The value at a share 0..1 of sorted samples; not a number without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place % 1);
}

/** The middle of samples. */
export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

export function spreadOf(samples: readonly number[]): Spread {
  return { p50: quantile(samples, 0.5), p95: quantile(samples, 0.95), p99: quantile(samples, 0.99) };
}

/** Ages (ms) of the newest state that a player had, at even steps through a window. */
export function agesOf(
  log: Pick<PlayerLog, "arrivals">,
  stateTimes: readonly number[],
  fromMs: number,
  untilMs: number,
): number[] {
  const ages: number[] = [];
  let next = 0;
  let madeAt: number | undefined;
  for (let now = fromMs; now < untilMs; now += LOOK_MS) {
    for (let arrival = log.arrivals[next]; arrival !== undefined && arrival[1] <= now; ) {
      madeAt = stateTimes[arrival[0]] || madeAt;
      next += 1;
      arrival = log.arrivals[next];
    }
    if (madeAt !== undefined) ages.push(now - madeAt);
  }
  return ages;
}

/**
 * Share of the states between the first and the last one that a player saw which it did not see. Those that anybody
 * saw were sent to everybody.
 */
export function skippedOf(logs: readonly Pick<PlayerLog, "arrivals">[]): number {
  const sent = [...new Set(logs.flatMap(({ arrivals }) => arrivals.map(([number]) => number)))];
  let due = 0;
  let missed = 0;
  for (const { arrivals } of logs) {
    const seen = new Set(arrivals.map(([number]) => number));
    const first = arrivals[0]?.[0] ?? Number.POSITIVE_INFINITY;
    const last = arrivals.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
    const between = sent.filter((number) => number >= first && number <= last);
    due += between.length;
    missed += between.filter((number) => !seen.has(number)).length;
  }
  return due === 0 ? 0 : missed / due;
}

/** Figures out of what was noted. */
export function figuresOf(measured: Measured): Figures {
  const { window, stateTimes, connectMs, processorUs, counters } = measured;
  const { players, fromMs, untilMs } = window;
  const seconds = (untilMs - fromMs) / 1000;
  const share = players.length * seconds;
  const total = (value: (log: PlayerLog) => number): number =>
    players.reduce((sum, log) => sum + value(log), 0);
  const updates = total(({ arrivals }) => arrivals.filter(([, at]) => at >= fromMs).length);
  const inputs = total((log) => log.inputs);
  return {
    connectMs: median(connectMs),
    inputToAck: spreadOf(players.flatMap((log) => log.inputToAck)),
    age: spreadOf(players.flatMap((log) => agesOf(log, stateTimes, fromMs, untilMs))),
    updates: updates / share,
    inputs: inputs / share,
    requests: window.requests / share,
    payloadDown: total((log) => log.bytesDown) / updates,
    payloadUp: total((log) => log.bytesUp) / inputs,
    messages: total((log) => log.messagesDown) / updates,
    ...withWire(wireOf(counters, updates, players.length, seconds)),
    serverCpu: processorUs / 1000 / share,
    disorder: total((log) => log.disorder),
    drops: total((log) => log.drops),
    failedJoins: measured.failedJoins,
    skipped: skippedOf(players),
    ...smoothness(measured),
  };
}

/** How smoothly it went for a page and for the server, and by what; nothing of the control. */
function smoothness({
  window: { players },
  inputTicks,
}: Measured): Pick<Figures, "dry" | "starved" | "moves" | "carriers"> {
  const frames = players.reduce((sum, log) => sum + log.frames, 0);
  if (frames === 0 || inputTicks === undefined || inputTicks.ticks === 0) return {};
  const carriers: Record<string, number> = {};
  for (const { carrier } of players) {
    if (carrier !== undefined) carriers[carrier] = (carriers[carrier] ?? 0) + 1;
  }
  return {
    dry: players.reduce((sum, log) => sum + log.dryFrames, 0) / frames,
    starved: inputTicks.starved / inputTicks.ticks,
    moves: players.reduce((sum, log) => sum + log.moves, 0),
    carriers,
  };
}

function withWire(wire: WireFigures | undefined): Pick<Figures, "wire"> {
  return wire === undefined ? {} : { wire };
}

function wireOf(
  [before, connected, opened, closed]: Measured["counters"],
  updates: number,
  players: number,
  seconds: number,
): WireFigures | undefined {
  if (before === undefined || connected === undefined || opened === undefined || closed === undefined)
    return undefined;
  const down = closed.down.bytes - opened.down.bytes;
  const up = closed.up.bytes - opened.up.bytes;
  const share = players * seconds;
  const both = ({ up: there, down: back }: LinkCounters, key: keyof Passed): number => there[key] + back[key];
  return {
    down: down / updates,
    up: up / updates,
    downRate: down / share,
    upRate: up / share,
    packetsDown: (closed.down.packets - opened.down.packets) / share,
    packetsUp: (closed.up.packets - opened.up.packets) / share,
    connections: ((closed.up.connections - opened.up.connections) / share) * 60,
    toConnect: both(connected, "bytes") - both(before, "bytes"),
    lost: (both(closed, "lost") - both(opened, "lost")) / (both(closed, "packets") - both(opened, "packets")),
  };
}
