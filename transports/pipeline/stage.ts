import type { Down, Stage, Up } from "../contract/stage.ts";

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
