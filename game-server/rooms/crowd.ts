import type { Client } from "@colyseus/core";
import type { StateView } from "@colyseus/schema";
import { type EventBatch, ServerMessage, type SpotsMessage } from "#shared/messages.ts";
import { Action, type GameEvent, type World } from "#shared/simulation/types.ts";
import { packSpots } from "#shared/spots.ts";
import type { HugeArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { INTEREST, ticks } from "#shared/tunables.ts";
import { CrowdSerializer } from "./crowd-serializer.ts";
import { Interest } from "./interest.ts";
import type { AckOf } from "./patch-serializer.ts";

/** What a room with a huge arena does differently: everybody is told only of what is near to them. */
export class Crowd {
  /** Has to send the state that was given to the constructor. */
  readonly serializer: CrowdSerializer;
  readonly interest: Interest;
  readonly #clients: Iterable<Client>;
  readonly #world: World;
  #spotsAt = 0;

  /** `clients` may grow and shrink. */
  constructor(clients: Iterable<Client>, world: World, state: HugeArenaState, ackOf: AckOf) {
    this.#clients = clients;
    this.#world = world;
    this.interest = new Interest(world, state);
    this.serializer = new CrowdSerializer(this.interest, ackOf);
  }

  /** What a connection gets to see; a full state is to follow. */
  enter(id: string, replica: PlayerState): StateView {
    return this.interest.enter(id, replica);
  }

  /** To be called before somebody is taken out of the state. */
  leave(id: string): void {
    this.interest.leave(id);
  }

  /** Whom a player is shown besides themselves, since the last `beforePatch`. */
  readonly shownTo = (id: string): Iterable<string> => this.interest.shownTo(id);

  /** Before each patch: who sees whom, what each is told to have happened, and now and then where everybody is. */
  beforePatch(events: readonly GameEvent[]): void {
    this.interest.update();
    const spots = this.#spots();
    for (const client of this.#clients) {
      const near = events.filter((event) => this.interest.tells(client.sessionId, event));
      const batch: EventBatch = { events: near };
      if (near.length > 0) client.send(ServerMessage.Events, batch, { afterNextPatch: true });
      if (spots !== undefined) client.send(ServerMessage.Spots, spots, { afterNextPatch: true });
    }
  }

  #spots(): SpotsMessage | undefined {
    const { tick, players } = this.#world;
    if (tick < this.#spotsAt) return undefined;
    this.#spotsAt = tick + ticks(INTEREST.spotsEvery);
    return { spots: packSpots([...players.values()].filter(({ action }) => action !== Action.Falling)) };
  }
}
