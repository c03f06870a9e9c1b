import type { Room } from "@colyseus/sdk";
import type { Stage } from "#transports/contract/stage.ts";

/** The part of a room of the SDK that a tap sits on. */
export interface Tapped {
  readonly connection: Pick<Room["connection"], "events" | "send">;
}

/**
 * Puts a stage between a room of the SDK and its connection, which has one listener and no other way to see its frames: the last
 * that a frame passes on its way down, and the first on its way up. Returns a way to take it out again.
 */
export function tapFrames({ connection }: Tapped, stage: Stage): () => void {
  const { events } = connection;
  const receive = events.onmessage;
  const send = connection.send;
  if (stage.down !== undefined) {
    events.onmessage = (message: MessageEvent<ArrayBuffer | Uint8Array>) => {
      const { data } = message;
      const frame = data instanceof Uint8Array ? data : new Uint8Array(data);
      stage.down?.(frame, (next) =>
        receive?.(next === frame ? message : new MessageEvent("message", { data: next })),
      );
    };
  }
  if (stage.up !== undefined) {
    connection.send = (frame: Uint8Array) => stage.up?.(frame, (next) => send.call(connection, next));
  }
  return () => {
    if (receive !== undefined) events.onmessage = receive;
    connection.send = send;
  };
}

/** Catches the frame that `make` has a room send; undefined when none was made. It is only good until the next one is made. */
export function catchFrame({ connection }: Tapped, make: () => void): Uint8Array | undefined {
  const { send } = connection;
  let made: Uint8Array | undefined;
  connection.send = (frame) => {
    made = frame;
  };
  try {
    make();
  } finally {
    connection.send = send;
  }
  return made;
}

/** Holds back the frame that `make` has a room send. Returns what sends it, or nothing when none was made. */
export function holdBack(room: Tapped, make: () => void): (() => void) | undefined {
  const made = catchFrame(room, make);
  if (made === undefined) return undefined;
  // The SDK uses its buffer again.
  const frame = Uint8Array.from(made);
  return () => room.connection.send(frame);
}
