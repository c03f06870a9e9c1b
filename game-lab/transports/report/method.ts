import { LATE_LIMIT_MS, OTHERS_LIMIT_CORES } from "../disturbance.ts";
import type { Results } from "../results.ts";
import { list, ms } from "./words.ts";

/** How often, in words. */
export function often(count: number): string {
  return ["never", "once", "twice"][count] ?? `${count} times`;
}

/** How it was measured, on what, and what could not be: a list. */
export function method(results: Results): string {
  const { plan, link, instruments, leftOut, cells, duels } = results;
  const failures = [...cells, ...duels].flatMap(({ failure, condition, way, repeat }) =>
    failure === undefined ? [] : [`- ${way}, ${condition}, repeat ${repeat + 1}: ${failure}`],
  );
  const lines = [
    `- **Machine**: ${machines(results)}. Server, players and link share it.`,
    `- **Run**: ${sittings(results)}, seed ${plan.seed}. Each way under each condition ${often(plan.repeats)} for ${plan.windowS} s ` +
      `with ${plan.players} players in one room, in turns, another way first each time; a figure is the median of the repeats. Ratios are worth more than times. ` +
      `A cell during which other processes used ${OTHERS_LIMIT_CORES} cores or more, or timers of the players were ${LATE_LIMIT_MS} ms late or more, was measured again if the run had tries for it.`,
    link.kind === "packets"
      ? "- **Link**: server and players in a network namespace each, joined by two TUN devices and a process that delays and drops packets, in both directions alike. Jitter is exponential and keeps the order; loss is independent from packet to packet."
      : "- **Link**: a TCP proxy on this machine that delays bytes and keeps their order.",
    "- **Players**: bots with the netcode of the page: the SDK, the clock, paced inputs, prediction, interpolation. They see what the page would draw, not what the server knows.",
    "- **Connect**: from the first word over the transport to the first state, after the matchmaking, whose connection HTTP transports use again.",
    "- **Input to ack**: from an input leaving to the arrival of a state that includes it. It contains the wait for the tick and for the next patch. The page keeps that wait long enough for the latest inputs of the last 2.5 s, up to 60 ms: after a hiccup of the line or of the machine all inputs leave earlier, and it takes seconds until they are only just in time again. So one hiccup of some 20 ms moves the median of a short window by as much as 40 ms; with several windows the median of the repeats stays, and the one that is off is named above, with how late timers were in it. The control answers with the next state, without a tick.",
    "- **Age of state**: at every moment of the window, the time since the step on the server that made the newest state which the player has. Both ends read the same clock.",
    "- **Frames run dry**: the players draw 60 frames a second, by the page's own interpolation; a frame has run dry when the moment to draw is newer than the newest state. **Inputs starved**: ticks of the players for which the server had no new input, whether it then held the body or repeated the last one.",
    "- **Server CPU**: user and system time of the server process, all threads, per player and second of the window.",
    "- **Duels**: two equal bots of normal skill on a small round floor, one on WebSocket, the other on the way under test; who falls first has lost the round, then both begin anew on the other's side with 80 % wobble and another temper. " +
      `${duelRooms(plan)}; who joined first changes from room to room. Wilson's 95 % interval; websocket against websocket shows what chance does. A way fights until it has the rounds that were asked for. The rules for late players (lag compensation, late defence) are on, as in the game.`,
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

/** All machines that sittings of the run were on; mostly one. */
function machines({ machine, resumed = [] }: Results): string {
  const all = [machine, ...resumed.map((one) => one.machine)].map((one) =>
    Object.entries(one)
      .map(([name, value]) => `${name} ${value}`)
      .join("; "),
  );
  return [...new Set(all)].join(", and ");
}

function sittings({ startedAt, seconds, resumed = [] }: Results): string {
  const minutes = `${Math.round(seconds / 60)} minutes`;
  if (resumed.length === 0) return `${startedAt}, ${minutes}`;
  return `${minutes} in ${resumed.length + 1} sittings, from ${startedAt} to ${resumed.at(-1)?.startedAt}`;
}

function duelRooms({ roomsAtOnce, duelRooms: each }: Results["plan"]): string {
  return roomsAtOnce === undefined
    ? `${each ?? "Several"} rooms for each way at once`
    : `Up to ${roomsAtOnce} rooms at once, as many for each way that fights`;
}
