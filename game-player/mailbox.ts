import { type EventBatch, ServerMessage, type SpotsMessage } from "#shared/messages.ts";
import type { MessageSource } from "./colyseus/joined-room.ts";

/** Messages that wait for a listener, at most; the oldest go. */
const MAX_WAITING = 100;

/** Messages of one kind. Those that come before anybody listens wait for the first who does. */
export class Mailbox<Message> {
  readonly #listeners: ((message: Message) => void)[] = [];
  #waiting: Message[] = [];

  /** Hears all messages from now on, and first those that have waited. */
  listen(listener: (message: Message) => void): void {
    this.#listeners.push(listener);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const message of waiting) listener(message);
  }

  /** A message has come. */
  deliver(message: Message): void {
    for (const listener of this.#listeners) listener(message);
    if (this.#listeners.length > 0) return;
    this.#waiting.push(message);
    if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
  }
}

/**
 * What a room tells, from its first message on: some come in one batch with the answer that one is in, before anybody can
 * listen, and the SDK would complain of each.
 */
export class Mailboxes {
  readonly events = new Mailbox<EventBatch>();
  readonly spots = new Mailbox<SpotsMessage>();

  constructor(room: MessageSource) {
    room.onMessage<EventBatch>(ServerMessage.Events, (batch) => this.events.deliver(batch));
    room.onMessage<SpotsMessage>(ServerMessage.Spots, (message) => this.spots.deliver(message));
  }
}
