import type { Room, ServerOptions } from "@colyseus/core";
import type { Addresses, Held } from "../matchmaking/addresses.ts";
import type { RoomBoard } from "../matchmaking/room-board.ts";
import type { ClusterMetrics } from "../observability/cluster-metrics.ts";
import type { Log } from "../observability/log.ts";
import type { Moving } from "../rooms/snapshot/moving.ts";
import type { ProcessCard } from "./process-card.ts";

/** What the matchmaker of Colyseus is made with, so that it knows the rooms of all processes. */
export type MatchmakerParts = Pick<
  ServerOptions,
  "driver" | "presence" | "publicAddress" | "selectProcessIdToCreateRoom"
>;

/** A room as its process knows it. */
export type ProcessRoom = Pick<Room, "roomId" | "metadata"> & {
  readonly clients: { readonly length: number };
  /** How it is saved, and how it goes on elsewhere. */
  readonly moving: Pick<Moving, "snapshot" | "withdraw" | "release">;
};

/** How much of a process is in use, and why it opens no more rooms, as a refusal. */
export type Standing = Pick<ProcessCard, "rooms" | "players" | "left" | "refusal">;

/** What a process is told to be one of several. */
export interface ClusterSettings {
  readonly redisUrl: string;
  /** Where players reach this process. */
  readonly publicAddress: string;
}

/** What a process brings in. */
export interface ClusterDeps {
  readonly log: Log;
  readonly metrics: Pick<ClusterMetrics, "passed" | "stoodStill">;
  /** How much of this process is in use. */
  standing(): Standing;
  /** What addresses hold in this process. */
  holdings(): ReadonlyMap<string, Held>;
  /** A seat that an address has waiting here was taken in another process. */
  seatTaken(sessionId: string): void;
}

/** The processes that are one game together. One that stands alone is a cluster of itself. */
export interface Cluster {
  readonly matchmaker: MatchmakerParts;
  /** Where the rooms of this process tell how they are, and where those of all are heard. */
  readonly board: RoomBoard;
  /** The limits of addresses, over all processes. */
  readonly addresses: Addresses;
  /** There are no other processes, and never will be. */
  readonly isAlone: boolean;
  /** Whether newcomers may come: false once it is drained. */
  readonly isOpen: boolean;
  /** Checks that the rooms of all processes can be asked for, and that it is not for this that a question has failed. @throws Refusal */
  check(error?: unknown): void;
  /** Asks the other processes. What they cannot answer any more, because they cannot be asked, is refused. @throws Refusal */
  ask<T>(question: () => Promise<T>): Promise<T>;
  /** Takes a code that no process has. @throws Refusal */
  freeCode(): Promise<string>;
  /** The process that a room with so many bots is to be opened on; undefined: this one. @throws Refusal when none has room for it. */
  place(bots: number): Promise<string | undefined>;
  /** Lets one process at a time open a room for a purpose. Calls back when it is this one's turn. @throws what `open` throws */
  oneAtATime<T>(purpose: string, open: () => Promise<T>): Promise<T>;
  /** The rooms of this process, by code. */
  readonly rooms: ReadonlyMap<string, ProcessRoom>;
  /** A room was opened in this process, or is closed. */
  opened(room: ProcessRoom): void;
  closed(room: ProcessRoom): void;
  /** A seat was taken that no address of this process has waiting. */
  seatTaken(sessionId: string): void;
  /** All processes as they were within the last second. @throws Refusal */
  processes(): Promise<ProcessCard[]>;
  /** Sees to it that the room of a code can be asked: brings it back if its process is gone. @throws Refusal when it has to wait */
  awaken(code: string): Promise<void>;
  /** Sends newcomers elsewhere from now on, and rooms with their people. */
  drain(): void;
  /** Joins the others: to be called when the server listens. */
  start(): Promise<void>;
  /** Leaves them, with what rooms can be moved: to be called before the rooms are closed. */
  leave(): Promise<void>;
  /** Lets go of everything: to be called when the rooms are closed. */
  stop(): Promise<void>;
}
