import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { join } from "../join.ts";
import { pause } from "../pause.ts";
import { done, type PayloadSizes, rounds, windowLog } from "../protocol.ts";
import type { Site } from "../site.ts";
import { REFERENCE, type Way } from "../ways.ts";
import { DUEL_ARENA } from "./arena.ts";

/** Names of the two; who comes first changes from room to room. */
const REFERENCE_NAME = "Reference";
const CHALLENGER_NAME = "Challenger";
/** Time (ms) until the fights have begun: the countdown of a match, and a moment. */
const START_MS = 4000;

export interface DuelOptions {
  readonly ways: readonly Way[];
  /** Rooms for each way, all at once. */
  readonly rooms: number;
  readonly durationMs: number;
  readonly seed: number;
}

/** What came of the rounds of one way, seen from it. */
export interface DuelOutcome {
  readonly way: string;
  readonly wins: number;
  readonly losses: number;
  readonly draws: number;
  readonly failure: string | undefined;
}

interface DuelRoom {
  readonly way: string;
  readonly room: string;
}

/** The control's sizes mean nothing to the game. */
const NO_PAYLOAD: PayloadSizes = { down: 64, up: 4 };

/**
 * Lets a bot over each way fight an equal one over the reference, in several rooms and all ways at once, so that
 * whatever else the machine does happens to all of them. Returns the outcomes and how late the players' process was.
 */
export async function fightDuels(
  site: Site,
  { ways, rooms: perWay, durationMs, seed }: DuelOptions,
  stopping: AbortSignal,
): Promise<{ outcomes: DuelOutcome[]; lateMs: number }> {
  const open: DuelRoom[] = [];
  const failures = new Map<string, string>();
  try {
    const opening = Array.from({ length: perWay }, (_, number) =>
      ways.map(async (way) => {
        try {
          open.push({ way: way.id, room: await openRoom(site, way, number, seed, stopping) });
        } catch (error) {
          failures.set(way.id, error instanceof Error ? error.message : String(error));
        }
      }),
    );
    await Promise.all(opening.flat());
    stopping.throwIfAborted();
    await pause(START_MS, stopping);
    await site.askPlayers("open", null, done);
    const before = await countAll(site, open);
    await pause(durationMs, stopping);
    const after = await countAll(site, open);
    const { lateMs } = await site.askPlayers("close", null, windowLog);
    const outcomes = ways.map(({ id }) => {
      const mine = open.flatMap(({ way }, index) => (way === id ? [index] : []));
      const sum = (key: keyof Count): number =>
        mine.reduce((total, index) => total + (after[index]?.[key] ?? 0) - (before[index]?.[key] ?? 0), 0);
      const failure = failures.get(id);
      return { way: id, wins: sum("wins"), losses: sum("losses"), draws: sum("draws"), failure };
    });
    return { outcomes, lateMs };
  } finally {
    if (!stopping.aborted) await site.askPlayers("leave", null, done);
  }
}

async function openRoom(
  site: Site,
  way: Way,
  number: number,
  seed: number,
  stopping: AbortSignal,
): Promise<string> {
  const pair = [
    { way: REFERENCE, name: REFERENCE_NAME },
    { way: way.id, name: CHALLENGER_NAME },
  ];
  if (number % 2 === 1) pair.reverse();
  let room: string | undefined;
  for (const [seat, one] of pair.entries()) {
    const request = {
      ...one,
      origin: site.gameOrigin,
      ...(room === undefined ? {} : { room }),
      options: {
        arena: DUEL_ARENA.id,
        bots: 0,
        maxPlayers: 2,
        private: true,
        timeLimit: 1800,
        pickupsOff: PICKUP_NAMES,
      },
      seed: (seed * 100 + number) * 2 + seat,
      payload: NO_PAYLOAD,
    };
    ({
      player: { room },
    } = await join(site, request, stopping));
  }
  if (room === undefined) throw new Error("No room was opened.");
  return room;
}

interface Count {
  readonly wins: number;
  readonly losses: number;
  readonly draws: number;
}

async function countAll(site: Site, open: readonly DuelRoom[]): Promise<Count[]> {
  return Promise.all(
    open.map(async ({ room }) => {
      const { losers, draws } = await site.askServer("rounds", { room }, rounds);
      const losses = losers.filter((name) => name === CHALLENGER_NAME).length;
      return { wins: losers.length - losses, losses, draws };
    }),
  );
}
