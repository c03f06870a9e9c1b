import type { LineRecord } from "./late-states.ts";
import { LineKeeper } from "./line-keeper.ts";
import type { MatchSource } from "./match-source.ts";
import { ServerClock } from "./server-clock.ts";
import { TimeQuestions } from "./time-questions.ts";

/** What time it is in a room: one clock for all the matches of a stay, so that it need not be set again on another arena. */
export class RoomTime {
  readonly clock: ServerClock;
  /** Knows when the input of a number left (ms); to be set by whoever sends them. */
  sentAt: (input: number) => number | undefined = () => undefined;
  readonly #questions: TimeQuestions | undefined;
  readonly #keeper: LineKeeper | undefined;

  /** `now` is the clock (ms) by which what comes is timed. */
  constructor(source: MatchSource, now: () => number) {
    const { room } = source;
    this.clock = new ServerClock(now);
    source.keepTime(this.clock);
    const { lines } = source;
    if (lines !== undefined) {
      const keeper = new LineKeeper(
        () => lines.call(source),
        () => this.clock.jitter(),
        now,
      );
      source.onState(({ netRate, players }) => {
        const inputMargin = players.get(source.selfId)?.inputMargin ?? 0;
        keeper.state({ sentAt: this.clock.lastServerTime(), netRate, inputMargin });
      });
      this.#keeper = keeper;
    }
    this.#questions = room && new TimeQuestions(room, this.clock, now, (input) => this.sentAt(input));
  }

  /** How the line has been over the last ten seconds; undefined where it cannot be exchanged. */
  get line(): LineRecord | undefined {
    return this.#keeper?.record;
  }

  /** To be called often; `nowMs` is the time of the page. */
  askWhenDue(nowMs: number): void {
    this.#keeper?.look(nowMs);
    this.#questions?.askWhenDue(nowMs);
  }
}
