/** The players of the experiment, in a process of their own. */
import { subscribe } from "node:diagnostics_channel";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { loadArenas } from "#server/arenas.ts";
import { DUEL_ARENA } from "../duel/arena.ts";
import { monotonicMs } from "../monotonic.ts";
import { ControlPlayer } from "../players/control-player.ts";
import { GamePlayer } from "../players/game-player.ts";
import type { LabPlayer } from "../players/lab-player.ts";
import { joinRequest, type WindowLog } from "../protocol.ts";
import { WAYS } from "../ways.ts";
import { answerQuestions } from "./channel.ts";

/** Time (ms) between two looks at what is due: half a tick, as a page. */
const LOOK_MS = 10;

const arenas = new Map([...loadArenas(), [DUEL_ARENA.id, DUEL_ARENA]]);
const delay = monitorEventLoopDelay({ resolution: LOOK_MS });
let players: LabPlayer[] = [];
let requests = 0;
let window = { fromMs: 0, requests: 0 };

// Both ways in which HTTP leaves Node: fetch, and the older client that socket.io uses.
for (const channel of ["undici:request:create", "http.client.request.start"]) {
  subscribe(channel, () => {
    requests += 1;
  });
}

setInterval(() => {
  const now = performance.now();
  for (const player of players) player.pass(now);
}, LOOK_MS);

function watchTimers(): void {
  delay.reset();
  delay.enable();
}

function lateMs(): number {
  delay.disable();
  return Math.max(0, delay.percentile(99) / 1e6 - LOOK_MS);
}

answerQuestions({
  watchTimers,
  timers: () => ({ lateMs: lateMs() }),
  async join(about) {
    const request = joinRequest.parse(about);
    const control = WAYS.find(({ id }) => id === request.way)?.kind === "control";
    const player = control ? await ControlPlayer.join(request) : await GamePlayer.join(request, arenas);
    players.push(player);
    return { room: player.room, connectMs: player.connectMs };
  },
  open() {
    window = { fromMs: monotonicMs(), requests };
    watchTimers();
    for (const { recorder } of players) recorder.open();
  },
  close(): WindowLog {
    return {
      fromMs: window.fromMs,
      untilMs: monotonicMs(),
      players: players.map(({ recorder }) => recorder.close()),
      requests: requests - window.requests,
      lateMs: lateMs(),
    };
  },
  async leave() {
    const leaving = players;
    players = [];
    await Promise.all(leaving.map((player) => player.leave()));
  },
});
