import type { Room } from "@colyseus/core";

/** Keeps Colyseus from stepping a room and from sending its state: both are done by a loop of ours. Pages are told the rate. */
export function stepBySelf(room: Room, stepsPerSecond: number): void {
  room.setFixedTimestep(() => {}, stepsPerSecond);
  // biome-ignore lint/complexity/useLiteralKeys: it is private, and Colyseus knows no other way to step
  clearInterval(room["_simulationInterval"]);
  // Not before the lines above: a room without a timestep would start a timer of its own that steals the time of ours.
  room.patchRate = null;
}
