import { Protocol } from "@colyseus/core";
import { onTestFinished } from "vitest";
import { tapFrames } from "#player/colyseus/tap.ts";
import type { GameServer } from "#server/server.ts";
import type { TransportEvents } from "#transports/contract/client-transport.ts";
import type { MovableTransport, MoveOutcome } from "#transports/contract/movable.ts";
import type { TransportName } from "#transports/contract/names.ts";
import { addressOf, clientOf, createRoom, ready, type TestPlayer } from "../../support/game.ts";
import { waitFor } from "../../support/wait-for.ts";

/** The low bits of a frame's first byte are its kind. */
const KIND = 0x1f;

/** Somebody whose seat can move, and what they see of their match. */
export interface Mover {
  readonly player: TestPlayer;
  readonly transport: MovableTransport;
  /** Ticks of the states in the order in which they came, and times (ms) between them. */
  readonly ticks: number[];
  /** The same of somebody in the room who stays on one line. */
  readonly truth: readonly number[];
  readonly gapsMs: number[];
  /** How often the room has noticed that the connection was lost. */
  drops: number;
}

/** Somebody who plays in a room of their own, with a host beside them. `origin` is the server unless something is in between. */
export async function joinMover(
  server: GameServer,
  make: (events: TransportEvents) => MovableTransport,
  origin = addressOf(server),
): Promise<Mover> {
  const host = await createRoom(server, { name: "host" });
  let transport: MovableTransport | undefined;
  const client = clientOf(origin, (events) => {
    transport = make(events);
    return transport;
  });
  const player = await ready(await client.join(host.room.roomId, { name: "mover" }));
  onTestFinished(async () => {
    await player.leave();
    await host.leave();
  });
  if (transport === undefined) throw new Error("No transport was made.");
  const truth: number[] = [];
  const mover: Mover = { player, transport, ticks: [], truth, gapsMs: [], drops: 0 };
  let last = performance.now();
  onPatch(host, (tick) => truth.push(tick));
  onPatch(player, (tick) => {
    mover.ticks.push(tick);
    mover.gapsMs.push(performance.now() - last);
    last = performance.now();
  });
  player.room.onDrop(() => {
    mover.drops += 1;
  });
  player.play();
  return mover;
}

/** Waits for a few states more. */
export async function goOn({ ticks }: Mover): Promise<void> {
  const { length } = ticks;
  await waitFor("states that go on", () => ticks.length >= length + 3);
}

/** Moves, and waits until that has ended and the state has gone on. */
export async function move(mover: Mover, to: TransportName, why = "chosen"): Promise<MoveOutcome> {
  const outcome = await new Promise<MoveOutcome>((resolve, reject) => {
    if (!mover.transport.move(to, why, resolve)) reject(new Error(`No move to ${to} was begun.`));
  });
  await goOn(mover);
  return outcome;
}

/** The ticks that the mover saw, and those of the one who stays over the same time. */
export async function sightsOf({ ticks, truth }: Mover): Promise<{ seen: number[]; sent: number[] }> {
  const seen = [...ticks];
  const [first = 0] = seen;
  const newest = seen.at(-1) ?? 0;
  await waitFor("the other one to have seen as much", () => (truth.at(-1) ?? 0) >= newest);
  return { seen, sent: truth.filter((tick) => tick >= first && tick <= newest) };
}

/** Hears the tick of each patch. */
function onPatch({ room }: TestPlayer, heard: (tick: number) => void): void {
  tapFrames(room, {
    down(frame, next) {
      next(frame);
      if (((frame[0] ?? 0) & KIND) === Protocol.ROOM_STATE_PATCH) heard(room.state.tick);
    },
  });
}
