import type { Room } from "@colyseus/core";
import { closeWithdrawn, withdraw } from "#colyseus/server/withdrawal.ts";
import type { Connections } from "../connections.ts";
import type { Listing } from "../listing.ts";
import type { MatchLoop } from "../match-loop.ts";
import { type RoomSnapshot, type SavedParts, saveRoom } from "./snapshot.ts";

/** What of a room ends when it goes on elsewhere. */
export interface MovingParts {
  readonly room: Room;
  readonly saved: SavedParts;
  readonly loop: Pick<MatchLoop, "finish">;
  readonly connections: Pick<Connections, "close">;
  readonly listing: Pick<Listing, "remove">;
}

/** How a room is saved, and how it ends here when another process goes on with it: nobody is told that anybody has left. */
export class Moving {
  readonly #parts: MovingParts;
  #final: RoomSnapshot | undefined;
  #isWithdrawn = false;
  #isGone = false;

  constructor(parts: MovingParts) {
    this.#parts = parts;
  }

  /** Whether nothing happens in the room any more: nobody gets in, and nobody comes back. */
  get isFrozen(): boolean {
    return this.#final !== undefined;
  }

  /** The room as it is, or as it was when it was frozen. */
  snapshot(): RoomSnapshot {
    return this.#final ?? saveRoom(this.#parts.saved);
  }

  /** Stops the steps and all that people do. Returns the last snapshot. */
  freeze(): RoomSnapshot {
    if (this.#final !== undefined) return this.#final;
    const { loop, saved, connections } = this.#parts;
    loop.finish();
    this.#final = saveRoom(saved);
    connections.close();
    return this.#final;
  }

  /** Freezes the room and takes it off the list: its code is free for another process. Returns the last snapshot. */
  async withdraw(): Promise<RoomSnapshot> {
    const last = this.freeze();
    if (this.#isWithdrawn) return last;
    this.#isWithdrawn = true;
    this.#parts.listing.remove();
    await withdraw(this.#parts.room);
    return last;
  }

  /** Closes all connections with a code, and then the room, as quietly. Resolves when it is gone. */
  async release(code: number): Promise<void> {
    await this.withdraw();
    if (!this.#isGone) await closeWithdrawn(this.#parts.room, code);
  }

  /** The room is closed. */
  gone(): void {
    this.#isGone = true;
    this.#parts.connections.close();
  }
}
