import { setTimeout as pause } from "node:timers/promises";
import type { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import { SteadyPlayer } from "./attack/steady-player.ts";

/** Time (ms) after which a seat that is not to be had is given up. */
const GIVE_UP_MS = 20_000;
const AGAIN_MS = 20;

/** What a move was for a player. */
export interface Move {
  /** When the connection was closed, on the clock of this process (ms). */
  readonly cutAt: number;
  /** Time (ms) from then until they were connected again. */
  readonly awayMs: number;
}

/** A player who runs about, and takes the seat again when the room has moved. */
export class MovedPlayer {
  readonly #client: PlayerClient;
  #player: SteadyPlayer;

  constructor(client: PlayerClient, session: RoomSession, number: number) {
    this.#client = client;
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
  async moved(): Promise<Move> {
    const { room, session } = this.#player;
    room.reconnection.enabled = false;
    const { token } = session;
    await new Promise((resolve) => room.onLeave(resolve));
    const cutAt = performance.now();
    this.#player.stop();
    for (;;) {
      const back = await this.#client.reconnect(token).catch(() => undefined);
      const awayMs = performance.now() - cutAt;
      if (back !== undefined) {
        this.#player = new SteadyPlayer(back);
        return { cutAt, awayMs };
      }
      if (awayMs > GIVE_UP_MS) throw new Error("A player did not come back.");
      await pause(AGAIN_MS);
    }
  }

  leave(): Promise<void> {
    return this.#player.leave();
  }
}
