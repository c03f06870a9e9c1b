import { z } from "zod";

/** Answer of a server that has started. */
export const ports = z.object({ game: z.number(), control: z.number() });
/** Processor time (us) that a process has used so far, all threads, user and system. */
export const processorTime = z.object({ us: z.number() });
/** When (ms, monotonic) each state of a room was made, by its number; 0 for those that were not noted. */
export const stateTimes = z.object({ at: z.array(z.number()) });
/** What came of the rounds of a room so far: names of the losers in order, and how many rounds nobody won. */
export const rounds = z.object({ losers: z.array(z.string()), draws: z.number() });
/** Sizes (bytes) of what the control sends down and up. */
export const payload = z.object({ down: z.number().int().positive(), up: z.number().int().min(4) });
export type PayloadSizes = z.infer<typeof payload>;

/** Ticks of a room's players so far, and those of them for which the server had no input. */
export const inputTicks = z.object({ ticks: z.number(), starved: z.number() });
export type InputTicks = z.infer<typeof inputTicks>;

/** A question about a room. */
export const aboutRoom = z.object({ room: z.string() });

/** Somebody is to join. */
export const joinRequest = z.object({
  way: z.string(),
  origin: z.string(),
  name: z.string(),
  /** Room to join; one is opened when absent. */
  room: z.string().optional(),
  /** Join options of a room that is opened. */
  options: z.record(z.string(), z.unknown()),
  seed: z.number(),
  payload,
});
export type JoinRequest = z.infer<typeof joinRequest>;

/** Somebody is there. `connectMs`: from the first word to the server over the transport to the first state. */
export const joined = z.object({ room: z.string(), connectMs: z.number() });

/** What one player noted in a window. Times in ms, monotonic. */
export const playerLog = z.object({
  /** Number of each state and when it came. */
  arrivals: z.array(z.tuple([z.number(), z.number()])),
  inputToAck: z.array(z.number()),
  inputs: z.number(),
  /** Messages and their bytes, without anything that a transport adds. */
  messagesDown: z.number(),
  bytesDown: z.number(),
  messagesUp: z.number(),
  bytesUp: z.number(),
  /** States that came after a newer one. */
  disorder: z.number(),
  /** Connections that were lost. */
  drops: z.number(),
  /** Frames of the page, and those in which there was nothing newer for others to move towards. */
  frames: z.number(),
  dryFrames: z.number(),
  /** What carries it at the end, and how often that has changed since it joined; absent where it cannot. */
  carrier: z.string().optional(),
  moves: z.number(),
});
export type PlayerLog = z.infer<typeof playerLog>;

/** What all players of the process noted in a window. */
export const windowLog = z.object({
  fromMs: z.number(),
  untilMs: z.number(),
  players: z.array(playerLog),
  /** HTTP requests. */
  requests: z.number(),
  /** By how much (ms, 99th percentile) timers of the process were late. */
  lateMs: z.number(),
});
export type WindowLog = z.infer<typeof windowLog>;

/** By how much (ms, 99th percentile) timers of a process were late. */
export const timers = z.object({ lateMs: z.number() });

/** An answer that says nothing. */
export const done = z.null();
