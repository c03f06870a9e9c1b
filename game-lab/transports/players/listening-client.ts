import type { Room } from "@colyseus/sdk";
import { BotClient } from "#bots/transports/client.ts";
import { type EventBatch, ServerMessage } from "#shared/messages.ts";
import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";

/** A client that hears what happens from the first message on: some come with the very answer to joining. */
export class ListeningClient extends BotClient {
  readonly #hear: (batch: EventBatch) => void;

  constructor(origin: string, make: ClientTransportFactory, hear: (batch: EventBatch) => void) {
    super(origin, make);
    this.#hear = hear;
  }

  protected override createRoom<T>(
    name: string,
    schema: ConstructorParameters<typeof Room<unknown, T>>[1],
  ): Room<unknown, T> {
    const room = super.createRoom(name, schema);
    room.onMessage<EventBatch>(ServerMessage.Events, this.#hear);
    return room;
  }
}
