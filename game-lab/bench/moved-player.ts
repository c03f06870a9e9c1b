import type { RoomSession } from "#player/room-session.ts";
import { SteadyPlayer } from "./attack/steady-player.ts";

/** What a move was for a player. */
export interface Move {
  /** When the connection was closed, on the clock of this process (ms). */
  readonly cutAt: number;
  /** Time (ms) from then until the first state of the other process. */
  readonly awayMs: number;
}

/** A player who runs about, and goes with the room when it moves, as a page does. */
export class MovedPlayer {
  #player: SteadyPlayer;

  /** @param session Of a client that follows. */
  constructor(session: RoomSession, number: number) {
    this.#player = new SteadyPlayer(session);
    this.#player.play({ moveX: number % 2 === 0 ? 1 : -1, aim: number });
  }

  /** Whether the room is on the process with a prefix. */
  isOn(prefix: string): boolean {
    return this.#player.room.connection.url?.includes(`${prefix}/`) === true;
  }

  get code(): string {
    return this.#player.session.code;
  }

  /** Resolves when the room has moved and this player is back. @throws when the seat is not to be had */
  moved(): Promise<Move> {
    const { session } = this.#player;
    const { promise, resolve, reject } = Promise.withResolvers<Move>();
    let cutAt = Number.NaN;
    session.onDrop(() => {
      if (Number.isNaN(cutAt)) cutAt = performance.now();
      this.#player.stop();
    });
    session.onGone(() => reject(new Error("A player did not come back.")));
    session.onMoved((next) => {
      this.#player = new SteadyPlayer(next);
      next.onBegin(() => resolve({ cutAt, awayMs: performance.now() - cutAt }));
    });
    return promise;
  }

  leave(): Promise<void> {
    return this.#player.leave();
  }
}
