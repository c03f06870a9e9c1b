import type { Arena } from "#shared/arena/arena.ts";
import type { EventBatch } from "#shared/messages.ts";
import type { Body, GameEvent, MatchPhase, PlayerInput } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { NET, TICK_MS } from "#shared/tunables.ts";
import { EventSchedule } from "./events.ts";
import type { ArenaLink } from "./link.ts";
import type { DrawnPlayer, MatchView } from "./match-view.ts";
import { Prediction } from "./prediction.ts";
import { RenderClock } from "./render-clock.ts";
import { TrackedPlayer } from "./tracked-player.ts";
import { Traffic } from "./traffic.ts";

/** What the player's hands do. */
export interface Hands {
  /** The input of one tick; called once per tick. */
  sample(): PlayerInput;
  /** The input of this very moment, for drawing. */
  peek(): PlayerInput;
}

/** A match that this page is in: takes in what the server sends and says what is to be drawn. */
export class Match implements MatchView {
  readonly arena: Arena;
  readonly players: ReadonlyMap<string, DrawnPlayer>;
  readonly traffic: Traffic;
  /** Events due in this frame. */
  events: readonly GameEvent[] = [];
  paused = false;
  /** Called after each patch. */
  onPatch: () => void = () => {};

  readonly #room: ArenaLink;
  readonly #tracked = new Map<string, TrackedPlayer>();
  readonly #drawn = new Map<string, DrawnPlayer>();
  readonly #schedule: EventSchedule;
  readonly #clock = new RenderClock();
  readonly #crumbles: number[] = [];
  #prediction: Prediction | undefined;
  #predictedOf: PlayerState | undefined;
  #lastFrame = Number.NaN;
  #lastPatch: number;
  readonly #now: () => number;
  #lastAdvance = Number.NaN;
  #frames = 0;
  #starvedFrames = 0;

  constructor(room: ArenaLink, arena: Arena, now: () => number) {
    this.#room = room;
    this.#now = now;
    this.#lastPatch = now();
    this.arena = arena;
    this.players = this.#drawn;
    this.traffic = new Traffic(room, now);
    this.#schedule = new EventSchedule(room.sessionId);
    room.onStateChange((state) => this.#patch(state));
    // The first state may have come before anybody listened.
    if (room.state?.players !== undefined) this.#patch(room.state);
  }

  /** Takes in what happened, as the server tells it after a patch. */
  receive(batch: EventBatch): void {
    this.#schedule.receive(batch);
  }

  /** The state as the newest patch left it. */
  get state(): ArenaState {
    return this.#room.state;
  }

  get self(): DrawnPlayer | undefined {
    return this.#drawn.get(this.#room.sessionId);
  }

  get phase(): MatchPhase {
    return this.#room.state.phase as MatchPhase;
  }

  get crumbles(): ArrayLike<number> {
    return this.#crumbles;
  }

  get prediction(): Prediction | undefined {
    return this.#prediction;
  }

  /** Delay (ms) at which others are drawn behind the newest state that could have arrived. */
  get interpolationDelay(): number {
    return (NET.interpolationPatches * 1000) / this.#room.state.netRate;
  }

  /** Server time (ms) that is drawn of others. */
  get renderTime(): number {
    return this.#clock.time;
  }

  /** Estimate of the server's time now (ms). */
  get serverTime(): number {
    return this.#room.clock.serverNow();
  }

  /** Share of drawn players and frames that had nothing newer to move towards. */
  get starvation(): number {
    return this.#frames === 0 ? 0 : this.#starvedFrames / this.#frames;
  }

  /** Seconds until the phase ends. */
  get secondsLeft(): number {
    const { endsAt, tick } = this.#room.state;
    const since = Math.max(0, this.#room.clock.serverNow() - this.#room.clock.lastServerTime());
    return Math.max(0, ((endsAt - tick) * TICK_MS - since) / 1000);
  }

  /**
   * Sends and predicts the inputs that are due at `nowMs` (time of the page). To be called often and evenly:
   * on a slow screen the frames alone would send them in bursts.
   */
  advance(nowMs: number, hands: Hands): void {
    const dt = Number.isNaN(this.#lastAdvance) ? 0 : nowMs - this.#lastAdvance;
    this.#lastAdvance = nowMs;
    this.#follow();
    if (!this.paused) this.#prediction?.advance(nowMs, dt, hands.sample);
  }

  /** Passes a frame at `nowMs` (time of the page): everything is moved to where it is to be drawn. */
  frame(nowMs: number, hands: Hands): void {
    this.advance(nowMs, hands);
    const dt = Number.isNaN(this.#lastFrame) ? 0 : nowMs - this.#lastFrame;
    this.#lastFrame = nowMs;
    const { clock } = this.#room;
    const newest = clock.serverNow() - clock.smoothedRtt() / 2;
    const time = this.#clock.advance(dt, newest - this.interpolationDelay);
    const prediction = this.#prediction;
    if (prediction !== undefined) prediction.interpolationDelay = Math.max(0, newest - time);
    for (const [id, tracked] of this.#tracked) {
      if (id === this.#room.sessionId && prediction !== undefined) {
        if (!this.paused) tracked.drawBody(prediction.draw(hands.peek()), nowMs);
        continue;
      }
      this.#frames += 1;
      if (!tracked.drawAt(time)) this.#starvedFrames += 1;
    }
    this.events = this.#schedule.take(time);
  }

  /** Time (ms) for which nothing has come from the server. */
  silence(nowMs: number): number {
    return nowMs - this.#lastPatch;
  }

  /** Stops predicting and counting. */
  dispose(): void {
    this.#prediction?.dispose();
    this.traffic.dispose();
  }

  #patch(state: ArenaState): void {
    const time = this.#room.clock.lastServerTime();
    this.#lastPatch = this.#now();
    this.traffic.patch();
    for (const [id, player] of state.players) {
      let tracked = this.#tracked.get(id);
      if (tracked === undefined) {
        tracked = new TrackedPlayer(id, id === this.#room.sessionId);
        this.#tracked.set(id, tracked);
        this.#drawn.set(id, tracked.drawn);
      }
      tracked.receive(player, time);
    }
    for (const id of this.#tracked.keys()) {
      if (state.players.has(id)) continue;
      this.#tracked.delete(id);
      this.#drawn.delete(id);
    }
    for (let i = 0; i < state.crumbles.length; i++) this.#crumbles[i] = state.crumbles[i] ?? 0;
    this.onPatch();
  }

  /** Begins to predict when the own player is there, and anew when a reconnection brought a new one. */
  #follow(): void {
    const self = this.#room.state?.players?.get(this.#room.sessionId);
    if (self === this.#predictedOf) return;
    this.#prediction?.dispose();
    this.#predictedOf = self;
    this.#prediction = undefined;
    if (self === undefined) return;
    this.#room.clock.setPatchInterval?.(1000 / this.#room.state.netRate);
    this.#prediction = new Prediction({
      room: this.#room,
      self,
      ground: { arena: this.arena, crumblePhases: this.#crumbles },
      obstacles: () => this.#obstacles(),
      onEvent: (event) => this.#schedule.predict(event),
    });
  }

  #obstacles(): Body[] {
    const bodies: Body[] = [];
    for (const [id, tracked] of this.#tracked) {
      if (id !== this.#room.sessionId) bodies.push(tracked.body);
    }
    return bodies;
  }
}
