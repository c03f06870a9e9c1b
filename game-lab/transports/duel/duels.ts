import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import type { Disturbance } from "../disturbance.ts";
import { join } from "../join.ts";
import { pause } from "../pause.ts";
import { done, type PayloadSizes, rounds, timers } from "../protocol.ts";
import type { Site } from "../site.ts";
import { REFERENCE, type Way } from "../ways.ts";
import { DUEL_ARENA } from "./arena.ts";

/** Names of the two; who comes first changes from room to room. */
const REFERENCE_NAME = "Reference";
const CHALLENGER_NAME = "Challenger";
/** Time (ms) until the fights have begun: the countdown of a match, and a moment. */
const START_MS = 4000;

/** Rounds that a room is to see at least: with fewer those that are over quickly would count for more. */
const LEAST_PER_ROOM = 5;
/** Time (ms) between two looks at how many rounds there are. */
const LOOK_MS = 1000;

export interface DuelOptions {
  /** Rounds that are to be fought, by the way. */
  readonly missing: ReadonlyMap<Way, number>;
  /** Most rooms at once, of all ways together. */
  readonly rooms: number;
  /** Longest time (ms) to fight. */
  readonly limitMs: number;
  readonly seed: number;
}

/** What came of the rounds of one way, seen from it. */
export interface DuelOutcome {
  readonly way: string;
  readonly wins: number;
  readonly losses: number;
  readonly draws: number;
  readonly wanted: number;
  readonly failure: string | undefined;
}

interface DuelRoom {
  readonly way: string;
  readonly room: string;
}

/** The control's sizes mean nothing to the game. */
const NO_PAYLOAD: PayloadSizes = { down: 64, up: 4 };

/** How many rooms a way gets of those that there may be at once. */
export function roomsOf(wanted: number, ways: number, atOnce: number): number {
  return Math.max(1, Math.min(Math.floor(atOnce / ways), Math.ceil(wanted / LEAST_PER_ROOM)));
}

/**
 * Lets a bot over each way fight an equal one over the reference, in several rooms and all ways at once, so that
 * whatever else the machine does happens to all of them, until each way has its rounds or the time is up. Returns the
 * outcomes and what may have disturbed them.
 */
export async function fightDuels(
  site: Site,
  { missing, rooms: atOnce, limitMs, seed }: DuelOptions,
  stopping: AbortSignal,
): Promise<Disturbance & { outcomes: DuelOutcome[] }> {
  const open: DuelRoom[] = [];
  const failures = new Map<string, string>();
  try {
    const opening = [...missing].flatMap(([way, wanted]) =>
      Array.from({ length: roomsOf(wanted, missing.size, atOnce) }, async (_, number) => {
        try {
          open.push({ way: way.id, room: await openRoom(site, way, number, seed, stopping) });
        } catch (error) {
          failures.set(way.id, error instanceof Error ? error.message : String(error));
        }
      }),
    );
    await Promise.all(opening);
    stopping.throwIfAborted();
    await pause(Math.max(START_MS, ...[...missing.keys()].map(({ settleMs = 0 }) => settleMs)), stopping);
    const others = site.watchOthers();
    await site.askPlayers("watchTimers", null, done);
    const before = await countAll(site, open);
    const outcomesNow = async (): Promise<DuelOutcome[]> => {
      const after = await countAll(site, open);
      return [...missing].map(([{ id }, wanted]) => {
        const mine = open.flatMap(({ way }, index) => (way === id ? [index] : []));
        const sum = (key: keyof Count): number =>
          mine.reduce((total, index) => total + (after[index]?.[key] ?? 0) - (before[index]?.[key] ?? 0), 0);
        const counts = { wins: sum("wins"), losses: sum("losses"), draws: sum("draws") };
        return { way: id, ...counts, wanted, failure: failures.get(id) };
      });
    };
    let outcomes = await outcomesNow();
    const until = performance.now() + limitMs;
    while (!outcomes.every((outcome) => isOver(outcome, open)) && performance.now() < until) {
      await pause(Math.min(LOOK_MS, Math.max(0, until - performance.now())), stopping);
      outcomes = await outcomesNow();
    }
    const othersCores = others();
    const { lateMs } = await site.askPlayers("timers", null, timers);
    return { outcomes, lateMs, othersCores };
  } finally {
    if (!stopping.aborted) await site.askPlayers("leave", null, done);
  }
}

/** Whether a way has its rounds, or will never have them. */
function isOver({ way, wins, losses, draws, wanted }: DuelOutcome, open: readonly DuelRoom[]): boolean {
  return wins + losses + draws >= wanted || !open.some((room) => room.way === way);
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
  if ((number + seed) % 2 === 1) pair.reverse();
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
