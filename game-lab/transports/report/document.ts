import type { Condition } from "../conditions.ts";
import type { Results } from "../results.ts";
import { REFERENCE } from "../ways.ts";
import { claimsOf } from "./claims.ts";
import { whenPollingIsEnough, whereDatagramsWin, winners } from "./findings.ts";
import { ordersTable } from "./orders.ts";
import { agePicture, bytesPicture, duelPicture, type Picture, processorPicture } from "./pictures.ts";
import { figuresIn } from "./summary.ts";
import { conditionTable, overheadTable } from "./tables.ts";
import { list, ms, table } from "./words.ts";

/** The condition that stands for an ordinary line, when it was measured. */
const HOME = "25ms";

/** The report in Markdown and its pictures. */
export interface Report {
  readonly text: string;
  readonly pictures: readonly Picture[];
}

/** Writes the report of a run. Every number in it comes from the run. @throws Error for a run without figures. */
export function reportOf(results: Results): Report {
  const home = homeOf(results);
  const pictures = [
    agePicture(results),
    duelPicture(results),
    bytesPicture(results, home),
    processorPicture(results, home),
  ].filter((picture) => picture !== undefined);
  const show = (name: string): string => {
    const picture = pictures.find((one) => one.name === name);
    return picture === undefined ? "" : `![${picture.alt}](images/${picture.name})`;
  };
  const parts = [
    "# Every way to push, measured",
    introduction(results),
    "## Which one, and when",
    show("transports-age.svg"),
    show("transports-duels.svg"),
    winners(results),
    "## Where WebSocket does not win",
    whereDatagramsWin(results, home),
    "## When polling is enough",
    whenPollingIsEnough(results, home),
    "## What each one adds to a message",
    `On a line of ${home.title}, in bytes per update of the state unless it says otherwise. A message is what the game sends; the wire ` +
      "counts whole IP packets, those that only acknowledge and those of the other direction's headers included.",
    overheadTable(results, home),
    show("transports-bytes.svg"),
    show("transports-cpu.svg"),
    "## What textbooks say",
    claims(results, home),
    "## All figures",
    ...results.conditions.flatMap((condition) => [
      `### ${condition.title}`,
      conditionTable(results, condition),
    ]),
    "## How far to trust it",
    `Everything was measured ${times(results.plan.repeats)}, in turns. These are the orders that the text rests on, in how many of the repeats they ` +
      "held, and by what ratio in each.",
    ordersTable(results, home),
    "## How this was measured",
    method(results),
  ];
  return { text: `${parts.filter((part) => part !== "").join("\n\n")}\n`, pictures };
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

function homeOf(results: Results): Condition {
  const measured = results.conditions.filter(({ id }) => figuresIn(results, id, REFERENCE) !== undefined);
  const home =
    measured.find(({ id }) => id === HOME) ?? measured.find(({ delayMs }) => delayMs > 0) ?? measured[0];
  if (home === undefined)
    throw new Error("Nothing could be measured over websocket, so there is nothing to report.");
  return home;
}

function introduction({ link, ways }: Results): string {
  const packets =
    link.kind === "packets"
      ? "Delay and loss act on real packets, under the kernel's TCP and under the WebRTC stack."
      : `The delay was that of a proxy for the bytes of TCP, because a link of packets could not be had (${link.why}): no loss, no datagrams, nothing on the wire was counted.`;
  return (
    `The same game, with the same bots, over ${ways.length} ways to bring news to a player. ${packets} Written by \`npm run lab\`, with every ` +
    "figure in [transports.json](transports.json): do not edit, run it again."
  );
}

function claims(results: Results, home: Condition): string {
  const rows = claimsOf(results, home).map(({ claim, measured, verdict }) => [claim, measured, verdict]);
  if (rows.length === 0) return "This run had too few ways to say anything.";
  return table(["The claim", "Measured", "So"], rows).replace("| --- | ---: | ---: |", "| --- | --- | --- |");
}

function method(results: Results): string {
  const { machine, plan, link, instruments, leftOut, startedAt, seconds, cells, duels } = results;
  const failures = [...cells, ...duels].flatMap(({ failure, condition, way, repeat }) =>
    failure === undefined ? [] : [`- ${way}, ${condition}, repeat ${repeat + 1}: ${failure}`],
  );
  const lines = [
    `- **Machine**: ${Object.entries(machine)
      .map(([name, value]) => `${name} ${value}`)
      .join("; ")}. Server, players and link share it.`,
    `- **Run**: ${startedAt}, ${Math.round(seconds / 60)} minutes, seed ${plan.seed}. Each way under each condition ${times(plan.repeats)} for ${plan.windowS} s ` +
      `with ${plan.players} players in one room, in turns, another way first each time; a figure is the median of the repeats. Ratios are worth more than times.`,
    link.kind === "packets"
      ? "- **Link**: server and players in a network namespace each, joined by two TUN devices and a process that delays and drops packets, in both directions alike. Jitter is exponential and keeps the order; loss is independent from packet to packet."
      : "- **Link**: a TCP proxy on this machine that delays bytes and keeps their order.",
    "- **Players**: bots with the netcode of the page: the SDK, the clock, paced inputs, prediction, interpolation. They see what the page would draw, not what the server knows.",
    "- **Connect**: from the first word over the transport to the first state, after the matchmaking, whose connection HTTP transports use again.",
    "- **Input to ack**: from an input leaving to the arrival of a state that includes it. It contains the wait for the tick, which the page keeps as long as the line is rough, and for the next patch. The control answers with the next state, without a tick.",
    "- **Age of state**: at every moment of the window, the time since the step on the server that made the newest state which the player has. Both ends read the same clock.",
    "- **Server CPU**: user and system time of the server process, all threads, per player and second of the window.",
    "- **Duels**: two equal bots of normal skill on a small round floor, one on WebSocket, the other on the way under test; who falls first has lost the round, then both begin anew on the other's side with 80 % wobble and another temper. " +
      `${plan.duelRooms} rooms for each way at once; who joined first changes from room to room. Wilson's 95 % interval; websocket against websocket shows what chance does. The rules for late players (lag compensation, late defence) are on, as in the game.`,
    "- **Control**: socket.io with messages of the same sizes at the same rates, one broadcast per update, and no game behind it: its processor time is that of the library alone.",
    `- **Instruments**: timers of the players' process were ${ms(instruments.playersLate.median)} late (99th percentile, median of all windows; ${ms(instruments.playersLate.worst)} in the worst one)` +
      (instruments.linkLate === undefined
        ? "."
        : `; packets left the link ${ms(instruments.linkLate.p50)} later than they should (99th percentile ${ms(instruments.linkLate.p99)}).`),
    ...failedJoins(results),
    ...(leftOut.length === 0 ? [] : [`- **Left out**, because this link cannot do it: ${list(leftOut)}.`]),
  ];
  return [...lines, ...(failures.length === 0 ? [] : ["\nWithout figures:\n", ...failures])].join("\n");
}

/** Where joining did not work at once, as a line of the list; none when it always did. */
function failedJoins({ cells, ways, conditions }: Results): string[] {
  const told = ways.flatMap(({ id, title }) =>
    conditions.flatMap((condition) => {
      const count = cells
        .filter(({ way, condition: where }) => way === id && where === condition.id)
        .reduce((sum, { figures }) => sum + (figures?.failedJoins ?? 0), 0);
      return count === 0 ? [] : [`${title} at ${condition.title} ${count}`];
    }),
  );
  return told.length === 0 ? [] : [`- **Tries to join that failed** and were made again: ${list(told)}.`];
}
