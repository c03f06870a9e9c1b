import type { Arena } from "#shared/arena/arena.ts";
import type { EventBatch } from "#shared/messages.ts";
import type { Body, GameEvent, MatchPhase, PlayerInput } from "#shared/simulation/types.ts";
import { type Spot, unpackSpots } from "#shared/spots.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { Traffic } from "../traffic.ts";
import { EventSchedule } from "./events.ts";
import { interpolationDelay } from "./interpolation-delay.ts";
import type { MatchSource } from "./match-source.ts";
import type { DrawnPlayer, MatchView } from "./match-view.ts";
import { PlayOut } from "./play-out.ts";
import { Prediction } from "./prediction.ts";
import { ServerClock } from "./server-clock.ts";
import { ALL_ON, type Switches } from "./switches.ts";
import { TimeQuestions } from "./time-questions.ts";
import { TrackedPlayers } from "./tracked-players.ts";

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

/** A match that this page is in, or watches: takes in what its source tells and says what is to be drawn. */
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

  readonly #source: MatchSource;
  readonly #tracked: TrackedPlayers;
  readonly #schedule: EventSchedule;
  readonly #clock: ServerClock;
  readonly #playOut: PlayOut;
  readonly #questions: TimeQuestions | undefined;
  readonly #crumbles: number[] = [];
  #prediction: Prediction | undefined;
  #predictedOf: PlayerState | undefined;
  #lastPatch: number;
  readonly #now: () => number;
  #lastAdvance = Number.NaN;

  /** `now` is the clock (ms) by which what comes is timed. */
  constructor(source: MatchSource, arena: Arena, now: () => number) {
    const { room, selfId } = source;
    this.#source = source;
    this.#now = now;
    this.#lastPatch = now();
    this.arena = arena;
    this.#tracked = new TrackedPlayers(selfId);
    this.players = this.#tracked.drawn;
    this.traffic = new Traffic(room, now);
    this.#schedule = new EventSchedule(selfId);
    this.#clock = new ServerClock(now);
    this.#playOut = new PlayOut(this.#clock);
    source.keepTime(this.#clock);
    this.#questions =
      room && new TimeQuestions(room, this.#clock, now, (input) => this.#prediction?.pace.sentAt(input));
    source.onState((state) => this.#patch(state));
    // The first state may have come before anybody listened.
    if (source.state !== undefined) this.#patch(source.state);
    source.events.listen((batch) => this.#receive(batch));
    source.spots.listen(({ spots }) => {
      this.spots = unpackSpots(spots);
    });
  }

  /** The state as the newest patch left it. */
  get state(): ArenaState {
    const { state } = this.#source;
    if (state === undefined) throw new Error("No state of this match has come yet.");
    return state;
  }

  get self(): DrawnPlayer | undefined {
    return this.players.get(this.#source.selfId);
  }

  get phase(): MatchPhase {
    return this.state.phase as MatchPhase;
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
    return fixedDelayMs ?? interpolationDelay(1000 / this.state.netRate, this.#clock.jitter());
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
    return this.state.players.get(this.#source.selfId)?.inputMargin ?? 0;
  }

  /**
   * Age (ms) of what is drawn of others at `nowMs` (time of the page): the server's time now less the time drawn. When
   * nothing new comes it grows with the silence.
   */
  ageOfState(nowMs: number): number {
    const newest = this.silence(nowMs) + this.#clock.smoothedRtt() / 2;
    return Math.max(this.serverTime - this.renderTime, newest);
  }

  /** In this frame there was nothing newer for others to move towards. */
  get starved(): boolean {
    return this.#playOut.starved;
  }

  /** Share of frames of which that was so. */
  get starvation(): number {
    return this.#playOut.starvation;
  }

  /** Seconds until the phase ends. */
  get secondsLeft(): number {
    const { endsAt, tick } = this.state;
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
    this.#questions?.askWhenDue(nowMs);
    if (this.#prediction !== undefined) this.#prediction.pace.enabled = this.switches.pacing;
    this.#stampShown();
    if (!this.paused) this.#prediction?.advance(nowMs, dt, hands.sample);
  }

  /** Passes a frame at `nowMs` (time of the page): everything is moved to where it is to be drawn. */
  frame(nowMs: number, hands: Hands): void {
    this.advance(nowMs, hands);
    const time = this.#playOut.frame(nowMs, this.interpolationDelay, this.state.tick * TICK_MS);
    const prediction = this.switches.prediction ? this.#prediction : undefined;
    this.#tracked.drawAt(
      time,
      prediction &&
        ((self) => {
          if (!this.paused) self.drawBody(prediction.draw(hands.peek()), nowMs);
        }),
    );
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

  /** Takes in what happened, as it is told after a patch. */
  #receive(batch: EventBatch): void {
    this.#schedule.receive(batch);
    this.#tracked.takeBack(batch);
  }

  #patch(state: ArenaState): void {
    const time = state.tick * TICK_MS;
    this.#lastPatch = this.#now();
    this.#clock.patch(state.tick);
    this.#playOut.note(time);
    this.traffic.patch();
    this.#tracked.receive(state, time);
    for (let i = 0; i < state.crumbles.length; i++) this.#crumbles[i] = state.crumbles[i] ?? 0;
    const self = state.players.get(this.#source.selfId);
    if (self !== undefined) this.#prediction?.reportMargin(this.#lastPatch, self.inputMargin);
    this.onPatch();
  }

  /** Inputs name the moment that the last frame showed: that is what their player aims at, however long ago it was. */
  #stampShown(): void {
    if (this.#prediction === undefined) return;
    const { shownDelay } = this.#playOut;
    if (!Number.isNaN(shownDelay)) this.#prediction.interpolationDelay = shownDelay;
  }

  /** Begins to predict when the own player is there, and anew when a reconnection brought a new one. */
  #follow(): void {
    const { room, selfId, state } = this.#source;
    if (room === undefined || state === undefined) return;
    const self = state.players.get(selfId);
    if (self === this.#predictedOf) return;
    this.#prediction?.dispose();
    this.#predictedOf = self;
    this.#prediction = undefined;
    if (self === undefined) return;
    this.#clock.setPatchInterval(1000 / state.netRate);
    this.#prediction = new Prediction({
      room,
      self,
      ground: { arena: this.arena, crumblePhases: this.#crumbles },
      obstacles: () => (this.switches.contacts ? this.#tracked.others : NOBODY),
      onEvent: (event) => this.#schedule.predict(event),
    });
  }
}
