import { z } from "zod";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { LATENCIES } from "./latency.ts";
import { COUNTS } from "./tally.ts";

/** What the command tells a worker to do. Times are ms; `beginsAt` is since 1970. */
export const order = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("begin"),
    beginsAt: z.number(),
    rampMs: z.number(),
    origin: z.string(),
    adminToken: z.string().optional(),
    brain: z.enum(["easy", "normal", "hard", "wander"]),
    roomOptions: z.record(z.string(), z.unknown()),
    plan: z.object({
      clients: z.array(
        z.object({
          number: z.number(),
          room: z.number(),
          opens: z.boolean(),
          transport: z.enum(TRANSPORTS),
          seed: z.number(),
          joinAt: z.number(),
        }),
      ),
      churn: z.array(z.object({ at: z.number(), kind: z.enum(["replace", "cut"]), pick: z.number() })),
    }),
  }),
  /** A room is open; no code means that it could not be opened. */
  z.object({ type: z.literal("room"), room: z.number(), code: z.string().optional() }),
  z.object({ type: z.literal("stop") }),
]);
export type Order = z.infer<typeof order>;

const counts = z.record(z.enum(COUNTS), z.number());
const latencies = z.partialRecord(z.enum(LATENCIES), z.string());

/** What a worker tells the command. */
export const news = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("room"), room: z.number(), code: z.string().optional() }),
  /** What was measured in a second, counted from the beginning. */
  z.object({
    type: z.literal("second"),
    second: z.number(),
    connected: z.number(),
    /** Clients by the address of their process. */
    places: z.record(z.string(), z.number()),
    counts,
    latencies,
    errors: z.array(z.tuple([z.string(), z.number()])),
    /** How late the worker did what was due: ms, 99th percentile. */
    lateMs: z.number(),
    /** % of a core. */
    cpuPercent: z.number(),
  }),
  z.object({
    type: z.literal("done"),
    compared: z.number(),
    diverged: z.number(),
    comparedAfterMoves: z.number(),
    examples: z.array(z.string()),
    note: z.string().optional(),
    clients: z.array(
      z.object({
        number: z.number(),
        room: z.number(),
        transport: z.string(),
        p50: z.number().optional(),
        p99: z.number().optional(),
        patches: z.number(),
        bytesDown: z.number(),
        bytesUp: z.number(),
        reconnects: z.number(),
        seconds: z.number(),
      }),
    ),
  }),
  z.object({ type: z.literal("fault"), words: z.string() }),
]);
export type News = z.infer<typeof news>;
/** What a worker measured in one second. */
export type WorkerSecond = Extract<News, { type: "second" }>;
/** What a worker says at its end. */
export type WorkerEnd = Extract<News, { type: "done" }>;
