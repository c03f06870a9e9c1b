import { isPatch, isPong, PING } from "#player/colyseus/frames.ts";
import { tapFrames } from "#player/colyseus/tap.ts";
import type { RoomSession } from "#player/room-session.ts";
import { ClientLog } from "./client-log.ts";
import { takePrint } from "./divergence.ts";
import { DueTimes } from "./due-times.ts";
import { placeOf } from "./processes.ts";
import { ServerTime } from "./server-time.ts";
import type { Tally } from "./tally.ts";

/** Measures what one client sends and gets. */
export class ClientMeter {
  readonly log = new ClientLog();
  readonly #number: number;
  readonly #tally: Tally;
  readonly #now: () => number;
  readonly #pings = new DueTimes();
  readonly #inputs = new DueTimes();
  readonly #time = new ServerTime();
  #session: RoomSession | undefined;
  #place: string | undefined;
  #hasMoved = false;
  #acked = 0;
  #lastPatch = Number.NaN;

  /** `number` is the client's; `now` is ms of a clock that never goes back. */
  constructor(number: number, tally: Tally, now: () => number) {
    this.#number = number;
    this.#tally = tally;
    this.#now = now;
  }

  /** Measures a session from now on. `acknowledged` says how many inputs the newest patch acknowledges. */
  follow(session: RoomSession, acknowledged: () => number): void {
    const tally = this.#tally;
    this.#session = session;
    this.#place = placeOf(session.room.connection.url);
    tapFrames(session.room, {
      down: (frame, next) => {
        tally.counts.messagesDown += 1;
        tally.counts.bytesDown += frame.length;
        this.log.bytesDown += frame.length;
        try {
          next(frame);
        } catch (error) {
          tally.counts.decodeErrors += 1;
          tally.error(`A frame could not be decoded: ${error instanceof Error ? error.message : error}`);
        }
        if (isPatch(frame)) this.#patched(session, acknowledged());
        else if (isPong(frame)) this.#ponged();
      },
      up: (frame, next) => {
        tally.counts.messagesUp += 1;
        tally.counts.bytesUp += frame.length;
        this.log.bytesUp += frame.length;
        next(frame);
      },
    });
  }

  /** The client goes on in another process, with its room. */
  moved(): void {
    this.#hasMoved = true;
  }

  /** Where the process is reached that the client is connected to; undefined before it is. */
  get place(): string | undefined {
    return this.#place;
  }

  /** An input left that was due at `dueMs`. */
  sent(dueMs: number): void {
    this.#tally.counts.inputs += 1;
    this.#inputs.push(dueMs);
  }

  /** Asks for an answer that was due at `dueMs`. While one is under way, the question waits with it. */
  ping(dueMs: number): void {
    this.#pings.push(dueMs);
    this.#session?.room.connection.send(PING);
  }

  /** Looks how old the newest state is. */
  lookAtAge(): void {
    const time = this.#time.at(this.#now());
    if (time === undefined || this.#session === undefined) return;
    this.#tally.latencies.record("ageOfState", time - this.#session.clock.lastServerTime());
  }

  /** The connection is lost: what is under way is not answered any more. */
  dropped(): void {
    this.#tally.counts.unansweredPings += this.#pings.clear();
    this.#inputs.clear();
    this.#acked = 0;
    this.#lastPatch = Number.NaN;
    this.#time.reset();
  }

  #patched({ room }: RoomSession, acked: number): void {
    const tally = this.#tally;
    const nowMs = this.#now();
    tally.counts.patches += 1;
    this.log.patches += 1;
    if (!Number.isNaN(this.#lastPatch)) tally.latencies.record("patchInterval", nowMs - this.#lastPatch);
    this.#lastPatch = nowMs;
    this.#time.patch(room.clock.lastServerTime(), nowMs);
    this.#inputs.answered(acked - this.#acked, nowMs, (ms) => tally.latencies.record("inputToAck", ms));
    this.#acked = acked;
    const print = takePrint(this.#number, room.roomId, room.sessionId, room.state);
    const place = this.#place;
    if (print !== undefined && place !== undefined)
      tally.print({ ...print, place, hasMoved: this.#hasMoved });
  }

  #ponged(): void {
    this.#pings.answered(1, this.#now(), (ms) => {
      this.#tally.latencies.record("roundTrip", ms);
      this.log.roundTrips.push(ms);
      this.#time.roundTrip(ms);
    });
  }
}
