import type { BallMotion } from "#shared/simulation/ball/ball.ts";
import type { Ground } from "#shared/simulation/ground.ts";
import type { Body, GameEvent } from "#shared/simulation/types.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import type { JoinedRoom } from "../colyseus/joined-room.ts";

/** Bodies that the own one may run into, as they are now to the best of our knowledge. */
export type Obstacles = () => readonly Body[];

export interface PredictionOptions {
  room: JoinedRoom;
  self: PlayerState;
  ground: Ground;
  /** The ball at the newest state; rewritten by each. */
  ball: Readonly<BallMotion>;
  obstacles: Obstacles;
  /** Where the events of predicted steps go, each once. */
  onEvent(event: GameEvent): void;
}
