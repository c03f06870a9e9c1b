import { CloseCode, matchMaker } from "@colyseus/core";
import type { Claims } from "./claims.ts";
import type { ClusterDeps, ProcessRoom } from "./cluster.ts";
import type { SharedListings } from "./shared-listings.ts";
import type { Snapshots } from "./snapshots.ts";

/** What keeps the rooms of a process. */
export interface Keeping extends Pick<ClusterDeps, "log" | "metrics"> {
  readonly claims: Claims;
  readonly listings: Pick<SharedListings, "findByIds">;
  readonly snapshots: Snapshots;
}

/** The rooms of this process: their codes, their places in the list and their snapshots are kept for as long as they are here. */
export class HostedRooms {
  readonly #keeping: Keeping;
  readonly #rooms = new Map<string, ProcessRoom>();
  /** Codes of rooms that go on elsewhere: what is kept of them is somebody else's matter from now on. */
  readonly #leaving = new Set<string>();
  #isSaving = false;

  constructor(keeping: Keeping) {
    this.#keeping = keeping;
  }

  get byCode(): ReadonlyMap<string, ProcessRoom> {
    return this.#rooms;
  }

  /** Whether the room of a code is here, and goes on here. */
  has(code: string): boolean {
    return this.#rooms.has(code) && !this.#leaving.has(code);
  }

  opened(room: ProcessRoom): void {
    this.#leaving.delete(room.roomId);
    this.#rooms.set(room.roomId, room);
  }

  closed(room: ProcessRoom): void {
    const { roomId: code } = room;
    if (this.#rooms.get(code) !== room) return;
    this.#rooms.delete(code);
    if (this.#leaving.delete(code)) return;
    const { claims, snapshots } = this.#keeping;
    Promise.all([claims.drop([code]), snapshots.remove(code)]).catch(untilLater);
  }

  /** A room goes on elsewhere: its code and its snapshot stay when it is closed here. */
  letGo(code: string): void {
    this.#leaving.add(code);
  }

  /** Claims codes again, and lists again what is not listed. What another process has by now ends here. */
  async claim(): Promise<void> {
    const codes = [...this.#rooms.keys()].filter((code) => !this.#leaving.has(code));
    for (const code of await this.#keeping.claims.renew(codes)) this.#giveUp(code);
    const listed = await this.#keeping.listings.findByIds(codes);
    if (codes.some((code) => this.#rooms.has(code) && !listed.has(code))) {
      await matchMaker.restoreMissingRoomCaches();
    }
  }

  /** Saves all rooms, one after the other, unless that is still being done. */
  async save(): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    try {
      for (const [code, room] of this.#rooms) {
        if (!this.#leaving.has(code)) await this.#keeping.snapshots.keep(code, room.moving.snapshot());
      }
    } finally {
      this.#isSaving = false;
    }
  }

  /** Ends the copy of a room that goes on in another process. Its people are to ask there. */
  #giveUp(code: string): void {
    const room = this.#rooms.get(code);
    if (room === undefined) return;
    this.letGo(code);
    this.#keeping.metrics.passed("given_up");
    this.#keeping.log.warn({ room: code }, "room is in another process by now: this copy of it ends");
    room.moving.release(CloseCode.MAY_TRY_RECONNECT).catch(untilLater);
  }
}

/** What fails while Redis is away is done by a later beat. */
export function untilLater(): void {}
