import type { Client, Serializer } from "@colyseus/core";
import type { StateView } from "@colyseus/schema";
import type { AckOf, PatchSerializer } from "#colyseus/server/patch-serializer.ts";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import type { GameEvent, World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { ShownTo } from "#shared/state/fingerprint.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { Everybody } from "./everybody.ts";
import { Nearby } from "./nearby.ts";

/** Who is told what in a room: everybody everything, or each what is near to them. Nothing else asks which of the two it is. */
export interface Audience {
  /** What the room replicates. */
  readonly state: ArenaState;
  /** Sends that state. */
  readonly serializer: Serializer<ArenaState> & Pick<PatchSerializer<ArenaState>, "hasChanges">;
  /** Whom a player is shown besides themselves; undefined where that is everybody. */
  readonly shownTo: ShownTo | undefined;
  /**
   * What a connection gets to see, the first one of somebody and those after a drop; a full state is to follow. `replica` is
   * their character, if they have one.
   */
  enter(id: string, replica: PlayerState | undefined): StateView;
  /** To be called before the character of somebody is taken out of the state who goes on watching. */
  hide(id: string): void;
  /** Whoever watches wants to see what is near to this character; "" for no certain one. */
  follow(id: string, target: string): void;
  /** To be called before somebody is taken out of the state. */
  leave(id: string): void;
  /** To be called before each patch, with what happened since the last one. */
  beforePatch(events: readonly GameEvent[]): void;
  /** To be called when that patch was sent. */
  afterPatch(events: readonly GameEvent[]): void;
}

export interface AudienceOptions {
  /** May grow and shrink. */
  readonly clients: Iterable<Client>;
  readonly world: World;
  readonly ackOf: AckOf;
  /** False: everybody is told of everybody, whatever the mode. */
  readonly interest?: boolean | undefined;
}

/** The audience of a room with this world. */
export function audienceOf({ clients, world, ackOf, interest = true }: AudienceOptions): Audience {
  return isHuge(world.mode) && interest ? new Nearby(clients, world, ackOf) : new Everybody(clients, ackOf);
}
