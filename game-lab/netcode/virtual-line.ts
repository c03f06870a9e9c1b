import { seededDice } from "#shared/random.ts";
import { type LineKind, LineModel, type LineProfile } from "#transports/simulated/line-model.ts";
import type { ServerEnd, VirtualSocket } from "./virtual-socket.ts";
import { type EndClock, TRUE_CLOCK, type VirtualTime } from "./virtual-time.ts";

/** Lets somebody in who has come to the server over a line. */
export type Accept = (url: URL, end: ServerEnd) => Promise<void>;

/** The line between one page and the server, in both directions. */
export class Line {
  readonly #time: VirtualTime;
  readonly #client: EndClock;
  readonly #accept: Accept;
  readonly #directions: { up: LineModel; down: LineModel };
  #socket: VirtualSocket | undefined;
  #end: ServerEnd | undefined;
  #epoch = 0;
  /** Bytes of the messages that were sent. */
  readonly bytes = { up: 0, down: 0 };

  constructor(
    time: VirtualTime,
    client: EndClock,
    profile: LineProfile,
    seed: number,
    accept: Accept,
    kind: LineKind = "stream",
  ) {
    this.#time = time;
    this.#client = client;
    this.#accept = accept;
    this.#directions = {
      up: new LineModel(profile, seededDice(seed * 2 + 1), kind),
      down: new LineModel(profile, seededDice(seed * 2 + 2), kind),
    };
  }

  /** Changes what the line does to messages from now on. */
  set profile(profile: LineProfile) {
    this.#directions.up.profile = profile;
    this.#directions.down.profile = profile;
  }

  /** Lets nothing through for a while (ms), in both directions; then all comes at once. */
  stall(lengthMs: number): void {
    for (const model of [this.#directions.up, this.#directions.down])
      model.holdUntil(this.#time.now + lengthMs);
  }

  /** Cuts the connection without a word: what is under way is lost. */
  cut(): void {
    this.#epoch += 1;
    this.#time.at(this.#time.now, TRUE_CLOCK, () => this.#end?.closed(1006, ""));
    this.#time.at(this.#time.now, this.#client, () => this.#socket?.closed(1006, ""));
  }

  /** Brings a connection about: a round trip, as TCP takes it. */
  connect(url: URL, socket: VirtualSocket, end: ServerEnd): void {
    this.#socket = socket;
    this.#end = end;
    this.up(0, () => {
      this.down(0, () => socket.opened());
      return this.#accept(url, end);
    });
  }

  up(bytes: number, deliver: () => unknown): void {
    this.bytes.up += bytes;
    this.#send(this.#directions.up, TRUE_CLOCK, deliver);
  }

  down(bytes: number, deliver: () => unknown): void {
    this.bytes.down += bytes;
    this.#send(this.#directions.down, this.#client, deliver);
  }

  #send(model: LineModel, to: EndClock, deliver: () => unknown): void {
    const arrival = model.arrival(this.#time.now);
    const epoch = this.#epoch;
    if (arrival === undefined) return;
    this.#time.at(arrival, to, () => (epoch === this.#epoch ? deliver() : undefined));
  }
}
