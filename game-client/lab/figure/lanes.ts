import type { Trip } from "#transports/simulated/line-model.ts";

/** A message that comes later than this (ms) after its own packet was held back behind another one. */
const HELD_MS = 2;

/** A packet on the line below. */
export interface Packet {
  readonly atMs: number;
  /** It got through; it was lost; it is sent again and got through. */
  readonly kind: "sent" | "lost" | "again";
}

/** A message as it is handed on: when its packet was there, and when it was given. */
export interface Delivery {
  readonly thereMs: number;
  readonly givenMs: number;
  /** It waited for one before it. */
  readonly held: boolean;
}

/** A message over datagrams: lost ones are not sent again, the next datagram brings what was in them. */
export interface Datagram {
  readonly thereMs: number;
  readonly lost: boolean;
}

/** The same messages on three floors. Times in ms. */
export interface Lanes {
  /** What IP carries, by when it left. */
  readonly packets: readonly Packet[];
  /** What TCP gives to the page. */
  readonly stream: readonly Delivery[];
  /** What a line of datagrams would have given it, with the same first losses. */
  readonly datagrams: readonly Datagram[];
}

/** What happened to messages, floor by floor. `trips` in the order in which they were sent. */
export function lanesOf(trips: readonly Trip[]): Lanes {
  return {
    packets: trips.flatMap(packetsOf),
    stream: trips.map(({ thereMs, releasedMs }) => ({
      thereMs,
      givenMs: releasedMs,
      held: releasedMs - thereMs > HELD_MS,
    })),
    datagrams: trips.map(({ sentMs, transitMs, thereMs, losses }) => ({
      thereMs: losses > 0 ? sentMs + transitMs : thereMs,
      lost: losses > 0,
    })),
  };
}

/** One for each time that it was sent: the sender notices each loss after the same time. */
function packetsOf({ sentMs, losses, recoveryMs }: Trip): Packet[] {
  const eachMs = losses === 0 ? 0 : recoveryMs / losses;
  const kindOf = (time: number): Packet["kind"] => {
    if (time < losses) return "lost";
    return losses === 0 ? "sent" : "again";
  };
  return Array.from({ length: losses + 1 }, (_, time) => ({
    atMs: sentMs + time * eachMs,
    kind: kindOf(time),
  }));
}

/** What can be said of the lanes in a sentence. */
export interface LaneCount {
  readonly messages: number;
  readonly lost: number;
  readonly held: number;
  /** Longest time (ms) that one was held back. */
  readonly longestMs: number;
}

export function countOf({ packets, stream }: Lanes): LaneCount {
  const held = stream.filter((delivery) => delivery.held);
  return {
    messages: stream.length,
    lost: packets.filter(({ kind }) => kind === "lost").length,
    held: held.length,
    longestMs: held.reduce((most, { thereMs, givenMs }) => Math.max(most, givenMs - thereMs), 0),
  };
}
