import { setTimeout as pause } from "node:timers/promises";
import { matchMaker } from "@colyseus/core";
import { refused } from "../matchmaking/refusal.ts";
import { freeCode } from "../rooms/codes.ts";
import { Awakening } from "./awakening.ts";
import { Claims } from "./claims.ts";
import type { Cluster, ClusterDeps, ClusterSettings, MatchmakerParts, ProcessRoom } from "./cluster.ts";
import { Directory } from "./directory.ts";
import { HostedRooms, untilLater } from "./hosted-rooms.ts";
import { tidyUp } from "./lookout.ts";
import { MovingOut } from "./moving-out.ts";
import { choosePlace } from "./placement.ts";
import type { ProcessCard } from "./process-card.ts";
import { isUnanswered, RedisLink } from "./redis-link.ts";
import { SharedAddresses } from "./shared-addresses.ts";
import { SharedBoard } from "./shared-board.ts";
import { SharedListings } from "./shared-listings.ts";
import { SharedPresence } from "./shared-presence.ts";
import { Snapshots } from "./snapshots.ts";
import { Turns } from "./turns.ts";

/** Time (ms) between two beats, in which a process tells how it is and looks after its rooms. */
const BEAT_MS = 500;
/** Time (ms) between two snapshots of a room: at most so much play is lost when its process is killed. */
const SAVE_MS = 1000;
/** Time (ms) between two looks for processes that are gone. */
const LOOK_MS = 2000;
/** Time (ms) after Redis has come back in which nobody is taken for gone: all others have to tell of themselves first. */
const SETTLE_MS = 2500;
/** Where a process hears which seats were taken elsewhere. */
const SEATS = "seats";

/** A process that shares its rooms with others, by Redis. */
export class RedisCluster implements Cluster {
  readonly board: SharedBoard;
  readonly addresses: SharedAddresses;
  readonly isAlone = false;
  readonly #settings: ClusterSettings;
  readonly #deps: ClusterDeps;
  readonly #link: RedisLink;
  readonly #listings: SharedListings;
  readonly #presence: SharedPresence;
  readonly #claims: Claims;
  readonly #directory: Directory;
  readonly #turns: Turns;
  readonly #rooms: HostedRooms;
  readonly #movingOut: MovingOut;
  readonly #awakening: Awakening;
  readonly #timers: NodeJS.Timeout[] = [];
  #isOpen = true;
  #isIn = false;
  #upSince = Number.NEGATIVE_INFINITY;

  private constructor(settings: ClusterSettings, deps: ClusterDeps, link: RedisLink) {
    const self = (): string => matchMaker.processId;
    const { log, metrics } = deps;
    this.#settings = settings;
    this.#deps = deps;
    this.#link = link;
    this.#presence = new SharedPresence(link.presence);
    this.board = new SharedBoard(this.#presence, self);
    this.addresses = new SharedAddresses(link, self, () => deps.holdings());
    this.#turns = new Turns(link.own);
    const claims = new Claims(link.own, self);
    const listings = new SharedListings(link.driver);
    const snapshots = new Snapshots(link.own, self);
    const directory = new Directory(link.own);
    const kept = { claims, listings, snapshots, log, metrics };
    const rooms = new HostedRooms(kept);
    this.#claims = claims;
    this.#listings = listings;
    this.#directory = directory;
    this.#rooms = rooms;
    this.#movingOut = new MovingOut({ ...kept, rooms, place: () => this.#other() });
    this.#awakening = new Awakening({
      ...kept,
      directory,
      isHere: (code) => rooms.has(code),
      // Whoever is asked has it at hand, unless it takes nothing any more.
      place: async () => (this.#isOpen ? self() : choosePlace(await this.processes(), Math.random()).id),
      isSettling: () => this.#isSettling,
    });
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

  get rooms(): ReadonlyMap<string, ProcessRoom> {
    return this.#rooms.byCode;
  }

  check(error?: unknown): void {
    if (!this.#link.isUp || isUnanswered(error)) throw refused("rooms_unknown");
  }

  async ask<T>(question: () => Promise<T>): Promise<T> {
    this.check();
    try {
      return await this.#link.answered(question());
    } catch (error) {
      this.check(error);
      throw error;
    }
  }

  freeCode(): Promise<string> {
    return this.ask(() =>
      freeCode(async (code) => (await this.#listings.has(code)) || !(await this.#claims.take(code))),
    );
  }

  async place(bots: number): Promise<string | undefined> {
    const { id } = choosePlace(await this.processes(), Math.random(), bots);
    return id === matchMaker.processId ? undefined : id;
  }

  oneAtATime<T>(purpose: string, open: () => Promise<T>): Promise<T> {
    return this.#turns.take(purpose, open);
  }

  opened(room: ProcessRoom): void {
    this.#rooms.opened(room);
  }

  closed(room: ProcessRoom): void {
    this.#rooms.closed(room);
  }

  seatTaken(sessionId: string): void {
    this.#presence.publish(SEATS, sessionId);
  }

  processes(): Promise<ProcessCard[]> {
    return this.ask(async () => {
      const others = (await this.#directory.all()).working.filter(({ id }) => id !== matchMaker.processId);
      return [this.#card, ...others].sort((a, b) => a.address.localeCompare(b.address));
    });
  }

  awaken(code: string): Promise<void> {
    return this.ask(() => this.#awakening.awaken(code));
  }

  drain(): void {
    this.#isOpen = false;
    this.#tell();
    // Says by itself what went wrong.
    this.#movingOut.all();
  }

  async start(): Promise<void> {
    this.#isIn = true;
    this.#upSince = performance.now();
    await this.board.listen();
    await this.#presence.subscribe(SEATS, (sessionId: string) => this.#deps.seatTaken(sessionId));
    await this.#beat();
    this.#timers.push(
      setInterval(() => this.#tell(), BEAT_MS).unref(),
      setInterval(() => this.#link.isUp && this.#rooms.save().catch(untilLater), SAVE_MS).unref(),
      setInterval(() => this.addresses.renew().catch(untilLater), LOOK_MS).unref(),
      setInterval(() => this.#lookAround().catch(untilLater), LOOK_MS).unref(),
    );
  }

  async leave(): Promise<void> {
    this.#isOpen = false;
    if (this.#link.isUp) {
      await this.#beat().catch(untilLater);
      await this.#movingOut.all();
    }
    this.#isIn = false;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#directory.remove(matchMaker.processId).catch(untilLater);
  }

  async stop(): Promise<void> {
    await this.#claims.drop([...this.rooms.keys()]).catch(untilLater);
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

  get #isSettling(): boolean {
    return performance.now() < this.#upSince + SETTLE_MS;
  }

  /** Another process that takes a room. @throws Refusal when there is none */
  async #other(): Promise<ProcessCard> {
    const all = await this.processes();
    return choosePlace(
      all.filter(({ id }) => id !== matchMaker.processId),
      Math.random(),
    );
  }

  #tell(): void {
    this.#beat().catch(untilLater);
  }

  /** Tells of this process, and keeps what its rooms have. */
  async #beat(): Promise<void> {
    if (!this.#isIn || !this.#link.isUp) return;
    await Promise.all([this.#rooms.claim(), this.#directory.tell(this.#card)]);
  }

  async #lookAround(): Promise<void> {
    if (!this.#link.isUp || this.#isSettling) return;
    await tidyUp(this.#directory, this.#listings, this.board, this.#deps.log);
  }

  async #redisIsBack(): Promise<void> {
    this.#upSince = performance.now();
    // Colyseus subscribes anew at the same moment; rooms are listed when they can be asked.
    await pause(BEAT_MS / 2, undefined, { ref: false });
    this.#tell();
  }
}
