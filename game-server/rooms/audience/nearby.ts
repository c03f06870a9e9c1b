import { type Client, getMessageBytes, Protocol } from "@colyseus/core";
import type { StateView } from "@colyseus/schema";
import { MessageList } from "#colyseus/server/message-list.ts";
import type { AckOf } from "#colyseus/server/patch-serializer.ts";
import { type EventBatch, ServerMessage, type SpotsMessage } from "#shared/messages.ts";
import { Action, type GameEvent, type World } from "#shared/simulation/types.ts";
import { packSpots } from "#shared/spots.ts";
import { HugeArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { INTEREST, ticks } from "#shared/tunables.ts";
import type { Audience } from "./audience.ts";
import { Interest } from "./interest.ts";
import { NearbySerializer } from "./nearby-serializer.ts";

const BEHIND_PATCH = { afterNextPatch: true } as const;

/** Everybody is told only of what is near to them, and now and then where the others are, roughly. */
export class Nearby implements Audience {
  readonly state = new HugeArenaState();
  readonly serializer: NearbySerializer;
  readonly interest: Interest;
  readonly #clients: Iterable<Client>;
  readonly #world: World;
  readonly #eventList = new MessageList(ServerMessage.Events, "events" satisfies keyof EventBatch);
  #spotsAt = 0;

  constructor(clients: Iterable<Client>, world: World, ackOf: AckOf) {
    this.#clients = clients;
    this.#world = world;
    this.interest = new Interest(world, this.state);
    this.serializer = new NearbySerializer(this.interest, ackOf);
  }

  enter(id: string, replica: PlayerState | undefined): StateView {
    return this.interest.enter(id, replica);
  }

  hide(id: string): void {
    this.interest.hide(id);
  }

  follow(id: string, target: string): void {
    this.interest.follow(id, target);
  }

  leave(id: string): void {
    this.interest.leave(id);
  }

  /** As of the last `beforePatch`. */
  readonly shownTo = (id: string): Iterable<string> => this.interest.shownTo(id);

  /** Looks who sees whom, and tells each what has happened near to them, behind the patch that follows. */
  beforePatch(events: readonly GameEvent[]): void {
    this.interest.update();
    const heard = events.map((event) => ({
      by: this.interest.hearersOf(event),
      bytes: this.#eventList.pack(event),
    }));
    const spots = this.#spots();
    for (const client of this.#clients) {
      const near: Uint8Array[] = [];
      for (const { by, bytes } of heard) if (by(client.sessionId)) near.push(bytes);
      if (near.length > 0) client.enqueueRaw(this.#eventList.frame(near), BEHIND_PATCH);
      if (spots !== undefined) client.enqueueRaw(spots, BEHIND_PATCH);
    }
  }

  afterPatch(): void {}

  /** The map of where everybody is, as clients are sent it, when it is time for one. */
  #spots(): Uint8Array | undefined {
    const { tick, players } = this.#world;
    if (tick < this.#spotsAt) return undefined;
    this.#spotsAt = tick + ticks(INTEREST.spotsEvery);
    const standing = [...players.values()].filter(({ action }) => action !== Action.Falling);
    const message: SpotsMessage = { spots: packSpots(standing) };
    return getMessageBytes.raw(Protocol.ROOM_DATA, ServerMessage.Spots, message);
  }
}
