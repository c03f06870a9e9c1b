import {
  type EventBatch,
  type IdentityMessage,
  type NoticeMessage,
  type RefusedMessage,
  type ResultsMessage,
  ServerMessage,
  type SpotsMessage,
} from "#shared/messages.ts";
import { PRACTICE, type PracticeReport } from "#shared/practice.ts";
import type { ChatMessage, EmoteMessage } from "#shared/talk.ts";
import type { VoiceMessage } from "#shared/voice.ts";
import type { MessageSource } from "./colyseus/joined-room.ts";

/** Messages that wait for a listener, at most; the oldest go. */
const MAX_WAITING = 100;

/** Messages of one kind. Those that come before anybody listens wait for the first who does. */
export class Mailbox<Message> {
  /** Replaced, not changed: one may come or go while they are told. */
  #listeners: readonly ((message: Message) => void)[] = [];
  #waiting: Message[] = [];

  /** Hears all messages from now on, and first those that have waited. Returns what to call to hear no more. */
  listen(listener: (message: Message) => void): () => void {
    this.#listeners = [...this.#listeners, listener];
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const message of waiting) listener(message);
    return () => {
      this.#listeners = this.#listeners.filter((one) => one !== listener);
    };
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
  readonly results = new Mailbox<ResultsMessage>();
  readonly chat = new Mailbox<ChatMessage>();
  readonly emotes = new Mailbox<EmoteMessage>();
  readonly voice = new Mailbox<VoiceMessage>();
  readonly refused = new Mailbox<RefusedMessage>();
  readonly notices = new Mailbox<NoticeMessage>();
  readonly identity = new Mailbox<IdentityMessage>();
  readonly practice = new Mailbox<PracticeReport>();

  constructor(room: MessageSource) {
    room.onMessage<EventBatch>(ServerMessage.Events, (batch) => this.events.deliver(batch));
    room.onMessage<RefusedMessage>(ServerMessage.Refused, (message) => this.refused.deliver(message));
    room.onMessage<NoticeMessage>(ServerMessage.Notice, (message) => this.notices.deliver(message));
    room.onMessage<IdentityMessage>(ServerMessage.Identity, (message) => this.identity.deliver(message));
    room.onMessage<PracticeReport>(PRACTICE, (report) => this.practice.deliver(report));
    room.onMessage<SpotsMessage>(ServerMessage.Spots, (message) => this.spots.deliver(message));
    room.onMessage<ResultsMessage>(ServerMessage.Results, (message) => this.results.deliver(message));
    room.onMessage<ChatMessage>(ServerMessage.Chat, (message) => this.chat.deliver(message));
    room.onMessage<VoiceMessage>(ServerMessage.Voice, (message) => this.voice.deliver(message));
    room.onMessage<EmoteMessage>(ServerMessage.Emote, (message) => this.emotes.deliver(message));
  }
}
