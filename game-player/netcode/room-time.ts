import type { MatchSource } from "./match-source.ts";
import { ServerClock } from "./server-clock.ts";
import { TimeQuestions } from "./time-questions.ts";

/** What time it is in a room: one clock for all the matches of a stay, so that it need not be set again on another arena. */
export class RoomTime {
  readonly clock: ServerClock;
  /** Knows when the input of a number left (ms); to be set by whoever sends them. */
  sentAt: (input: number) => number | undefined = () => undefined;
  readonly #questions: TimeQuestions | undefined;

  /** `now` is the clock (ms) by which what comes is timed. */
  constructor(source: MatchSource, now: () => number) {
    const { room } = source;
    this.clock = new ServerClock(now);
    source.keepTime(this.clock);
    this.#questions = room && new TimeQuestions(room, this.clock, now, (input) => this.sentAt(input));
  }

  /** To be called often; `nowMs` is the time of the page. */
  askWhenDue(nowMs: number): void {
    this.#questions?.askWhenDue(nowMs);
  }
}
