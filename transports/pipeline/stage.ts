/** Is told that a frame has been handed on, or that it could not be. */
export type Done = (error?: Error) => void;
/** Takes a frame from the player, on its way to the room. */
export type Up = (frame: Uint8Array) => void;
/** Takes a frame to the player, on its way to the connection. */
export type Down = (frame: Uint8Array, done?: Done) => void;

/**
 * One step on the way of frames between the connection of a player and their session. Each direction that a stage has gets a
 * frame and whom it goes to next; a frame that is not passed on ends here.
 */
export interface Stage {
  up?(frame: Uint8Array, next: Up): void;
  down?(frame: Uint8Array, next: Down, done?: Done): void;
}

/** The way of frames through stages, of which the first is the one at the connection. */
export function chain(stages: readonly Stage[], send: Down, receive: Up): { up: Up; down: Down } {
  let down = send;
  for (const stage of stages) {
    const next = down;
    if (stage.down !== undefined) down = (frame, done) => stage.down?.(frame, next, done);
  }
  let up = receive;
  for (const stage of stages.toReversed()) {
    const next = up;
    if (stage.up !== undefined) up = (frame) => stage.up?.(frame, next);
  }
  return { up, down };
}
