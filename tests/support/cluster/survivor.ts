import { arenaOf } from "#bots/load/arenas.ts";
import { createPilot } from "#bots/load/pilots.ts";
import { SeenWorld } from "#bots/load/seen-world.ts";
import { PacedInputs } from "#player/netcode/paced-inputs.ts";
import { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { TransportName } from "#transports/contract/names.ts";
import { createTransport } from "#transports/node.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";

/** Good enough to have scored within seconds. */
const PILOT = "hard";

/** The parts of an absence, each as the time (ms of `performance.now`) at which it was over. */
export interface Absence {
  /** The question where the room is was asked; undefined where the SDK's tries had to fail first. */
  asked?: number;
  told?: number;
  /** The matchmaker gave the seat. */
  seated?: number;
  joined?: number;
  /** The first state is there. */
  back?: number;
}

/** What a player saw first when they were back. */
interface FirstState {
  readonly tick: number;
  /** Scores by session id. */
  readonly scores: ReadonlyMap<string, number>;
}

/** A player who plays by themselves, as those of the load test, and notes what became of them when their room went elsewhere. */
export class Survivor {
  readonly over: TransportName;
  readonly name: string;
  absence: Absence = {};
  /** Own score by tick, as it was told until the room went elsewhere. */
  readonly scores = new Map<number, number>();
  /** The newest tick that was told until then. */
  lastTick = 0;
  first: FirstState | undefined;
  readonly #seed: number;
  #session: RoomSession | undefined;
  #world: SeenWorld | undefined;
  #inputs: PacedInputs | undefined;
  #think: ReturnType<typeof createPilot>;

  constructor(over: TransportName, number: number) {
    this.over = over;
    this.name = `Survivor ${number}`;
    this.#seed = number;
    this.#think = createPilot(PILOT, number);
  }

  get session(): RoomSession {
    if (this.#session === undefined) throw new Error(`${this.name} is in no room.`);
    return this.#session;
  }

  /** Comes in by what `enter` does with the own client. */
  async enter(origin: string, enter: (client: PlayerClient) => Promise<RoomSession>): Promise<void> {
    const client = new PlayerClient({
      origin,
      transport: (events) => createTransport(this.over, events),
      follow: { after: alarm, roll: Math.random },
      fetch: (url, init) => this.#ask(String(url), init),
    });
    const session = await enter(client);
    await new Promise<void>((resolve) => {
      session.onBegin(() => resolve());
      this.#attend(session);
    });
  }

  /** Sends the inputs of the last `dtMs`. */
  play(nowMs: number, dtMs: number): void {
    const world = this.#world;
    if (world?.isPresent !== true) return;
    this.#inputs?.advance(nowMs, dtMs, () => this.#think(world.view()));
  }

  async leave(): Promise<void> {
    this.#world = undefined;
    await this.session.leave();
  }

  /** Its absence begins now. */
  watch(): void {
    this.absence = {};
  }

  #attend(session: RoomSession): void {
    const isBack = this.#session !== undefined;
    this.#session = session;
    session.mail.events.listen(() => {});
    session.mail.spots.listen(() => {});
    session.mail.results.listen(() => {});
    session.onMoved((next) => {
      this.absence.joined = performance.now();
      this.#attend(next);
    });
    session.onBegin((state) => {
      this.#world = new SeenWorld(arenaOf(state.arena), session.id);
      this.#think = createPilot(PILOT, this.#seed);
      this.#inputs = new PacedInputs(session.room);
      if (!isBack) return;
      this.absence.back = performance.now();
      const scores = [...state.seats].map(([id, { score }]) => [id, score] as const);
      this.first = { tick: state.tick, scores: new Map(scores) };
    });
    session.onState((state) => this.#patched(session, state, isBack));
  }

  #patched(session: RoomSession, state: ArenaState, isBack: boolean): void {
    this.#world?.receive(state);
    const self = state.players.get(session.id);
    if (self !== undefined) this.#inputs?.report(performance.now(), self.inputMargin);
    if (isBack) return;
    this.lastTick = state.tick;
    this.scores.set(state.tick, state.seats.get(session.id)?.score ?? Number.NaN);
  }

  async #ask(url: string, init: RequestInit | undefined): Promise<Response> {
    const asked = performance.now();
    const answer = await fetch(url, init);
    const now = performance.now();
    if (url.endsWith("/process")) Object.assign(this.absence, { asked, told: now });
    else if (url.includes("/reconnect/") && answer.ok) this.absence.seated = now;
    return answer;
  }
}
