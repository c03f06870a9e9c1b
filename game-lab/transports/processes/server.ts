/** The server of the experiment, in a process of its own: the game as it ships, and the control beside it. */
import { matchMaker } from "@colyseus/core";
import { ROOMY } from "#bots/load/roomy.ts";
import { loadArenas } from "#server/arenas.ts";
import { readConfig } from "#server/config.ts";
import { ArenaRoom } from "#server/rooms/arena-room.ts";
import type { RoomDeps } from "#server/rooms/room-deps.ts";
import { createGameServer } from "#server/server.ts";
import { ROOM } from "#shared/messages.ts";
import { startControl } from "../control/server.ts";
import { DUEL_ARENA } from "../duel/arena.ts";
import { Referee } from "../duel/referee.ts";
import { monotonicMs } from "../monotonic.ts";
import { aboutRoom, payload } from "../protocol.ts";
import { answerQuestions } from "./channel.ts";
import { InputWatch } from "./input-watch.ts";

/** Key of the control among the rooms. */
const CONTROL = "control";

const arenas = new Map([...loadArenas(), [DUEL_ARENA.id, DUEL_ARENA]]);
const stateTimes = new Map<string, number[]>();
const referees = new Map<string, Referee>();
const inputWatches = new Map<string, InputWatch>();
let rooms = 0;
let setPayload: (bytes: number) => void = () => {};

function timesOf(room: string): number[] {
  const times = stateTimes.get(room) ?? [];
  stateTimes.set(room, times);
  return times;
}

function refereeOf(room: string): Referee {
  const referee = referees.get(room) ?? new Referee();
  referees.set(room, referee);
  return referee;
}

function inputWatchOf(room: string): InputWatch {
  const watch = inputWatches.get(room) ?? new InputWatch();
  inputWatches.set(room, watch);
  return watch;
}

/** What a room gets, with somebody who watches it. Rooms are made in an order that the experiment decides. */
function depsOf(room: { readonly roomId: string }, deps: RoomDeps): RoomDeps {
  const seed = ++rooms;
  return {
    ...deps,
    arenas,
    seed: () => seed,
    onStep(world, tick) {
      if (world.arena === DUEL_ARENA) {
        refereeOf(room.roomId).watch(world);
        return;
      }
      timesOf(room.roomId)[world.tick] = monotonicMs();
      inputWatchOf(room.roomId).watch(tick);
    },
  };
}

answerQuestions({
  async start() {
    const game = await createGameServer(readConfig({ ...ROOMY, LOG_LEVEL: "error" }));
    // In place of the rooms that the server has defined: the same class, watched.
    matchMaker.defineRoomType(
      ROOM,
      class extends ArenaRoom {
        override readonly deps = depsOf(this, game.roomDeps);
      },
    );
    const control = await startControl((version) => {
      timesOf(CONTROL)[version] = monotonicMs();
    });
    setPayload = control.setPayload;
    return { game: game.port, control: control.port };
  },
  processorTime() {
    const { user, system } = process.cpuUsage();
    return { us: user + system };
  },
  stateTimes(about) {
    const { room } = aboutRoom.parse(about);
    const at = Array.from(timesOf(room), (time) => time ?? 0);
    stateTimes.delete(room);
    inputWatches.delete(room);
    return { at };
  },
  inputTicks: (about) => inputWatchOf(aboutRoom.parse(about).room).soFar,
  rounds: (about) => refereeOf(aboutRoom.parse(about).room).rounds,
  payload: (about) => setPayload(payload.parse(about).down),
});
