import type { RoomSession } from "#player/room-session.ts";
import type { PracticeReport } from "#shared/practice.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { Visit, type VisitDeps, type VisitEvents } from "../visit.ts";
import { SlowClock } from "./slow-clock.ts";

/** From this long (ms) after a push on, the timing bar shows the next one. */
const PUSH_OVER_MS = 500;

/**
 * A stay in a room of practice. Its time may run slower than the page's: clock, prediction and all that is drawn of others follow the
 * same slow clock. Nothing of it is remembered: it is no match against others, and there is no seat to come back to.
 */
export class PracticeVisit extends Visit {
  readonly #deps: VisitDeps;
  readonly #clock: SlowClock;
  /** The push that the timing bar shows. */
  #push: PracticeReport["push"];

  constructor(session: RoomSession, deps: VisitDeps, events: VisitEvents) {
    const clock = new SlowClock();
    super(
      session,
      { ...deps, now: () => clock.at(deps.now()) },
      { ...events, seat: () => {}, played: () => {} },
    );
    this.#deps = deps;
    this.#clock = clock;
    session.mail.practice.listen((report) => this.#heard(report));
  }

  override advance(nowMs: number): void {
    super.advance(this.#clock.at(nowMs));
  }

  override frame(nowMs: number): void {
    super.frame(this.#clock.at(nowMs));
    const time = this.match?.serverTime ?? Number.NaN;
    const since = time - (this.#push?.at ?? Number.NaN) * TICK_MS;
    this.#deps.stores.practice.sincePush.value = since > PUSH_OVER_MS ? Number.NaN : Math.round(since);
  }

  override leave(): void {
    super.leave();
    this.#deps.stores.practice.report.value = undefined;
    this.#deps.stores.practice.sincePush.value = Number.NaN;
  }

  #heard(report: PracticeReport): void {
    const { report: told } = this.#deps.stores.practice;
    if (report.speed !== (told.peek()?.speed ?? 1)) this.#clock.setSpeed(report.speed, this.#deps.now());
    this.#push = report.push ?? this.#push;
    told.value = report;
  }
}
