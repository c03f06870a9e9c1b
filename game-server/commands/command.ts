import type { z } from "zod";
import type { Dress } from "#room/seats.ts";
import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { Seat } from "#shared/state/seat-state.ts";
import type { Person } from "../rooms/features/feature.ts";
import type { Features } from "../rooms/features/table.ts";

/** What a command may use of the room in which it was given. */
export interface CommandRoom {
  readonly world: World;
  readonly state: ArenaState;
  /** What the room can do besides playing, by name. */
  readonly features: Features;
  /** People by session id, in the order in which they came. */
  readonly people: ReadonlyMap<string, Person>;
  /** Time of the simulation (ms). */
  readonly time: number;
  /** 95th percentile of how long the steps of the last second took (ms). */
  readonly stepP95: number;
  /** The input of somebody that was the quickest on its way since this was last asked, and when it came (ms). */
  takeQuickest(id: string): { number: number; time: number } | undefined;
  /** Gives somebody who only watches a character; whoever has one keeps it. */
  giveBody(id: string): void;
  /** Why nobody can be dressed so, as a refusal. */
  refuseDress(wanted: Dress): string | undefined;
  /** Gives somebody another name, another look or both; in the room they stay unique. */
  dress(id: string, wanted: Dress): void;
  /** On a huge arena: somebody who watches wants to see what is near to this character; "" for whoever is ahead. */
  follow(id: string, target: string): void;
}

/** Who gives a command. */
export interface Sender {
  readonly id: string;
  readonly seat: Seat;
}

/** Who may give a command: everybody who has a seat, who has a character, or the host. */
export type CommandGivers = "anybody" | "player" | "host";

/** What somebody in a room may tell it to do. */
export interface Command<Payload extends z.ZodType, Answer> {
  /**
   * What comes with it: nothing, a number, a text, or lists and objects of such. Whoever sends anything else is disconnected, and
   * so is a bare SDK that sends objects: it writes records, which the guard refuses (`game-player/colyseus/sdk-room.ts`).
   */
  readonly payload: Payload;
  /** How often a connection may give it, and how many times at once; what is beyond that is not done. */
  readonly rate: { readonly perSecond: number; readonly burst: number };
  /** What whoever gives it more often is told, as a refusal and once a second at most; they are told nothing without. */
  readonly tooOften?: string;
  readonly by: CommandGivers;
  /** Pages give it by themselves: it does not say that somebody is there. */
  readonly bySelf?: true;
  /** Why somebody of those may not give it now, as a refusal, which they are told; undefined when they may. */
  refuse?(room: CommandRoom, sender: Sender, payload: z.infer<Payload>): string | undefined;
  /** Does it. What it returns is sent back as a message of the same name. */
  run(room: CommandRoom, sender: Sender, payload: z.infer<Payload>): Answer;
}

/** Any command. */
export type AnyCommand = Command<z.ZodType, unknown>;
/** Commands by name: what the page sends is called. */
export type CommandTable = Readonly<Record<string, AnyCommand>>;

/** Lets the compiler work out the types of a command. */
export function command<Payload extends z.ZodType, Answer>(
  one: Command<Payload, Answer>,
): Command<Payload, Answer> {
  return one;
}
