import { z } from "zod";

/** Percentiles of times (ms). */
const spread = z.object({ p50: z.number(), p95: z.number(), p99: z.number() });
export type Spread = Readonly<z.infer<typeof spread>>;

/** What packets there were, from IP on. Rates are per player. */
const wireFigures = z.object({
  /** Bytes per update, down and up. */
  down: z.number(),
  up: z.number(),
  /** Bytes a second, down and up. */
  downRate: z.number(),
  upRate: z.number(),
  /** Packets a second, down and up. */
  packetsDown: z.number(),
  packetsUp: z.number(),
  /** TCP connections that were begun per minute. */
  connections: z.number(),
  /** Bytes that it took to connect the first player, both directions, with the matchmaking. */
  toConnect: z.number(),
  /** Share 0..1 of all packets that the link has lost. */
  lost: z.number(),
});
export type WireFigures = Readonly<z.infer<typeof wireFigures>>;

/** What was measured of one way under one condition, once. Rates are per player and second. */
const figures = z.object({
  /** From the first word over the transport to the first state (ms), median of the players. */
  connectMs: z.number(),
  /** From an input leaving to the first state that includes it. */
  inputToAck: spread,
  /** Age of the newest state that a player has, over time: from the step on the server to now. */
  age: spread,
  updates: z.number(),
  inputs: z.number(),
  /** HTTP requests. */
  requests: z.number(),
  /** Bytes of messages per update down, and per input up, before anything that a transport adds. */
  payloadDown: z.number(),
  payloadUp: z.number(),
  /** Messages per update down: the patch, and what happened in it. */
  messages: z.number(),
  /** What was seen on the wire; absent where packets are not seen. */
  wire: wireFigures.optional(),
  /** Processor time of the server (ms per player and second). */
  serverCpu: z.number(),
  /** States that came after a newer one, and connections that were lost, in all. */
  disorder: z.number(),
  drops: z.number(),
  /** Tries to join that failed, in all; the player then tried again. */
  failedJoins: z.number().default(0),
  /** States that players never saw, as a share of those that were sent. */
  skipped: z.number(),
  /** Share of the page's frames in which there was nothing newer for others to move towards; the control has none. */
  dry: z.number().optional(),
  /** Share of the players' ticks for which the server had no input; the control has none. */
  starved: z.number().optional(),
  /** How often players changed what carries them, all together since they joined. */
  moves: z.number().optional(),
  /** How many players were carried by what at the end. */
  carriers: z.record(z.string(), z.number()).optional(),
});
export type Figures = Readonly<z.infer<typeof figures>>;

const place = { repeat: z.number(), condition: z.string(), way: z.string() };

/** What may have disturbed a measurement; absent in files of older runs. */
const disturbances = {
  /** By how much (ms, 99th percentile) timers of the players' process were late. */
  lateMs: z.number().optional(),
  /** Cores that other processes of the machine kept busy, mean. */
  othersCores: z.number().optional(),
};

/** One measurement, or why there is none. */
const cell = z.object({
  ...place,
  figures: figures.optional(),
  failure: z.string().optional(),
  ...disturbances,
  /** Times that it was measured until it was undisturbed, or given up. */
  tries: z.number().optional(),
});
export type Cell = Readonly<z.infer<typeof cell>>;

/** Rounds of a way against the reference, seen from the way. */
const duelCount = z.object({
  ...place,
  wins: z.number(),
  losses: z.number(),
  draws: z.number(),
  /** Rounds that were to be fought. */
  wanted: z.number().optional(),
  failure: z.string().optional(),
  ...disturbances,
});
export type DuelCount = Readonly<z.infer<typeof duelCount>>;

const machine = z.record(z.string(), z.string());

/** Everything that a run has found out: what is written as JSON, and all that the report is made of. */
export const resultsFile = z.object({
  /** Where and when it began, and how long it took in all. */
  machine,
  startedAt: z.string(),
  seconds: z.number(),
  /** Where it went on after it had been cut. */
  resumed: z.array(z.object({ machine, startedAt: z.string() })).optional(),
  /** What the link was made of, and why not of packets when it was not. */
  link: z.object({ kind: z.enum(["packets", "bytes"]), why: z.string() }),
  plan: z.object({
    seed: z.number(),
    repeats: z.number(),
    players: z.number(),
    windowS: z.number(),
    /** Rooms of duels for each way at once, in older files. */
    duelRooms: z.number().optional(),
    duelS: z.number().optional(),
    /** Most rooms of duels at once, of all ways together. */
    roomsAtOnce: z.number().optional(),
  }),
  ways: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(["game", "control"]),
      datagrams: z.boolean(),
    }),
  ),
  conditions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      delayMs: z.number(),
      jitterMs: z.number(),
      loss: z.number(),
    }),
  ),
  /** Titles of ways and conditions that this link could not do. */
  leftOut: z.array(z.string()),
  /** How well the instruments did (ms). */
  instruments: z.object({
    /** By how much timers of the players' process were late, 99th percentile: median and worst of all windows. */
    playersLate: z.object({ median: z.number(), worst: z.number() }),
    /** By how much packets came later than they should; absent without packets. */
    linkLate: z.object({ p50: z.number(), p99: z.number() }).optional(),
  }),
  cells: z.array(cell),
  duels: z.array(duelCount),
});
export type Results = Readonly<z.infer<typeof resultsFile>>;

/** The results as a file, a line for each measurement, so that two runs can be compared line by line. */
export function writeResults({ cells, duels, ...rest }: Results): string {
  const lines = (rows: readonly object[]): string =>
    rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n");
  const head = JSON.stringify(rest, null, 1).slice(0, -2);
  return `${head},\n "cells": [\n${lines(cells)}\n ],\n "duels": [\n${lines(duels)}\n ]\n}\n`;
}

/** Reads such a file. @throws Error in words when it is none. */
export function readResults(text: string, name: string): Results {
  try {
    return resultsFile.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : error;
    throw new Error(`${name} is no transports.json of the lab: ${why}`);
  }
}
