import { Protocol } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { tapFrames } from "#player/colyseus/tap.ts";
import type { LocalGameServer } from "#server/server.ts";
import type { MovableTransport, MoveOutcome } from "#transports/contract/movable.ts";
import { TRANSPORTS, type TransportName } from "#transports/contract/names.ts";
import { createMovable } from "#transports/node.ts";
import { addressOf, clientOf, createRoom, ready, startGame, type TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

/** All ways from one transport to another. */
const PAIRS = TRANSPORTS.flatMap((from) =>
  TRANSPORTS.filter((to) => to !== from).map((to) => [from, to] as const),
);
/** Rounds over all pairs: 200 moves when there is time for them. */
const ROUNDS = process.env.NIGHTLY === "1" ? 10 : 2;
/** Ticks between two patches at the usual rate. */
const PATCH_TICKS = 2;

let server: LocalGameServer;
beforeAll(async () => {
  server = await startGame();
});
afterAll(() => server.stop());

interface Mover {
  readonly player: TestPlayer;
  readonly transport: MovableTransport;
  /** Ticks of the states in the order in which they came. */
  readonly ticks: number[];
  readonly gapsMs: number[];
}

/** Somebody in a room of their own who can move. */
async function joinMover(from: TransportName): Promise<Mover> {
  const host = await createRoom(server, { name: "host" });
  let transport: MovableTransport | undefined;
  const client = clientOf(addressOf(server), (events) => {
    transport = createMovable(() => from, events);
    return transport;
  });
  const player = await ready(await client.join(host.room.roomId, { name: "mover" }));
  onTestFinished(async () => {
    await player.room.leave();
    await host.room.leave();
  });
  if (transport === undefined) throw new Error("No transport was made.");
  const ticks: number[] = [];
  const gapsMs: number[] = [];
  let last = performance.now();
  tapFrames(player.room, {
    down(frame, next) {
      next(frame);
      if (((frame[0] ?? 0) & 0x1f) !== Protocol.ROOM_STATE_PATCH) return;
      ticks.push(player.room.state.tick);
      gapsMs.push(performance.now() - last);
      last = performance.now();
    },
  });
  return { player, transport, ticks, gapsMs };
}

/** Moves, and waits until that has ended and the state has gone on. */
async function move({ transport, ticks }: Mover, to: TransportName): Promise<MoveOutcome> {
  const outcome = await new Promise<MoveOutcome>((resolve, reject) => {
    if (!transport.move(to, "chosen", resolve)) reject(new Error(`No move to ${to} was begun.`));
  });
  const { length } = ticks;
  await waitFor("states over the new line", () => ticks.length >= length + 3);
  return outcome;
}

/** Steps between one state and the next that are not those of a patch. */
function irregular(ticks: readonly number[]): number[] {
  return ticks.slice(1).flatMap((tick, i) => {
    const step = tick - (ticks[i] ?? tick);
    return step === PATCH_TICKS ? [] : [step];
  });
}

describe("a seat that moves between transports in mid-match", () => {
  it("loses no state and gets none twice, whichever two they are, and the room hears nothing of it", async () => {
    const mover = await joinMover("websocket");
    const { player, transport, ticks } = mover;
    let drops = 0;
    player.room.onDrop(() => {
      drops += 1;
    });
    const sent: number[] = [];
    const stop = setInterval(() => {
      sent.push(player.room.state.tick);
    }, 20);
    onTestFinished(() => clearInterval(stop));
    let moves = 0;
    for (let round = 0; round < ROUNDS; round++) {
      for (const [from, to] of PAIRS) {
        if (transport.name !== from) {
          expect(await move(mover, from)).toMatchObject({ moved: true });
          moves += 1;
        }
        expect(await move(mover, to), `${from} to ${to}`).toMatchObject({ moved: true, why: "chosen" });
        moves += 1;
        expect(transport.name).toBe(to);
      }
    }
    expect(transport.moves).toBe(moves);
    expect(irregular(ticks)).toEqual([]);
    expect(drops).toBe(0);
    console.log({ moves, states: ticks.length, longestGapMs: Math.max(...mover.gapsMs.slice(1)) });
  }, 120_000);
});
