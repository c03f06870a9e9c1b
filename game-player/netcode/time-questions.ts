import type { JoinedRoom } from "../colyseus/joined-room.ts";
import { giveCommand, onAnswer } from "../commands.ts";
import type { ServerClock } from "./server-clock.ts";

/** Time (ms) between two questions for the server's time: often at first, then now and then. */
const FIRST_QUESTIONS = { count: 20, everyMs: 100 };
const QUESTION_EVERY_MS = 350;

/** Asks the server what time it is, and sets a clock by the answers. */
export class TimeQuestions {
  readonly #room: JoinedRoom;
  readonly #clock: ServerClock;
  readonly #now: () => number;
  readonly #sentAt: (input: number) => number | undefined;
  #asked = 0;
  #askedAt = Number.NEGATIVE_INFINITY;

  /** `sentAt` knows when the input of a number left (ms), of which an answer says when it came. */
  constructor(
    room: JoinedRoom,
    clock: ServerClock,
    now: () => number,
    sentAt: (input: number) => number | undefined,
  ) {
    this.#room = room;
    this.#clock = clock;
    this.#now = now;
    this.#sentAt = sentAt;
    onAnswer(room, "time", ({ asked, time, quickest }) => {
      this.#clock.answer(asked, time);
      const sentAt = quickest && this.#sentAt(quickest.number);
      if (sentAt !== undefined) this.#clock.arrival(sentAt, quickest?.time ?? Number.NaN);
    });
    room.onReconnect(() => this.#reconnected());
  }

  /** To be called often; `nowMs` is the time of the page. */
  askWhenDue(nowMs: number): void {
    const every = this.#asked < FIRST_QUESTIONS.count ? FIRST_QUESTIONS.everyMs : QUESTION_EVERY_MS;
    if (nowMs - this.#askedAt < every || !this.#room.connection.isOpen) return;
    this.#askedAt = nowMs;
    this.#asked += 1;
    giveCommand(this.#room, "time", this.#now());
  }

  #reconnected(): void {
    this.#clock.reconnected();
    this.#asked = 0;
  }
}
