import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import type { Disturbance } from "./disturbance.ts";
import { figuresOf, median } from "./figures.ts";
import { join } from "./join.ts";
import { pause } from "./pause.ts";
import {
  done,
  type InputTicks,
  inputTicks,
  type PayloadSizes,
  processorTime,
  stateTimes,
  windowLog,
} from "./protocol.ts";
import type { Figures } from "./results.ts";
import type { Site } from "./site.ts";
import type { Way } from "./ways.ts";

/** How a room to measure in is opened. Long enough that nothing ends. */
const ROOM_OPTIONS = {
  arena: "meadow",
  bots: 0,
  maxPlayers: 16,
  private: true,
  timeLimit: 1800,
  pickupsOff: PICKUP_NAMES,
};

/** One measurement, and what may have disturbed it. */
export interface Measurement extends Disturbance {
  readonly figures: Figures;
}

export interface MeasureOptions {
  readonly way: Way;
  readonly players: number;
  readonly windowMs: number;
  /** Time (ms) after the last one has joined until the window, at least: clocks and queues are to have settled. */
  readonly settleMs: number;
  readonly seed: number;
  /** What the control sends, so that it sends what the game does. */
  readonly payload: PayloadSizes;
}

/** Lets players join one after the other over one way, play, and measures them for a while. */
export async function measure(
  site: Site,
  options: MeasureOptions,
  stopping: AbortSignal,
): Promise<Measurement> {
  const { way, players, windowMs, settleMs, seed, payload } = options;
  const control = way.kind === "control";
  const origin = control ? site.controlOrigin : site.gameOrigin;
  if (control) await site.askServer("payload", payload, done);
  const before = await site.link.counters();
  let connected = before;
  const connectMs: number[] = [];
  let failedJoins = 0;
  let room: string | undefined;
  try {
    for (let number = 0; number < players; number++) {
      const request = {
        way: way.id,
        origin,
        name: `Lab ${number}`,
        ...(room === undefined ? {} : { room }),
        options: ROOM_OPTIONS,
        seed: seed * 1000 + number,
        payload,
      };
      const { player, failed } = await join(site, request, stopping);
      failedJoins += failed;
      if (room === undefined) connected = await site.link.counters();
      room = player.room;
      connectMs.push(player.connectMs);
      stopping.throwIfAborted();
    }
    await pause(Math.max(settleMs, way.settleMs ?? 0), stopping);
    const inputsOf = async (): Promise<InputTicks | undefined> =>
      control ? undefined : site.askServer("inputTicks", { room }, inputTicks);
    const inputsBefore = await inputsOf();
    const processorBefore = await site.askServer("processorTime", null, processorTime);
    const others = site.watchOthers();
    await site.askPlayers("open", null, done);
    const opened = await site.link.counters();
    await pause(windowMs, stopping);
    const closed = await site.link.counters();
    const othersCores = others();
    const window = await site.askPlayers("close", null, windowLog);
    const inputsAfter = await inputsOf();
    const processorAfter = await site.askServer("processorTime", null, processorTime);
    const { at } = await site.askServer("stateTimes", { room }, stateTimes);
    const measured = {
      window,
      stateTimes: at,
      connectMs,
      failedJoins,
      processorUs: processorAfter.us - processorBefore.us,
      counters: [before, connected, opened, closed],
      inputTicks: inputsBefore &&
        inputsAfter && {
          ticks: inputsAfter.ticks - inputsBefore.ticks,
          starved: inputsAfter.starved - inputsBefore.starved,
        },
    };
    if (window.players.some(({ arrivals }) => arrivals.length < 2) || !Number.isFinite(median(connectMs)))
      throw new Error("Some players were told nothing.");
    return { figures: figuresOf(measured), lateMs: window.lateMs, othersCores };
  } finally {
    if (!stopping.aborted) await site.askPlayers("leave", null, done);
  }
}
