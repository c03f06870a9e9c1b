import { setTimeout as pause } from "node:timers/promises";
import { type IRoomCache, matchMaker } from "@colyseus/core";
import { ROOM } from "#shared/messages.ts";
import { refused } from "../matchmaking/refusal.ts";
import type { Claims } from "./claims.ts";
import type { ClusterDeps } from "./cluster.ts";
import type { Directory } from "./directory.ts";
import type { SharedListings } from "./shared-listings.ts";
import type { Snapshots } from "./snapshots.ts";

/** Longest time (ms) that somebody waits for a room that another process brings back. */
const WAIT_MS = 1500;
const LOOK_MS = 30;

/** What bringing rooms back takes. */
export interface AwakeningDeps extends Pick<ClusterDeps, "log" | "metrics"> {
  readonly claims: Claims;
  readonly directory: Directory;
  readonly listings: SharedListings;
  readonly snapshots: Snapshots;
  /** Whether this process has the room of a code, and it goes on here. */
  isHere(code: string): boolean;
  /** The process that a room is brought back on. @throws Refusal when none has room for it */
  place(): Promise<string>;
  /** Redis has just come back, and not every process has told of its rooms yet. */
  isSettling(): boolean;
}

/** Brings rooms back whose process is gone: by whoever is asked for one first, from its last snapshot. */
export class Awakening {
  readonly #deps: AwakeningDeps;
  readonly #under = new Map<string, Promise<void>>();

  constructor(deps: AwakeningDeps) {
    this.#deps = deps;
  }

  /** Sees to it that the room of a code can be asked, if it can be had. @throws Refusal when that takes a moment longer */
  awaken(code: string): Promise<void> {
    if (this.#deps.isHere(code)) return Promise.resolve();
    const under = this.#under.get(code) ?? this.#seek(code).finally(() => this.#under.delete(code));
    this.#under.set(code, under);
    return under;
  }

  async #seek(code: string): Promise<void> {
    const { claims, directory, snapshots } = this.#deps;
    const until = performance.now() + WAIT_MS;
    for (;;) {
      const listing = await this.#listing(code);
      if (listing !== undefined && (await directory.works(listing.processId))) return;
      const owner = await claims.ownerOf(code);
      if (owner !== undefined && owner !== listing?.processId && (await directory.works(owner))) {
        // It moves, or is being brought back.
        if (performance.now() > until) throw refused("rooms_unknown");
        await pause(LOOK_MS);
        continue;
      }
      if (!(await snapshots.has(code))) {
        if (listing === undefined && this.#deps.isSettling()) throw refused("rooms_unknown");
        return;
      }
      if (await claims.takeOver(code, owner)) return this.#bringBack(code, listing);
    }
  }

  async #listing(code: string): Promise<IRoomCache | undefined> {
    return (await this.#deps.listings.findByIds([code])).get(code);
  }

  async #bringBack(code: string, listing: IRoomCache | undefined): Promise<void> {
    const { claims, snapshots, listings, log, metrics } = this.#deps;
    const on = await this.#deps.place();
    const resume = await snapshots.of(code);
    if (on !== matchMaker.processId) await claims.handOver(code, on);
    if (listing !== undefined) await listings.unlistOne(code, listing.processId);
    try {
      await matchMaker.createRoom(ROOM, { resume, on });
      metrics.passed("brought_back");
      log.info({ room: code, from: listing?.processId, on }, "a room was brought back");
    } catch (error) {
      // Nobody else would fare better with it.
      log.error({ err: error, room: code }, "a room could not be brought back");
      await snapshots.remove(code);
      await claims.drop([code]);
    }
  }
}
