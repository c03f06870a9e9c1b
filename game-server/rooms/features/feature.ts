import type { Arena } from "#shared/arena/arena.ts";
import type { BotSkill } from "#shared/bot-skills.ts";
import type { GameEvent, MatchPhase, PlayerInput, World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { IceServer } from "#shared/voice.ts";
import type { AdmittedOptions } from "../../matchmaking/seat.ts";
import type { Log } from "../../observability/log.ts";
import type { Memory } from "../snapshot/memory.ts";
import type { Features } from "./table.ts";

/** A person in a room, as only the server knows them. Bots are none. */
export interface Person {
  /** Session id: the key of their seat. */
  readonly id: string;
  /** Who they are beyond this stay; the same after a drop, in a second tab and under another name. */
  readonly guest: string;
  /** The address that limits are counted by. */
  readonly address: string;
  /** Grows with each person who comes to the room: who was here before whom. */
  readonly number: number;
}

/** What somebody who wants to join says of themselves. */
export type Applicant = Pick<AdmittedOptions, "guest" | "role" | "from" | "password">;

/** When somebody who plays and does nothing is warned, and when a bot takes over (s of play). */
export interface AwayTimes {
  readonly warnAfter: number;
  readonly botAfter: number;
}

/** What a feature may use of its room. */
export interface FeatureRoom {
  /** Code of the room. */
  readonly code: string;
  readonly world: World;
  readonly state: ArenaState;
  /** All that there are, by id. */
  readonly arenas: ReadonlyMap<string, Arena>;
  /** What the room was created with. */
  readonly options: AdmittedOptions;
  readonly log: Log;
  /** Minutes without anything that a human did after which the room closes. */
  readonly maxIdleMinutes: number;
  /** When whoever plays and does nothing counts as away. */
  readonly awayTimes: AwayTimes;
  /** What the page of somebody is told of servers that help voice to connect. */
  iceServersFor(id: string): readonly IceServer[];
  /** People by session id, in the order in which they came; those included whose line is cut. */
  readonly people: ReadonlyMap<string, Person>;
  /** The other features; not before all are made. */
  readonly features: Features;
  /** Sends a message to one person; whose line is cut misses it. */
  send(id: string, type: string, message: unknown): void;
  /** Sends one message to several people; it is encoded once. */
  sendTo(ids: readonly string[], type: string, message: unknown): void;
  /** Sends a message to everybody, or to those who are meant. */
  broadcast(type: string, message: unknown, isMeant?: (person: Person) => boolean): void;
  /** Puts somebody out for good, also who is being waited for, with a refusal as the reason. */
  expel(id: string, reason: string): void;
  /** Ends the phase of the match before its time. */
  endPhase(): void;
  /** Goes to a phase of the match now. */
  enterPhase(phase: MatchPhase): void;
  /** Wants so many bots beside a single person from now on, and of another skill if one is named. */
  setBots(bots: number, skill?: BotSkill): void;
  /** Why somebody who watches may not play now, as a refusal; undefined when there is a seat for them. */
  refuseSeat(id: string): string | undefined;
  /** Somebody who watched plays from now on; their character may come later. */
  takeSeat(id: string): void;
  /** Gives somebody who has a seat a character; whoever has one keeps it. */
  giveBody(id: string): void;
  /** Takes the character of somebody who watches from now on. */
  takeBody(id: string): void;
  /** How many more may come in to watch. */
  freeToWatch(): number;
  /** Lets a bot play with somebody's character, or them again. */
  standIn(id: string, on: boolean): void;
  /** Closes the room, with a refusal as the reason to everybody in it. */
  close(reason: string): void;
  /** Tells the room list that something has changed that it shows. */
  publish(): void;
}

/**
 * Something that rooms can do besides playing: a file beside this one and a line of the table. All hooks are optional, and what
 * one throws is a fault of the room, not of the other features.
 */
export interface RoomFeature {
  /**
   * What it remembers, and what of the state is its own: a room that goes on elsewhere takes it along. `NO_MEMORY` where all is
   * known by the world, the seats or what the room was created with.
   */
  readonly memory: Memory;
  /** Somebody has taken a seat. */
  joined?(person: Person): void;
  /** Somebody's line is cut; their seat waits for them. */
  dropped?(person: Person): void;
  /** Somebody is back after a drop. */
  back?(person: Person): void;
  /** Somebody has gone for good; their seat is gone as well. */
  left?(person: Person): void;
  /** Why somebody may not join, as a refusal; undefined when they may. Asked before a seat is reserved, and again at the door. */
  refuse?(applicant: Applicant): string | undefined;
  /** Before each step, with the inputs of the people who play; may change them. */
  beforeStep?(inputs: Map<string, readonly PlayerInput[]>): void;
  /** After each step, with what happened in it. */
  afterStep?(events: readonly GameEvent[]): void;
  /** The match has gone on to another phase. */
  phaseChanged?(): void;
}
