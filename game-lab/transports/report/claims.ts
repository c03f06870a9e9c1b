import { NET } from "#shared/tunables.ts";
import type { Condition } from "../conditions.ts";
import type { Figures, Results } from "../results.ts";
import { REFERENCE } from "../ways.ts";
import { bytesOf, compare, type Measure } from "./compare.ts";
import { duelIn, figuresIn } from "./summary.ts";
import { overheadDown } from "./tables.ts";
import { finePercent, list, ms, number, percent, times, wins } from "./words.ts";

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
/** A way whose bot may win this share of its rounds against WebSocket keeps the game playable. */
const PLAYABLE = 1 / 3;
/** New connections a minute from which on a client does not keep them: one a second. */
const NOT_KEPT = 60;

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

const ageOf: Measure = ({ age }) => age.p50;
const ackOf: Measure = ({ inputToAck }) => inputToAck.p50;

function connections({ socket, get }: Context): Claim | undefined {
  const polling = get("polling");
  const legacy = get("socket.io-polling");
  if (polling?.wire === undefined || socket.wire === undefined) return undefined;
  const requests = polling.requests * 60;
  const reused = polling.wire.connections < requests / 10;
  const [kept, theirs] = [socket.wire.connections, legacy?.wire?.connections];
  return {
    claim: "Over HTTP every message pays for a connection; a WebSocket opens one and keeps it.",
    measured:
      `Polling sent ${number(requests)} requests a minute over ${number(polling.wire.connections)} new TCP connections ` +
      `a minute and player; a WebSocket ${kept < 0.5 ? "needs none after the first" : `opened ${number(kept)}`}.` +
      (theirs === undefined
        ? ""
        : theirs > NOT_KEPT
          ? ` A client that does not keep connections pays: socket.io's polling in Node opened ${number(theirs)} a minute.`
          : ` socket.io's polling in Node opened ${number(theirs)} a minute.`),
    verdict: reused
      ? "Corrected: HTTP/1.1 keeps its connections. What each request pays for is a round trip and headers."
      : kept < 0.5
        ? "Confirmed."
        : "Not confirmed: neither keeps its connection here.",
  };
}

function headers({ results, home, socket, get }: Context): Claim | undefined {
  const held = get("long-polling");
  const stream = get("sse");
  if (socket.wire === undefined || held?.wire === undefined) return undefined;
  const standing = compare(results, home.id, [REFERENCE, "long-polling"], overheadDown);
  return {
    claim: "A WebSocket message has 2 to 14 bytes of header, an HTTP message hundreds.",
    measured:
      `An update of ${number(socket.payloadDown)} bytes cost ${number(overheadDown(socket))} bytes more on a WebSocket and ${number(overheadDown(held))} ` +
      `more with long polling${stream?.wire === undefined ? "" : `, ${number(overheadDown(stream))} as server-sent event`}. ` +
      `Both directions together: ${number(bytesOf(socket))} against ${number(bytesOf(held))} bytes per update.`,
    verdict:
      standing === "less"
        ? "Confirmed in kind, corrected in size: the frame is small, but below it are 40 to 52 bytes of IP and TCP in every packet, and packets that only acknowledge."
        : "Not confirmed here.",
  };
}

function delay({ results, home, socket, get }: Context): Claim | undefined {
  const stream = get("sse");
  const held = get("long-polling");
  const asked = get("polling");
  if (stream === undefined || held === undefined || asked === undefined) return undefined;
  const least = home.delayMs + HALF_INTERVAL_MS;
  const older = (way: string): boolean =>
    compare(results, home.id, [REFERENCE, way], ageOf, { by: SAME_MS }) === "less";
  const losing = [
    ...(older("long-polling") ? ["long polling loses a round trip between two answers"] : []),
    ...(older("polling") ? ["polling its period"] : []),
  ];
  const rest = losing.length === 0 ? "and the others bring it no later." : `${list(losing)}.`;
  return {
    claim: "Only a WebSocket brings news at once.",
    measured:
      `${ms(least)} is the least possible: the way, and half the time between two patches. The newest state was ` +
      `${ms(socket.age.p50)} old on a WebSocket, ${ms(stream.age.p50)} as server-sent event, ${ms(held.age.p50)} with long ` +
      `polling, ${ms(asked.age.p50)} with polling (medians).`,
    verdict: older("sse")
      ? losing.length === 2
        ? "Confirmed."
        : `Confirmed against a stream of events; ${rest}`
      : `Corrected: a stream of events is as quick downwards; ${rest}`,
  };
}

function upstream({ results, home, socket, get }: Context): Claim | undefined {
  const stream = get("sse");
  if (stream === undefined) return undefined;
  const later = compare(results, home.id, [REFERENCE, "sse"], ackOf, { by: SAME_MS }) === "less";
  return {
    claim: "Server-sent events go one way; the other one needs requests.",
    measured:
      `From input to acknowledgement ${ms(socket.inputToAck.p50)} on a WebSocket and ${ms(stream.inputToAck.p50)} with ` +
      `events and requests, of which there were ${number(stream.requests)} a second for ${number(stream.inputs)} inputs.`,
    verdict: later
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
  const disorderly = (datagrams?.disorder ?? 0) > 0;
  return {
    claim: "A WebSocket delivers everything in order; UDP does not.",
    measured:
      `In ${all.length} measurements over TCP ${disorder} states came out of order and ${drops} connections were lost` +
      (lossy === undefined || datagrams === undefined
        ? "."
        : `. Over datagrams, with ${percent(lossy.loss)} loss, ${finePercent(datagrams.skipped)} of the states never came, ` +
          `${datagrams.disorder} came out of order, and the age of the newest one was ${ms(datagrams.age.p99)} (99th percentile).`),
    verdict:
      disorder > 0
        ? "Not confirmed: see the figures."
        : datagrams === undefined || disorderly
          ? "Confirmed."
          : "Confirmed, and beside the point: every transport of ours keeps the order, and a game wants the newest state, not every one.",
  };
}

function fallback({ results, home, socket, get }: Context): Claim | undefined {
  const ways = ["sse", "long-polling"].flatMap((way) => {
    const figures = get(way);
    return figures === undefined ? [] : [{ way, figures, duel: duelIn(results, home.id, way) }];
  });
  if (ways.length === 0) return undefined;
  const later = (value: number): string => (value < 0 ? `${ms(-value)} sooner` : `${ms(value)} later`);
  const lost = ways.filter(({ duel }) => duel !== undefined && duel.high < PLAYABLE);
  const byAck = ways.toSorted(
    (a, b) => ackOf(a.figures) + ageOf(a.figures) - ackOf(b.figures) - ageOf(b.figures),
  );
  return {
    claim: "Where WebSocket is blocked, the others serve as well.",
    measured: `Against WebSocket ${list(
      ways.map(
        ({ way, figures, duel }) =>
          `${way} is ${later(ageOf(figures) - ageOf(socket))} down and ${later(ackOf(figures) - ackOf(socket))} ` +
          `from input to acknowledgement${duel === undefined ? "" : `, wins ${wins(duel)} of its rounds`}, and costs the server ` +
          `${times(figures.serverCpu, socket.serverCpu)} the processor time`,
      ),
    )}. WebRTC is no way out: who blocks WebSocket seldom lets UDP through.`,
    verdict:
      (lost.length === 0
        ? "The game stays playable"
        : `Not confirmed for ${list(lost.map(({ way }) => way))}, whose bots win less than a third`) +
      (ways.length < 2
        ? "."
        : `; the order in which to fall back is that of the figures, of age and input to ack together: ${list(byAck.map(({ way }) => way))}.`),
  };
}
