import { setTimeout as pause } from "node:timers/promises";
import { CloseCode, matchMaker } from "@colyseus/core";
import { refused } from "../matchmaking/refusal.ts";
import type { Log } from "../observability/log.ts";
import { freeCode } from "../rooms/codes.ts";
import { Claims } from "./claims.ts";
import type { Cluster, MatchmakerParts, ProcessRoom, Standing } from "./cluster.ts";
import { Directory } from "./directory.ts";
import { choosePlace } from "./placement.ts";
import type { ProcessCard } from "./process-card.ts";
import { RedisLink } from "./redis-link.ts";
import { SharedBoard } from "./shared-board.ts";
import { SharedListings } from "./shared-listings.ts";
import { SharedPresence } from "./shared-presence.ts";
import { Turns } from "./turns.ts";

/** Time (ms) between two beats, in which a process tells how it is and looks after its rooms. */
const BEAT_MS = 500;
/** Time (ms) between two looks for processes that are gone. */
const LOOK_MS = 2000;
/** Time (ms) after Redis has come back in which nobody is taken for gone: all others have to tell of themselves first. */
const SETTLE_MS = 2500;
/** Where a process hears which seats were taken elsewhere. */
const SEATS = "seats";

/** What a process is told to be one of several. */
export interface ClusterSettings {
  readonly redisUrl: string;
  /** Where players reach this process. */
  readonly publicAddress: string;
}

/** What a process brings in. */
export interface ClusterDeps {
  readonly log: Log;
  /** How much of this process is in use. */
  standing(): Standing;
  /** A seat that an address has waiting here was taken in another process. */
  seatTaken(sessionId: string): void;
}

/** A process that shares its rooms with others, by Redis. */
export class RedisCluster implements Cluster {
  readonly board: SharedBoard;
  readonly #settings: ClusterSettings;
  readonly #deps: ClusterDeps;
  readonly #link: RedisLink;
  readonly #listings: SharedListings;
  readonly #presence: SharedPresence;
  readonly #claims: Claims;
  readonly #directory: Directory;
  readonly #turns: Turns;
  /** Rooms of this process, by code. */
  readonly #rooms = new Map<string, ProcessRoom>();
  readonly #timers: NodeJS.Timeout[] = [];
  #isOpen = true;
  #isIn = false;
  #upSince = 0;

  private constructor(settings: ClusterSettings, deps: ClusterDeps, link: RedisLink) {
    const self = (): string => matchMaker.processId;
    this.#settings = settings;
    this.#deps = deps;
    this.#link = link;
    this.#listings = new SharedListings(link.driver);
    this.#presence = new SharedPresence(link.presence);
    this.board = new SharedBoard(this.#presence, self);
    this.#claims = new Claims(link.own, self);
    this.#directory = new Directory(link.own);
    this.#turns = new Turns(link.own);
    link.onBack(() => this.#redisIsBack());
  }

  /** Connects to Redis. @throws Error when there is none, in words. */
  static async connect(settings: ClusterSettings, deps: ClusterDeps): Promise<RedisCluster> {
    const link = new RedisLink(settings.redisUrl, deps.log);
    await link.connect();
    // Which processes work is known by the directory; the checks of Colyseus would ask them by name and wait.
    matchMaker.setHealthChecksEnabled(false);
    return new RedisCluster(settings, deps, link);
  }

  get matchmaker(): MatchmakerParts {
    return {
      driver: this.#listings,
      presence: this.#presence,
      publicAddress: this.#settings.publicAddress,
      selectProcessIdToCreateRoom: async (_room, { on }: { on?: string }) => on ?? matchMaker.processId,
    };
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  check(): void {
    if (!this.#link.isUp) throw refused("rooms_unknown");
  }

  freeCode(): Promise<string> {
    return this.#ask(() =>
      freeCode(async (code) => (await this.#listings.has(code)) || !(await this.#claims.take(code))),
    );
  }

  async place(): Promise<string | undefined> {
    const { id } = choosePlace(await this.processes(), Math.random());
    return id === matchMaker.processId ? undefined : id;
  }

  oneAtATime<T>(purpose: string, open: () => Promise<T>): Promise<T> {
    return this.#turns.take(purpose, open);
  }

  get rooms(): ReadonlyMap<string, ProcessRoom> {
    return this.#rooms;
  }

  opened(room: ProcessRoom): void {
    this.#rooms.set(room.roomId, room);
  }

  closed(room: ProcessRoom): void {
    const { roomId: code } = room;
    if (this.#rooms.get(code) !== room) return;
    this.#rooms.delete(code);
    this.#claims.drop([code]).catch(untilLater);
  }

  seatTaken(sessionId: string): void {
    this.#presence.publish(SEATS, sessionId);
  }

  processes(): Promise<ProcessCard[]> {
    return this.#ask(async () => {
      const others = (await this.#directory.all()).working.filter(({ id }) => id !== matchMaker.processId);
      return [this.#card, ...others].sort((a, b) => a.address.localeCompare(b.address));
    });
  }

  drain(): void {
    this.#isOpen = false;
    this.#tell();
  }

  async start(): Promise<void> {
    this.#isIn = true;
    await this.board.listen();
    await this.#presence.subscribe(SEATS, (sessionId: string) => this.#deps.seatTaken(sessionId));
    await this.#beat();
    this.#timers.push(
      setInterval(() => this.#tell(), BEAT_MS).unref(),
      setInterval(() => this.#lookAround().catch(untilLater), LOOK_MS).unref(),
    );
  }

  async leave(): Promise<void> {
    this.#isOpen = false;
    this.#isIn = false;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#directory.remove(matchMaker.processId).catch(untilLater);
  }

  async stop(): Promise<void> {
    await this.#claims.drop([...this.#rooms.keys()]).catch(untilLater);
    this.#link.stop();
  }

  get #card(): ProcessCard {
    return {
      id: matchMaker.processId,
      pid: process.pid,
      address: this.#settings.publicAddress,
      state: this.#isOpen ? "open" : "draining",
      ...this.#deps.standing(),
    };
  }

  /** Asks Redis. What fails because it is away is a refusal. */
  async #ask<T>(question: () => Promise<T>): Promise<T> {
    this.check();
    try {
      return await question();
    } catch (error) {
      this.check();
      throw error;
    }
  }

  #tell(): void {
    this.#beat().catch(untilLater);
  }

  /** Tells of this process, and keeps what its rooms have: their codes and their places in the list. */
  async #beat(): Promise<void> {
    if (!this.#isIn || !this.#link.isUp) return;
    const codes = [...this.#rooms.keys()];
    const [lost] = await Promise.all([this.#claims.renew(codes), this.#directory.tell(this.#card)]);
    for (const code of lost) this.#giveUp(code);
    const listed = await this.#listings.findByIds(codes);
    if (codes.some((code) => this.#rooms.has(code) && !listed.has(code))) {
      await matchMaker.restoreMissingRoomCaches();
    }
  }

  /** Ends the copy of a room that goes on in another process. Its players are to ask there. */
  #giveUp(code: string): void {
    const room = this.#rooms.get(code);
    if (room === undefined) return;
    this.#rooms.delete(code);
    this.#deps.log.warn({ room: code }, "room is in another process by now: this copy of it ends");
    room.disconnect(CloseCode.MAY_TRY_RECONNECT).catch(untilLater);
  }

  /** Takes processes that are gone out of the directory, and their rooms out of the list. */
  async #lookAround(): Promise<void> {
    if (!this.#link.isUp || performance.now() < this.#upSince + SETTLE_MS) return;
    for (const id of (await this.#directory.all()).gone) {
      if (id === matchMaker.processId) continue;
      await this.#directory.remove(id);
      const codes = await this.#listings.unlist(id);
      for (const code of codes) this.board.post(code, undefined);
      this.#deps.log.warn({ process: id, rooms: codes.length }, "a process is gone");
    }
  }

  async #redisIsBack(): Promise<void> {
    this.#upSince = performance.now();
    // Colyseus subscribes anew at the same moment; rooms are listed when they can be asked.
    await pause(BEAT_MS / 2, undefined, { ref: false });
    this.#tell();
  }
}

/** What fails while Redis is away is done by a later beat. */
function untilLater(): void {}
