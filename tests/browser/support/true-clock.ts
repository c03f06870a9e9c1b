import type { TestPlayer } from "../../support/game.ts";

/** An answer of the server, and when it was asked for and came (ms since 1970). */
interface Answer {
  at: number;
  roundTrip: number;
  time: number;
}

/** Time (ms) between two questions. */
const EVERY_MS = 50;
/** Answers within this time (ms) of a moment say what time it was then. */
const NEAR_MS = 1500;

/** Milliseconds since 1970, finer than `Date`. */
export function wallTime(): number {
  return performance.timeOrigin + performance.now();
}

/** The server's time as it is: asked for over a line without delay, again and again. */
export class TrueClock {
  readonly #answers: Answer[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor({ session }: TestPlayer) {
    session.onAnswer("time", ({ asked, time }) => {
      const now = wallTime();
      this.#answers.push({ at: (asked + now) / 2, roundTrip: now - asked, time });
    });
    this.#timer = setInterval(() => session.give("time", wallTime()), EVERY_MS);
  }

  /** The server's time (ms of the simulation) at a moment (ms since 1970), and how far that may be off. */
  at(moment: number): { time: number; slack: number } {
    const near = this.#answers.filter((answer) => Math.abs(answer.at - moment) < NEAR_MS);
    const best = near.reduce((a, b) => (b.roundTrip < a.roundTrip ? b : a), {
      at: Number.NaN,
      roundTrip: Number.POSITIVE_INFINITY,
      time: Number.NaN,
    });
    return { time: best.time + moment - best.at, slack: best.roundTrip / 2 };
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
