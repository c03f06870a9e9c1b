import { Room } from "@colyseus/sdk";
import { expect, it } from "vitest";
import { PacedInputs } from "#player/netcode/paced-inputs.ts";
import { InputReader } from "#room/input-reader.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { TICK_MS } from "#shared/tunables.ts";

/** The kind of a frame, which stands before the fields of an input. */
const HEAD = 1;

/** The inputs of a page whose room counts them or not, with what they are on the wire and to the server. */
function page(countsInputs: boolean) {
  const frames: Uint8Array[] = [];
  const room = new Room<unknown, ArenaState>("arena");
  const connection = { isOpen: true, send: (frame: Uint8Array) => frames.push(frame.slice()) };
  Object.assign(room, { connection });
  const state = Object.assign(new ArenaState(), { countsInputs });
  const inputs = new PacedInputs({ connection: room.connection, input: room.input.bind(room), state });
  let server = new InputReader();
  return {
    /** Sends one input. Returns how many bytes of fields it takes, and what the server reads. */
    send(input: PlayerInput) {
      frames.length = 0;
      inputs.advance(0, TICK_MS, () => input);
      const [frame = new Uint8Array()] = frames;
      return { bytes: frame.length - HEAD, read: server.read(frame, HEAD) };
    },
    /** The line was cut, and there is another. */
    reconnect() {
      inputs.handle.reset();
      server = new InputReader();
    },
  };
}

it("sends nothing of an input that repeats the last one, and the server reads it all the same", () => {
  const { send, reconnect } = page(true);
  const running = { ...neutralInput(), moveX: 1, push: true };
  expect(send(running).read).toMatchObject({ moveX: 1, push: true, tick: 1 });
  expect(send(running)).toMatchObject({ bytes: 0, read: { moveX: 1, push: true, tick: 2 } });
  expect(send({ ...running, push: false })).toMatchObject({ bytes: 2, read: { push: false, tick: 3 } });
  reconnect();
  expect(send(running).read).toMatchObject({ moveX: 1, push: true, tick: 1 });
  expect(send(running)).toMatchObject({ bytes: 0, read: { moveX: 1, tick: 2 } });
});

it("says the number of each input to a room that does not count", () => {
  const { send, reconnect } = page(false);
  const running = { ...neutralInput(), moveX: 1 };
  send(running);
  expect(send(running)).toMatchObject({ bytes: 5, read: { moveX: 1, tick: 2 } });
  reconnect();
  expect(send(running).read).toMatchObject({ moveX: 1, tick: 1 });
});
