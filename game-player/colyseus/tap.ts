import type { Room } from "@colyseus/sdk";

/** Looks at the frames of a connection. */
export interface FrameTap {
  /** A frame has come; `pass` gives it to the room, or another one instead, which is decoded at once. */
  down?(frame: Uint8Array, pass: (instead?: Uint8Array) => void): void;
  /** A frame leaves. */
  up?(frame: Uint8Array): void;
}

/** The part of a room of the SDK that a tap sits on. */
export interface Tapped {
  readonly connection: Pick<Room["connection"], "events" | "send">;
}

/**
 * Sits down between a room of the SDK and its connection, which has one listener and no other way to see its frames.
 * Returns a way to stand up again.
 */
export function tapFrames({ connection }: Tapped, { down, up }: FrameTap): () => void {
  const { events } = connection;
  const receive = events.onmessage;
  const send = connection.send;
  if (down !== undefined) {
    events.onmessage = (message: MessageEvent<ArrayBuffer | Uint8Array>) => {
      const { data } = message;
      const frame = data instanceof Uint8Array ? data : new Uint8Array(data);
      down(frame, (instead) =>
        receive?.(instead === undefined ? message : new MessageEvent("message", { data: instead })),
      );
    };
  }
  if (up !== undefined) {
    connection.send = (frame: Uint8Array) => {
      up(frame);
      send.call(connection, frame);
    };
  }
  return () => {
    if (receive !== undefined) events.onmessage = receive;
    connection.send = send;
  };
}

/** Holds back the frame that `make` has a room send. Returns what sends it, or nothing when none was made. */
export function holdBack({ connection }: Tapped, make: () => void): (() => void) | undefined {
  const { send } = connection;
  let made: Uint8Array | undefined;
  connection.send = (frame) => {
    // The SDK uses its buffer again.
    made = Uint8Array.from(frame);
  };
  try {
    make();
  } finally {
    connection.send = send;
  }
  return made === undefined ? undefined : send.bind(connection, made);
}
