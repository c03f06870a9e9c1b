import { PracticeVisit } from "#client/session/practice/practice-visit.ts";
import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { createStores, type Stores } from "#client/session/stores/stores.ts";
import type { Match } from "#player/netcode/match.ts";
import { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import { PracticeRoom } from "#practice/practice-room.ts";
import { loadArenas } from "#server/arenas.ts";
import { PRACTICE_SEAT, type PracticeSpeed, type PracticeWish } from "#shared/practice.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { GameEvent, Player, PlayerInput, World } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { localTransport } from "#transports/local/client.ts";
import { hostLocal } from "#transports/local/host.ts";
import type { LocalMessage, LocalPort } from "#transports/local/line.ts";

/** Real time (ms) that passes at a time. */
const MOMENT_MS = 4;
const FRAME_MS = 16;

/** Two ends of a line; what was said is heard when it is delivered. */
class Pair {
  readonly #waiting: (() => void)[] = [];
  readonly #hear: [(message: LocalMessage) => void, (message: LocalMessage) => void] = [() => {}, () => {}];

  port(end: 0 | 1): LocalPort {
    return {
      send: (message) => this.#waiting.push(() => this.#hear[end === 0 ? 1 : 0](structuredClone(message))),
      listen: (heard) => {
        this.#hear[end] = heard;
      },
    };
  }

  deliver(): void {
    for (const say of this.#waiting.splice(0)) say();
  }
}

/** A page that practises, and the room beside it, in a time that is turned by hand. */
export class PracticePage {
  readonly stores: Stores = createStores({ ...DEFAULT_SETTINGS, name: "Ada" });
  readonly session: RoomSession;
  /** What the player's hands do. */
  play: (page: PracticePage) => Partial<PlayerInput> = () => ({});
  /** All that has happened. */
  readonly events: GameEvent[] = [];
  readonly room: PracticeRoom;
  ended: number | undefined;
  readonly #pair: Pair;
  readonly #visit: PracticeVisit;
  #now: number;
  #speed: () => PracticeSpeed;
  #sinceStep: { share: number };

  private constructor(parts: {
    session: RoomSession;
    room: PracticeRoom;
    pair: Pair;
    now: number;
    speed: () => PracticeSpeed;
    sinceStep: { share: number };
  }) {
    const { session, room, pair, now, speed, sinceStep } = parts;
    this.session = session;
    this.room = room;
    this.#pair = pair;
    this.#now = now;
    this.#speed = speed;
    this.#sinceStep = sinceStep;
    const hands = () => ({ ...neutralInput(), ...this.play(this) });
    this.#visit = new PracticeVisit(
      session,
      {
        stores: this.stores,
        arenas: loadArenas(),
        origin: "http://practice",
        hands: { sample: hands, peek: hands },
        now: () => this.#now,
        date: () => this.#now,
      },
      {
        begun: () => {},
        seat: () => {
          throw new Error("There is no seat to come back to.");
        },
        ended: (code) => {
          this.ended = code;
        },
        played: () => {},
        refused: (why) => {
          throw new Error(why());
        },
      },
    );
  }

  /** Opens a page that practises, and lets it get its first state. */
  static async open(wish: PracticeWish = {}, seed = 7): Promise<PracticePage> {
    const pair = new Pair();
    let speed: PracticeSpeed = 1;
    const sinceStep = { share: 0 };
    let room: PracticeRoom | undefined;
    hostLocal(pair.port(1), ({ send, close }) => {
      room = new PracticeRoom(
        { name: "Ada", look: 0, seed, wish },
        {
          arenas: loadArenas(),
          sinceStep: () => sinceStep.share,
          stepP95: () => 0.5,
          setSpeed: (wanted) => {
            speed = wanted;
          },
          send,
          close: (code) => close(code, ""),
        },
      );
      return room;
    });
    if (room === undefined) throw new Error("There is no room.");
    let page: PracticePage | undefined;
    const parts = { room, pair, now: 1000, speed: () => speed, sinceStep };
    const client = new PlayerClient({
      origin: "http://practice",
      transport: localTransport(pair.port(0)),
      joined: (session) => {
        page = new PracticePage({ ...parts, session });
      },
    });
    const joining = client.take(PRACTICE_SEAT);
    for (let i = 0; i < 4; i++) {
      pair.deliver();
      await Promise.resolve();
    }
    await joining;
    if (page === undefined) throw new Error("The page is not in.");
    page.run(0.5);
    return page;
  }

  get world(): World {
    return this.room.world;
  }

  get self(): Player {
    const self = this.world.players.get(PRACTICE_SEAT.sessionId);
    if (self === undefined) throw new Error("The player has no character.");
    return self;
  }

  get bots(): Player[] {
    return [...this.world.players.values()].filter(({ bot }) => bot);
  }

  get match(): Match {
    const { match } = this.#visit;
    if (match === undefined) throw new Error("There is no match.");
    return match;
  }

  /** Wants practice otherwise, and lets that be heard. */
  wish(wish: PracticeWish): void {
    this.session.practise(wish);
    this.run(0.1);
  }

  /** Passes time (s). */
  run(seconds: number, until: () => boolean = () => false): void {
    const end = this.#now + seconds * 1000;
    while (this.#now < end && !until()) {
      this.#now += MOMENT_MS;
      this.#pair.deliver();
      this.#sinceStep.share += (MOMENT_MS / TICK_MS) * this.#speed();
      while (this.#sinceStep.share >= 1) {
        this.#sinceStep.share -= 1;
        this.room.step();
      }
      this.#pair.deliver();
      this.#visit.advance(this.#now);
      if (this.#now % FRAME_MS !== 0 || this.#visit.match === undefined) continue;
      this.#visit.frame(this.#now);
      this.events.push(...this.match.events);
    }
  }

  leave(): void {
    this.#visit.leave();
    this.run(0.1);
  }
}
