import { CloseCode, matchMaker } from "@colyseus/core";
import { ROOM } from "#shared/messages.ts";
import type { Claims } from "./claims.ts";
import type { ClusterDeps, ProcessRoom } from "./cluster.ts";
import type { HostedRooms } from "./hosted-rooms.ts";
import type { ProcessCard } from "./process-card.ts";
import type { Snapshots } from "./snapshots.ts";

/** Rooms that move at the same time: each stands still while it moves, and then all its people ask for their seats at once. */
const AT_ONCE = 2;

/** What moving rooms takes. */
export interface MovingOutDeps extends Pick<ClusterDeps, "log" | "metrics"> {
  readonly claims: Claims;
  readonly snapshots: Snapshots;
  readonly rooms: HostedRooms;
  /** Another process that takes a room. @throws Refusal when there is none */
  place(): Promise<ProcessCard>;
}

/**
 * Moves the rooms of this process to others. Where nobody takes one, its last snapshot is left behind, from which whoever is
 * asked for it first brings it back.
 */
export class MovingOut {
  readonly #deps: MovingOutDeps;
  #all: Promise<void> | undefined;

  constructor(deps: MovingOutDeps) {
    this.#deps = deps;
  }

  /** Moves all rooms in which somebody is. Resolves when none of them is here any more. Never rejects. */
  all(): Promise<void> {
    this.#all ??= this.#moveAll().finally(() => {
      this.#all = undefined;
    });
    return this.#all;
  }

  async #moveAll(): Promise<void> {
    const waiting = [...this.#deps.rooms.byCode.values()].filter(hasPeople);
    const mover = async (): Promise<void> => {
      for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
        await this.#move(room).catch((error) => {
          this.#deps.log.error({ err: error, room: room?.roomId }, "a room was not moved");
        });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, mover));
  }

  async #move(room: ProcessRoom): Promise<void> {
    const { claims, snapshots, rooms, log, metrics } = this.#deps;
    const { roomId: code } = room;
    const target = await this.#deps.place().catch(() => undefined);
    // Nobody is told that it is gone, and what is kept of it stays.
    rooms.letGo(code);
    const since = performance.now();
    const last = await room.moving.withdraw();
    // Until the other one has it, and if it fails: whoever asks finds it here.
    await snapshots.keep(code, last).catch(() => {});
    const to = target === undefined ? undefined : await this.#handTo(target, code, last);
    const ms = Math.round(performance.now() - since);
    metrics.passed(to === undefined ? "left_behind" : "out");
    if (to === undefined) await claims.drop([code]).catch(() => {});
    else metrics.stoodStill(ms);
    await room.moving.release(CloseCode.MAY_TRY_RECONNECT);
    log.info({ room: code, to, ms }, to === undefined ? "room was left behind" : "room has moved");
  }

  /** Has another process go on with a room. Returns its id, or undefined when it does not. */
  async #handTo({ id }: ProcessCard, code: string, last: object): Promise<string | undefined> {
    const { claims, log } = this.#deps;
    try {
      await claims.handOver(code, id);
      await matchMaker.createRoom(ROOM, { resume: last, on: id });
      return id;
    } catch (error) {
      log.warn({ err: error, room: code, to: id }, "a process did not take a room");
      await claims.takeOver(code, id).catch(() => {});
      return undefined;
    }
  }
}

function hasPeople({ metadata }: ProcessRoom): boolean {
  return (metadata?.players ?? 0) + (metadata?.spectators ?? 0) > 0;
}
