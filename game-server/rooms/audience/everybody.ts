import { type Client, ClientState, getMessageBytes, Protocol } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import type { AckOf } from "#colyseus/server/patch-serializer.ts";
import { type EventBatch, ServerMessage } from "#shared/messages.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import type { Audience } from "./audience.ts";
import { EverybodySerializer } from "./everybody-serializer.ts";
import { showOwnBody } from "./own-body.ts";

/** Everybody is told everything but what only the owner of a character needs. */
export class Everybody implements Audience {
  readonly state = new ArenaState();
  readonly serializer: EverybodySerializer;
  readonly shownTo = undefined;
  readonly #clients: Iterable<Client>;

  constructor(clients: Iterable<Client>, ackOf: AckOf) {
    this.#clients = clients;
    this.serializer = new EverybodySerializer(ackOf);
  }

  enter(_id: string, replica: PlayerState | undefined): StateView {
    const view = new StateView();
    if (replica !== undefined) showOwnBody(view, replica);
    return view;
  }

  hide(): void {}

  follow(): void {}

  leave(): void {}

  beforePatch(): void {}

  /** Tells everybody who has a state what happened in the steps of the patch that was just sent. */
  afterPatch(events: readonly GameEvent[]): void {
    if (events.length === 0) return;
    const batch: EventBatch = { events: [...events] };
    const frame = getMessageBytes.raw(Protocol.ROOM_DATA, ServerMessage.Events, batch);
    for (const client of this.#clients) if (client.state === ClientState.JOINED) client.raw(frame);
  }
}
