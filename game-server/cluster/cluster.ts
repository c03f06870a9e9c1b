import type { Room, ServerOptions } from "@colyseus/core";
import type { RoomBoard } from "../matchmaking/room-board.ts";
import type { ProcessCard } from "./process-card.ts";

/** What the matchmaker of Colyseus is made with, so that it knows the rooms of all processes. */
export type MatchmakerParts = Pick<
  ServerOptions,
  "driver" | "presence" | "publicAddress" | "selectProcessIdToCreateRoom"
>;

/** A room as its process knows it. */
export type ProcessRoom = Pick<Room, "roomId" | "metadata" | "disconnect"> & {
  readonly clients: { readonly length: number };
};

/** How much of a process is in use, and why it opens no more rooms, as a refusal. */
export type Standing = Pick<ProcessCard, "rooms" | "players" | "refusal">;

/** The processes that are one game together. One that stands alone is a cluster of itself. */
export interface Cluster {
  readonly matchmaker: MatchmakerParts;
  /** Where the rooms of this process tell how they are, and where those of all are heard. */
  readonly board: RoomBoard;
  /** Whether newcomers may come: false once it is drained. */
  readonly isOpen: boolean;
  /** Checks that the rooms of all processes can be asked for. @throws Refusal */
  check(): void;
  /** Takes a code that no process has. @throws Refusal */
  freeCode(): Promise<string>;
  /** The process that the next room is to be opened on; undefined: this one. @throws Refusal when none has room for it. */
  place(): Promise<string | undefined>;
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
  /** Sends newcomers elsewhere from now on. Rooms go on. */
  drain(): void;
  /** Joins the others: to be called when the server listens. */
  start(): Promise<void>;
  /** Leaves them: to be called before the rooms are closed. */
  leave(): Promise<void>;
  /** Lets go of everything: to be called when the rooms are closed. */
  stop(): Promise<void>;
}
