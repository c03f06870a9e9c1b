import { NET } from "#shared/tunables.ts";
import type { Condition } from "../conditions.ts";
import type { Figures, Results } from "../results.ts";
import { REFERENCE } from "../ways.ts";
import { duelIn, figuresIn } from "./summary.ts";
import { overheadDown } from "./tables.ts";
import { finePercent, list, ms, number, percent, times } from "./words.ts";

/** What textbooks say, what was measured, and what follows. */
export interface Claim {
  readonly claim: string;
  readonly measured: string;
  readonly verdict: string;
}

/** Half of the time (ms) between two patches: so old is the newest state on average on a line without delay. */
const HALF_INTERVAL_MS = 1000 / NET.patchRate / 2;
/** Difference (ms) that is called none: less than a tick. */
const SAME_MS = 15;
/** Share by which a number has to be larger to be called so. */
const CLEARLY = 1.15;

/** The claims that this run can say something about. `home` is the condition of an ordinary line. */
export function claimsOf(results: Results, home: Condition): Claim[] {
  const get = (way: string): Figures | undefined => figuresIn(results, home.id, way);
  const socket = get(REFERENCE);
  if (socket === undefined) return [];
  const context: Context = { results, home, socket, get };
  return [connections, headers, delay, upstream, order, fallback].flatMap((say) => say(context) ?? []);
}

interface Context {
  readonly results: Results;
  readonly home: Condition;
  readonly socket: Figures;
  get(way: string): Figures | undefined;
}

function connections({ socket, get }: Context): Claim | undefined {
  const polling = get("polling");
  const legacy = get("socket.io-polling");
  if (polling?.wire === undefined || socket.wire === undefined) return undefined;
  const requests = polling.requests * 60;
  const reused = polling.wire.connections < requests / 10;
  return {
    claim: "Over HTTP every message pays for a connection; a WebSocket opens one and keeps it.",
    measured:
      `Polling sent ${number(requests)} requests a minute over ${number(polling.wire.connections)} new TCP connections ` +
      `a minute and player; a WebSocket needs none after the first.` +
      (legacy?.wire === undefined
        ? ""
        : ` A client that does not keep connections pays: socket.io's polling in Node opened ${number(legacy.wire.connections)} a minute.`),
    verdict: reused
      ? "Corrected: HTTP/1.1 keeps its connections. What each request pays for is a round trip and headers."
      : "Confirmed.",
  };
}

function headers({ socket, get }: Context): Claim | undefined {
  const held = get("long-polling");
  const stream = get("sse");
  if (socket.wire === undefined || held?.wire === undefined) return undefined;
  const [ours, theirs] = [overheadDown(socket), overheadDown(held)];
  const both = (figures: Figures): number => (figures.wire?.down ?? 0) + (figures.wire?.up ?? 0);
  return {
    claim: "A WebSocket message has 2 to 14 bytes of header, an HTTP message hundreds.",
    measured:
      `An update of ${number(socket.payloadDown)} bytes cost ${number(ours)} bytes more on a WebSocket and ${number(theirs)} ` +
      `more with long polling${stream?.wire === undefined ? "" : `, ${number(overheadDown(stream))} as server-sent event`}. ` +
      `Both directions together: ${number(both(socket))} against ${number(both(held))} bytes per update.`,
    verdict:
      theirs > ours * CLEARLY
        ? "Confirmed in kind, corrected in size: the frame is small, but below it are 40 to 52 bytes of IP and TCP in every packet, and packets that only acknowledge."
        : "Not confirmed here.",
  };
}

function delay({ home, socket, get }: Context): Claim | undefined {
  const stream = get("sse");
  const held = get("long-polling");
  const asked = get("polling");
  if (stream === undefined || held === undefined || asked === undefined) return undefined;
  const least = home.delayMs + HALF_INTERVAL_MS;
  const equal = Math.abs(stream.age.p50 - socket.age.p50) < SAME_MS;
  return {
    claim: "Only a WebSocket brings news at once.",
    measured:
      `${ms(least)} is the least possible: the way, and half the time between two patches. The newest state was ` +
      `${ms(socket.age.p50)} old on a WebSocket, ${ms(stream.age.p50)} as server-sent event, ${ms(held.age.p50)} with long ` +
      `polling, ${ms(asked.age.p50)} with polling (medians).`,
    verdict: equal
      ? "Corrected: a stream of events is as quick downwards. Long polling loses a round trip between two answers, polling its period."
      : "Confirmed.",
  };
}

function upstream({ socket, get }: Context): Claim | undefined {
  const stream = get("sse");
  if (stream === undefined) return undefined;
  const more = stream.inputToAck.p50 - socket.inputToAck.p50;
  return {
    claim: "Server-sent events go one way; the other one needs requests.",
    measured:
      `From input to acknowledgement ${ms(socket.inputToAck.p50)} on a WebSocket and ${ms(stream.inputToAck.p50)} with ` +
      `events and requests, of which there were ${number(stream.requests)} a second for ${number(stream.inputs)} inputs.`,
    verdict:
      more > SAME_MS
        ? "Confirmed: what a player does waits for the answer to the request before, so inputs travel in bundles, late."
        : "Not confirmed here: the requests kept up.",
  };
}

function order({ results }: Context): Claim | undefined {
  const overTcp = results.ways.filter(({ kind, datagrams }) => kind === "game" && !datagrams);
  const all = results.cells.flatMap((cell) =>
    overTcp.some(({ id }) => id === cell.way) && cell.figures !== undefined ? [cell.figures] : [],
  );
  const disorder = all.reduce((sum, { disorder: count }) => sum + count, 0);
  const drops = all.reduce((sum, { drops: count }) => sum + count, 0);
  const lossy = results.conditions.findLast(({ loss }) => loss > 0);
  const datagrams = lossy && figuresIn(results, lossy.id, "webrtc");
  return {
    claim: "A WebSocket delivers everything in order; UDP does not.",
    measured:
      `In ${all.length} measurements over TCP ${disorder} states came out of order and ${drops} connections were lost` +
      (lossy === undefined || datagrams === undefined
        ? "."
        : `. Over datagrams, with ${percent(lossy.loss)} loss, ${finePercent(datagrams.skipped)} of the states never came, ` +
          `${datagrams.disorder} came out of order, and the age of the newest one was ${ms(datagrams.age.p99)} (99th percentile).`),
    verdict:
      disorder === 0
        ? "Confirmed, and beside the point: every transport of ours keeps the order, and a game wants the newest state, not every one."
        : "Not confirmed: see the figures.",
  };
}

function fallback({ results, home, socket, get }: Context): Claim | undefined {
  const ways = ["sse", "long-polling"].flatMap((way) => {
    const figures = get(way);
    return figures === undefined ? [] : [{ way, figures, duel: duelIn(results, home.id, way) }];
  });
  if (ways.length === 0) return undefined;
  return {
    claim: "Where WebSocket is blocked, the others serve as well.",
    measured: `Against WebSocket ${list(
      ways.map(
        ({ way, figures, duel }) =>
          `${way} is ${ms(figures.age.p50 - socket.age.p50)} later down and ${ms(figures.inputToAck.p50 - socket.inputToAck.p50)} ` +
          `later from input to acknowledgement${duel === undefined ? "" : `, wins ${percent(duel.share)} of its rounds`}, and costs the server ` +
          `${times(figures.serverCpu, socket.serverCpu)} the processor time`,
      ),
    )}. WebRTC is no way out: who blocks WebSocket seldom lets UDP through.`,
    verdict:
      "The game stays playable; the order in which to fall back is that of the figures: events, then long polling.",
  };
}
