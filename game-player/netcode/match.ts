import type { Arena } from "#shared/arena/arena.ts";
import type { EventBatch, SpotsMessage } from "#shared/messages.ts";
import type { Body, GameEvent, MatchPhase, PlayerInput } from "#shared/simulation/types.ts";
import { type Spot, unpackSpots } from "#shared/spots.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { EventSchedule } from "./events.ts";
import { interpolationDelay } from "./interpolation-delay.ts";
import type { ArenaLink } from "./link.ts";
import type { DrawnPlayer, MatchView } from "./match-view.ts";
import { PatchTimes } from "./patch-times.ts";
import { Prediction } from "./prediction.ts";
import { RenderClock } from "./render-clock.ts";
import { ServerClock } from "./server-clock.ts";
import { ALL_ON, type Switches } from "./switches.ts";
import { TimeQuestions } from "./time-questions.ts";
import { TrackedPlayer } from "./tracked-player.ts";
import { Traffic } from "./traffic.ts";

/** A page that has not run for longer than this (ms) was away. Pages in the background run once a second. */
const AWAY_MS = 2000;
const NOBODY: readonly Body[] = [];

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
  spots: readonly Spot[] = [];
  /** Events due in this frame. */
  events: readonly GameEvent[] = [];
  paused = false;
  readonly switches: Switches = { ...ALL_ON };
  /** Called after each patch. */
  onPatch: () => void = () => {};

  readonly #room: ArenaLink;
  readonly #tracked = new Map<string, TrackedPlayer>();
  readonly #drawn = new Map<string, DrawnPlayer>();
  readonly #schedule: EventSchedule;
  readonly #clock: ServerClock;
  readonly #playOut = new RenderClock();
  readonly #patchTimes = new PatchTimes();
  readonly #questions: TimeQuestions;
  readonly #crumbles: number[] = [];
  /** Where the others are: what the own character may run into. */
  #others: readonly Body[] = [];
  #prediction: Prediction | undefined;
  #predictedOf: PlayerState | undefined;
  #lastFrame = Number.NaN;
  /** Room time (ms) of what the last frame showed of others. */
  #shown = Number.NaN;
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
    this.#clock = new ServerClock(now);
    this.#clock.sample(room.clock.lastServerTime());
    room.clock = this.#clock;
    this.#questions = new TimeQuestions(room, this.#clock, now, (input) =>
      this.#prediction?.pace.sentAt(input),
    );
    room.onStateChange((state) => this.#patch(state));
    // The first state may have come before anybody listened.
    if (room.state?.players !== undefined) this.#patch(room.state);
  }

  /** Takes in what happened, as the server tells it after a patch. */
  receive(batch: EventBatch): void {
    this.#schedule.receive(batch);
    for (const event of batch.events) {
      if (!("since" in event) || event.since === undefined) continue;
      this.#tracked.get(event.id)?.takeBack(event.since * TICK_MS, event.tick * TICK_MS);
    }
  }

  /** Takes in where everybody is, roughly, as the server of a huge arena tells it now and then. */
  receiveSpots({ spots }: SpotsMessage): void {
    this.spots = unpackSpots(spots);
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

  /** Delay (ms) at which others are to be drawn behind the newest state that can have come. */
  get interpolationDelay(): number {
    const { fixedDelayMs } = this.switches;
    return fixedDelayMs ?? interpolationDelay(1000 / this.#room.state.netRate, this.#clock.jitter());
  }

  /** Simulation time (ms) that is drawn of others. */
  get renderTime(): number {
    return this.#playOut.time;
  }

  /** Estimate of the simulation time on the server now (ms). */
  get serverTime(): number {
    return this.#clock.simulationNow();
  }

  /** How long (ms) the own inputs lay on the server before their tick, the least of a patch; less than 0 if one came too late. */
  get inputMargin(): number {
    return this.state.players.get(this.#room.sessionId)?.inputMargin ?? 0;
  }

  /**
   * Age (ms) of what is drawn of others at `nowMs` (time of the page): the server's time now less the time drawn. When
   * nothing new comes it grows with the silence.
   */
  ageOfState(nowMs: number): number {
    const newest = this.silence(nowMs) + this.#room.clock.smoothedRtt() / 2;
    return Math.max(this.serverTime - this.renderTime, newest);
  }

  /** In this frame there was nothing newer for others to move towards. */
  get starved(): boolean {
    return this.#playOut.waiting;
  }

  /** Share of frames of which that was so. */
  get starvation(): number {
    return this.#frames === 0 ? 0 : this.#starvedFrames / this.#frames;
  }

  /** Seconds until the phase ends. */
  get secondsLeft(): number {
    const { endsAt, tick } = this.#room.state;
    return Math.max(0, (endsAt * TICK_MS - Math.max(tick * TICK_MS, this.serverTime)) / 1000);
  }

  /**
   * Sends and predicts the inputs that are due at `nowMs` (time of the page). To be called often and evenly:
   * on a slow screen the frames alone would send them in bursts.
   */
  advance(nowMs: number, hands: Hands): void {
    const dt = Number.isNaN(this.#lastAdvance) ? 0 : nowMs - this.#lastAdvance;
    this.#lastAdvance = nowMs;
    // What came while the page stood still waits to be read: that is no silence of the server.
    if (dt > AWAY_MS) this.#lastPatch = nowMs;
    this.#follow();
    this.#questions.askWhenDue(nowMs);
    if (this.#prediction !== undefined) this.#prediction.pace.enabled = this.switches.pacing;
    this.#stampShown();
    if (!this.paused) this.#prediction?.advance(nowMs, dt, hands.sample);
  }

  /** Passes a frame at `nowMs` (time of the page): everything is moved to where it is to be drawn. */
  frame(nowMs: number, hands: Hands): void {
    this.advance(nowMs, hands);
    const dt = Number.isNaN(this.#lastFrame) ? 0 : nowMs - this.#lastFrame;
    this.#lastFrame = nowMs;
    const newest = this.#clock.newestArrivable;
    const time = this.#playOut.advance(dt, {
      target: newest - this.interpolationDelay,
      newest: this.state.tick * TICK_MS,
    });
    this.#shown = this.#patchTimes.roomTime(time);
    const prediction = this.#prediction;
    for (const [id, tracked] of this.#tracked) {
      if (id === this.#room.sessionId && prediction !== undefined && this.switches.prediction) {
        if (!this.paused) tracked.drawBody(prediction.draw(hands.peek()), nowMs);
        continue;
      }
      tracked.drawAt(time);
    }
    this.#frames += 1;
    if (this.starved) this.#starvedFrames += 1;
    this.events = this.#schedule.take(time);
  }

  /** Time (ms) for which nothing has come from the server. */
  silence(nowMs: number): number {
    return nowMs - this.#lastPatch;
  }

  /** The connection is back: its silence begins anew, for the first state takes a round trip to come. */
  resume(): void {
    this.#lastPatch = this.#now();
    this.paused = false;
  }

  /** Stops predicting and counting. */
  dispose(): void {
    this.#prediction?.dispose();
    this.traffic.dispose();
  }

  #patch(state: ArenaState): void {
    const time = state.tick * TICK_MS;
    this.#lastPatch = this.#now();
    this.#clock.patch(state.tick);
    this.#patchTimes.note(time, this.#clock.lastServerTime());
    this.traffic.patch();
    const seats = state.seats;
    for (const [id, player] of state.players) {
      let tracked = this.#tracked.get(id);
      if (tracked === undefined) {
        tracked = new TrackedPlayer(id, id === this.#room.sessionId);
        this.#tracked.set(id, tracked);
        this.#drawn.set(id, tracked.drawn);
      }
      tracked.receive(player, seats.get(id), time);
    }
    for (const id of this.#tracked.keys()) {
      if (state.players.has(id)) continue;
      this.#tracked.delete(id);
      this.#drawn.delete(id);
    }
    this.#others = this.#bodiesOfOthers();
    for (let i = 0; i < state.crumbles.length; i++) this.#crumbles[i] = state.crumbles[i] ?? 0;
    const self = state.players.get(this.#room.sessionId);
    if (self !== undefined) this.#prediction?.reportMargin(this.#lastPatch, self.inputMargin);
    this.onPatch();
  }

  /**
   * Inputs name the moment that the last frame showed, for that is what their player aims at, however long ago the
   * frame was. What the SDK stamps is its time, less half a round trip, less this delay.
   */
  #stampShown(): void {
    if (this.#prediction === undefined || Number.isNaN(this.#shown)) return;
    const newest = this.#clock.serverNow() - this.#clock.smoothedRtt() / 2;
    this.#prediction.interpolationDelay = newest - this.#shown;
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
      obstacles: () => (this.switches.contacts ? this.#others : NOBODY),
      onEvent: (event) => this.#schedule.predict(event),
    });
  }

  #bodiesOfOthers(): Body[] {
    const bodies: Body[] = [];
    for (const [id, tracked] of this.#tracked) {
      if (id !== this.#room.sessionId) bodies.push(tracked.body);
    }
    return bodies;
  }
}
