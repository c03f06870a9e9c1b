/** Is told that a frame has been handed on, or that it could not be. */
export type Done = (error?: Error) => void;
/** Takes a frame of the player, on its way to the room. */
export type Up = (frame: Uint8Array) => void;
/** Takes a frame to the player, on its way to the connection. */
export type Down = (frame: Uint8Array, done?: Done) => void;

/**
 * One step on the way of frames between a player and their room, at either end of the connection: what counts, judges, holds up
 * or leaves out frames is one. Each direction that a stage has gets a frame and whom it goes to next; a frame that is not
 * passed on ends here.
 */
export interface Stage {
  up?(frame: Uint8Array, next: Up): void;
  down?(frame: Uint8Array, next: Down, done?: Done): void;
}
