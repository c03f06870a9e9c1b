/**
 * Clients of the game that cost little, so that the load does not take the processor from what is measured. The first of
 * each room decodes what it gets, and all steer by what it sees; the others take in only the head of a patch, the server's
 * time and what it acknowledges. In a crowd that is told of what is near the first does not see all others, so there each decodes
 * what it gets itself. Inputs are made by the SDK, as in a page.
 */
import { WebSocket } from "ws";
import { PLAIN } from "#bots/brain/view.ts";
import { arenaOf } from "#bots/load/arenas.ts";
import { createPilot, type Think } from "#bots/load/pilots.ts";
import { isPatch } from "#player/colyseus/frames.ts";
import { PairedFrames } from "#player/colyseus/paired-frames.ts";
import { holdBack, tapFrames } from "#player/colyseus/tap.ts";
import { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import { StepClock } from "#server/rooms/step-clock.ts";
import { createBody } from "#shared/simulation/body.ts";
import { stepsTogether } from "#shared/simulation/modes/steps-together.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { InputState } from "#shared/state/input-state.ts";
import { MATCH, TICK_RATE } from "#shared/tunables.ts";
import { webSocketTransport } from "#transports/websocket/client.ts";
import { everyTick } from "./every-tick.ts";
import { answerAsFleet } from "./fleet.ts";

/** The head of a patch by Colyseus 0.18: its kind, and the time and acknowledgement after it. */
const HEAD_BYTES = 9;

const [, , port, count, perRoom, watching, inView] = process.argv;
const players = Number(perRoom);
/** More than a Brawl has seats for: they play a Stampede. */
const isCrowd = players > MATCH.maxPlayers;
const allSee = isCrowd && inView === "near";
const told = { updates: 0, bytes: 0 };
/** When patches came to the first client of all, since they were last asked for. */
let arrivals = new StepClock();

type Room = RoomSession["room"];

interface Player {
  readonly room: Room;
  /** Of the one of the room who sees. */
  readonly eye: Room;
  readonly think: Think;
  readonly input: ReturnType<typeof inputOf>;
  readonly frames: PairedFrames;
  readonly self: ReturnType<typeof createBody>;
  ticks: number;
}

function client(): PlayerClient {
  const transport = webSocketTransport((url) => new WebSocket(url, { perMessageDeflate: false }));
  return new PlayerClient({ origin: `http://127.0.0.1:${port}`, transport });
}

function open(): Promise<RoomSession> {
  const mode = isCrowd ? { mode: "stampede" } : {};
  return client().create({ bots: 0, maxPlayers: players, private: true, ...mode });
}

function inputOf(room: Room) {
  return room.input<InputState>({ type: InputState, mode: "reliable" });
}

function listen(room: Room, sees: boolean): void {
  tapFrames(room, {
    down(frame, next) {
      told.updates += isPatch(frame) ? 1 : 0;
      if (isPatch(frame) && room === all[0]?.room) arrivals.begin();
      told.bytes += frame.length;
      if (sees) next(frame);
      else if (isPatch(frame)) next(frame.slice(0, HEAD_BYTES));
    },
  });
  room.onMessage("*", () => {});
}

/** Makes the input of a tick. Returns what sends it, and the one before where they travel in twos, as those of a page do. */
function play(player: Player): (() => void) | undefined {
  const { room, eye, think, input, frames, self } = player;
  const seen = eye.state.players.get(room.sessionId);
  if (seen === undefined || !room.connection.isOpen) return undefined;
  self.x = seen.x;
  self.y = seen.y;
  player.ticks += 1;
  const arena = arenaOf(eye.state.arena);
  const wish = think({
    ...PLAIN,
    tick: player.ticks,
    self,
    others: [],
    ground: { arena, crumblePhases: [], sunk: 0 },
  });
  const { mode, netRate, tick, countsInputs } = eye.state;
  Object.assign(input.data, wish, { seen: tick });
  if (player.ticks === 1 || !countsInputs) input.data.tick = player.ticks;
  if (stepsTogether(modeOf(mode), TICK_RATE / netRate) === 1) return holdBack(room, () => input.send());
  frames.hold(() => input.send());
  return player.ticks % 2 === 0 ? () => frames.release() : undefined;
}

const all: Player[] = [];
let eye: Room | undefined;
for (let number = 0; number < Number(count); number++) {
  const sees = number % players === 0;
  const { room } = sees || eye === undefined ? await open() : await client().join(eye.roomId);
  if (sees || eye === undefined) eye = room;
  listen(room, sees || allSee);
  all.push({
    room,
    eye: allSee ? room : eye,
    think: createPilot("wander", number + 1),
    input: inputOf(room),
    frames: new PairedFrames(room),
    self: createBody(0, 0),
    ticks: 0,
  });
}
// They take no seat, send no inputs, and see the room that was opened first.
for (let number = 0; number < Number(watching ?? 0); number++) {
  const { room } = await client().join(all[0]?.room.roomId ?? "", { spectate: true });
  listen(room, false);
}
everyTick(all.length, (number) => {
  const player = all[number];
  return player === undefined ? undefined : play(player);
});
answerAsFleet(() => {
  const patchP99 = arrivals.summary().interval.p99;
  arrivals = new StepClock();
  return { ...told, patchP99 };
});
