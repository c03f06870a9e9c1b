import type { Condition } from "../conditions.ts";
import type { Results } from "../results.ts";
import { REFERENCE } from "../ways.ts";
import { bytesOf, CLEARLY, compare, type Measure, type Standing } from "./compare.ts";
import { type DuelSummary, duelIn, figuresIn, verdictOf } from "./summary.ts";
import { list, ms, number, times, wins } from "./words.ts";

/** Difference (ms) in age that is called none: less than a tick. */
const SAME_MS = 15;
/** Ages at the 99th percentile differ by more than that, and by a part of them. */
const AGE_APART = { by: SAME_MS, times: CLEARLY };

/** Which way is the best under each condition, as a list. */
export function winners(results: Results): string {
  return results.conditions
    .map((condition) => `- **${condition.title}**: ${winnerIn(results, condition)}`)
    .join("\n");
}

function winnerIn(results: Results, condition: Condition): string {
  const ways = results.ways
    .filter(({ kind }) => kind === "game")
    .flatMap(({ id, title }) => {
      const figures = figuresIn(results, condition.id, id);
      return figures === undefined ? [] : [{ id, title, p95: figures.age.p95 }];
    })
    .sort((a, b) => a.p95 - b.p95);
  const [best] = ways;
  if (best === undefined) return "nothing could be measured.";
  // Whoever cannot be told from the best brings it as well.
  const level = ways.filter(
    ({ id, p95 }) =>
      p95 - best.p95 < SAME_MS ||
      compare(results, condition.id, [best.id, id], ({ age }) => age.p95, { by: SAME_MS }) !== "less",
  );
  const last = ways.at(-1);
  const youngest = `${list(level.map(({ title }) => title))} ${level.length > 1 ? "bring" : "brings"} the freshest state (95th percentile ${ms(best.p95)}${
    last === undefined || level.includes(last) ? "" : `; ${last.title} ${ms(last.p95)}`
  })`;
  return `${youngest}${duelsIn(results, condition)}.`;
}

function duelsIn(results: Results, condition: Condition): string {
  const told = (verdict: string): string[] =>
    results.ways.flatMap(({ id, title }) => {
      const duel = duelIn(results, condition.id, id);
      if (id === REFERENCE || duel === undefined || verdictOf(duel) !== verdict) return [];
      return [`${title} ${wins(duel)}`];
    });
  const [ahead, behind, level] = [told("ahead"), told("behind"), told("level")];
  const parts = [
    ...(ahead.length > 0 ? [`more than half of their rounds against WebSocket won ${list(ahead)}`] : []),
    ...(behind.length > 0 ? [`less than half won ${list(behind)}`] : []),
    ...(level.length > 0 ? [`no difference can be told for ${list(level)}`] : []),
  ];
  return parts.length === 0 ? "" : `; in duels ${parts.join(", ")}`;
}

/** Where WebSocket is not the best, and what the better one costs. */
export function whereDatagramsWin(results: Results, home: Condition): string {
  const lossy = results.conditions.filter(({ loss }) => loss > 0);
  const compared = lossy.flatMap((condition) => {
    const socket = figuresIn(results, condition.id, REFERENCE);
    const datagrams = figuresIn(results, condition.id, "webrtc");
    const standing = compare(results, condition.id, ["webrtc", REFERENCE], ({ age }) => age.p99, AGE_APART);
    return socket === undefined || datagrams === undefined || standing === undefined
      ? []
      : [{ condition, socket, datagrams, standing }];
  });
  if (compared.length === 0) {
    return "This run had no datagrams under loss, so it cannot say where WebSocket loses to them.";
  }
  const sentences = compared.map(({ condition, socket, datagrams }) => {
    const duel = duelIn(results, condition.id, "webrtc");
    return (
      `- ${condition.title}: the newest state was ${ms(socket.age.p95)} old on WebSocket and ${ms(datagrams.age.p95)} over WebRTC ` +
      `(95th percentile; 99th: ${ms(socket.age.p99)} and ${ms(datagrams.age.p99)}), input to ack ${ms(socket.inputToAck.p95)} and ` +
      `${ms(datagrams.inputToAck.p95)}${duel === undefined ? "" : `; WebRTC won ${wins(duel)} of the rounds, ${sayVerdict(duel)}`}.`
    );
  });
  return [
    "TCP sends a lost segment again and keeps everything behind it back until it has come: newer states wait for one that nobody needs any more. Datagrams do not wait. " +
      whereItShows(compared),
    "",
    ...sentences,
    "",
    whatItCosts(results, home),
  ].join("\n");
}

function whereItShows(compared: readonly { condition: Condition; standing: Standing }[]): string {
  const at = (standing: Standing): string =>
    list(compared.filter((one) => one.standing === standing).map(({ condition }) => condition.title));
  const [younger, older, level] = [at("less"), at("more"), at("level")];
  const told = [
    ...(younger === "" ? [] : [`the newest state is younger over WebRTC at ${younger}`]),
    ...(older === "" ? [] : [`older at ${older}`]),
    ...(level === "" ? [] : [`no difference can be told at ${level}`]),
  ];
  return `By the 99th percentile of its age ${told.join(", ")}.`;
}

function sayVerdict(duel: DuelSummary): string {
  return {
    ahead: "more than half",
    behind: "less than half",
    level: "which is not to be told from half",
  }[verdictOf(duel)];
}

function whatItCosts(results: Results, home: Condition): string {
  const socket = figuresIn(results, home.id, REFERENCE);
  const datagrams = figuresIn(results, home.id, "webrtc");
  if (socket === undefined || datagrams === undefined) return "";
  const stands = (measure: Measure): Standing | undefined =>
    compare(results, home.id, ["webrtc", REFERENCE], measure);
  const processor =
    stands(({ serverCpu }) => serverCpu) === "level"
      ? `processor time of the server that cannot be told from that of WebSocket (${times(datagrams.serverCpu, socket.serverCpu)})`
      : `${times(datagrams.serverCpu, socket.serverCpu)} the processor time of the server`;
  const heavier = stands(bytesOf) === "more";
  const slower = stands(({ connectMs }) => connectMs) === "more";
  return (
    `What it costs, on a line of ${home.title}: ${processor}, ` +
    `${number(bytesOf(datagrams))} instead of ${number(bytesOf(socket))} bytes per update (both directions` +
    (heavier
      ? "; each datagram is encrypted and repeats what is not acknowledged yet, so that they grow with the round trip"
      : "") +
    `), ${ms(datagrams.connectMs)} instead of ${ms(socket.connectMs)} to connect` +
    (slower ? ": the offer, ICE and the DTLS handshake come one after the other" : "") +
    ". It needs an open UDP port besides the one for HTTP, an address that players can " +
    "reach (behind NAT a STUN or TURN server), and networks that block UDP, as many in companies do, leave it out."
  );
}

/** When polling is enough. */
export function whenPollingIsEnough(results: Results, home: Condition): string {
  const socket = figuresIn(results, home.id, REFERENCE);
  const quick = figuresIn(results, home.id, "polling");
  const slow = figuresIn(results, home.id, "polling-1s");
  if (socket === undefined || quick === undefined) return "This run had no polling.";
  const duel = duelIn(results, home.id, slow === undefined ? "polling" : "polling-1s");
  return (
    `Polling every 100 ms shows a state that is ${ms(quick.age.p50)} old instead of ${ms(socket.age.p50)}, with ${number(quick.requests)} ` +
    `requests a second and player.` +
    (slow === undefined
      ? ""
      : ` Once a second, as textbooks have it, it is ${ms(slow.age.p50)} (95th percentile ${ms(slow.age.p95)}) and inputs are ` +
        `acknowledged after ${ms(slow.inputToAck.p50)}.`) +
    (duel === undefined
      ? ""
      : ` A bot that plays so wins ${wins(duel)} of its rounds, ${sayVerdict(duel)}.`) +
    " It is enough for what may be a period old and is asked for anyway: the list of rooms, a lobby, a turn-based game, a scoreboard." +
    whatRareQuestionsSave(results, home)
  );
}

/** That rarer questions cost less, as far as it is so. */
function whatRareQuestionsSave(results: Results, home: Condition): string {
  const slow: readonly [string, string] = ["polling-1s", "polling"];
  const bytes = compare(results, home.id, slow, bytesOf);
  const processor = compare(results, home.id, slow, ({ serverCpu }) => serverCpu);
  if (bytes === undefined && processor === undefined) return "";
  const less = [...(bytes === "less" ? ["bytes"] : []), ...(processor === "less" ? ["processor time"] : [])];
  if (less.length === 0) return " That asking more rarely costs less does not show here.";
  return ` It takes fewer ${list(less)} the more rarely it asks, because many updates share one answer; that is what is bought with the delay.`.replace(
    "fewer processor",
    "less processor",
  );
}
