import type { Arena } from "#shared/arena/arena.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { OwnCharacter } from "./own-character.ts";
import { PatchedGround } from "./patched-ground.ts";
import { TrackedBall } from "./tracked-ball.ts";
import type { TrackedPlayer } from "./tracked-player.ts";
import { TrackedPlayers } from "./tracked-players.ts";
import { TrackedThings } from "./tracked-things.ts";

/** All that the state says of the world and that is drawn of it. */
export class TrackedWorld {
  readonly players: TrackedPlayers;
  readonly things = new TrackedThings();
  readonly ground: PatchedGround;
  readonly ball: TrackedBall;
  readonly #selfId: string;

  constructor(selfId: string, arena: Arena) {
    this.#selfId = selfId;
    this.ground = new PatchedGround(arena);
    this.ball = new TrackedBall(this.ground);
    this.players = new TrackedPlayers(selfId);
  }

  /** Takes in a state of a simulation time (ms). */
  receive(state: ArenaState, time: number): void {
    this.players.receive(state, time);
    this.things.receive(state, time);
    this.ground.receive(state);
    this.ball.receive(state, time);
  }

  /** Draws everybody and everything as at a simulation time (ms), except the local player when `drawSelf` does that. */
  drawAt(time: number, drawSelf?: (self: TrackedPlayer, own: OwnCharacter) => void): void {
    this.players.drawAt(time, drawSelf);
    this.things.drawAt(time, this.players.drawn.get(this.#selfId));
  }
}
