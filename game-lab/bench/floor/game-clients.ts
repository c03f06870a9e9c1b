/**
 * Clients of the game that cost little, so that the load does not take the processor from what is measured. The first of
 * each room decodes what it gets, and all steer by what it sees; the others take in only the head of a patch, the server's
 * time and what it acknowledges. Inputs are made by the SDK, as in a page.
 */
import { WebSocket } from "ws";
import { arenaOf } from "#bots/load/arenas.ts";
import { createPilot, type Think } from "#bots/load/pilots.ts";
import { BotClient } from "#bots/transports/client.ts";
import { ROOM } from "#shared/messages.ts";
import { createBody } from "#shared/simulation/body.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { InputState } from "#shared/state/input-state.ts";
import { MATCH } from "#shared/tunables.ts";
import { webSocketTransport } from "#transports/websocket/client.ts";
import { everyTick } from "./every-tick.ts";

/** A patch by Colyseus 0.18: the low five bits of the first byte; time and acknowledgement are the eight after it. */
const PATCH = 15;
const KIND_MASK = 0x1f;
const HEAD_BYTES = 9;

const [, , port, count, perRoom] = process.argv;
const players = Number(perRoom);
const told = { updates: 0, bytes: 0 };

type Room = Awaited<ReturnType<typeof open>>;

interface Player {
  readonly room: Room;
  /** Of the one of the room who sees. */
  readonly eye: Room;
  readonly think: Think;
  readonly input: ReturnType<typeof inputOf>;
  readonly self: ReturnType<typeof createBody>;
  ticks: number;
}

function client(): BotClient {
  const transport = webSocketTransport((url) => new WebSocket(url, { perMessageDeflate: false }));
  return new BotClient(`http://127.0.0.1:${port}`, transport);
}

function open() {
  // More than a Brawl has seats for play a Stampede.
  const mode = players > MATCH.maxPlayers ? { mode: "stampede" } : {};
  return client().create<ArenaState>(ROOM, { bots: 0, maxPlayers: players, private: true, ...mode });
}

function inputOf(room: Room) {
  return room.input<InputState>({ type: InputState, mode: "reliable" });
}

function listen(room: Room, sees: boolean): void {
  const { events } = room.connection;
  const receive = events.onmessage;
  events.onmessage = (message: MessageEvent) => {
    const frame = new Uint8Array(message.data);
    const isPatch = ((frame[0] ?? 0) & KIND_MASK) === PATCH;
    told.updates += isPatch ? 1 : 0;
    told.bytes += frame.length;
    if (sees) receive?.(message);
    else if (isPatch) receive?.(new MessageEvent("message", { data: frame.slice(0, HEAD_BYTES).buffer }));
  };
  room.onMessage("*", () => {});
}

/** Makes the input of a tick. Returns what sends it. */
function play(player: Player): (() => void) | undefined {
  const { room, eye, think, input, self } = player;
  const seen = eye.state.players.get(room.sessionId);
  if (seen === undefined || !room.connection.isOpen) return undefined;
  self.x = seen.x;
  self.y = seen.y;
  player.ticks += 1;
  const arena = arenaOf(eye.state.arena);
  const wish = think({ tick: player.ticks, self, others: [], ground: { arena, crumblePhases: [] } });
  Object.assign(input.data, wish, { tick: player.ticks, seen: eye.state.tick });
  const { connection } = room;
  const send = connection.send;
  let made: Uint8Array | undefined;
  connection.send = (frame) => {
    made = Uint8Array.from(frame);
  };
  input.send();
  connection.send = send;
  return made === undefined ? undefined : send.bind(connection, made);
}

const all: Player[] = [];
let eye: Room | undefined;
for (let number = 0; number < Number(count); number++) {
  const sees = number % players === 0;
  const room: Room =
    sees || eye === undefined ? await open() : await client().joinById<ArenaState>(eye.roomId);
  if (sees || eye === undefined) eye = room;
  listen(room, sees);
  all.push({
    room,
    eye,
    think: createPilot("wander", number + 1),
    input: inputOf(room),
    self: createBody(0, 0),
    ticks: 0,
  });
}
everyTick(all.length, (number) => {
  const player = all[number];
  return player === undefined ? undefined : play(player);
});
process.on("message", () => process.send?.(told));
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
