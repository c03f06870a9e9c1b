import type { Arena } from "#shared/arena/arena.ts";
import type { EventBatch } from "#shared/messages.ts";
import type { Body, GameEvent, MatchPhase } from "#shared/simulation/types.ts";
import { type Spot, unpackSpots } from "#shared/spots.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { Traffic } from "../traffic.ts";
import { EventSchedule } from "./events.ts";
import type { Hands } from "./hands.ts";
import { interpolationDelay } from "./interpolation-delay.ts";
import type { LineRecord } from "./late-states.ts";
import { secondsLeft, secondsToPlay } from "./match-clock.ts";
import type { MatchSource } from "./match-source.ts";
import {
  createGaze,
  type DrawnBall,
  type DrawnPlayer,
  type DrawnThing,
  type MatchView,
} from "./match-view.ts";
import { OwnPrediction } from "./own-prediction.ts";
import { PlayOut } from "./play-out.ts";
import type { Prediction } from "./prediction.ts";
import { RoomTime } from "./room-time.ts";
import { ALL_ON, type Switches } from "./switches.ts";
import { TrackedWorld } from "./tracked-world.ts";

/** A page that has not run for longer than this (ms) was away. Pages in the background run once a second. */
const AWAY_MS = 2000;
const NOBODY: readonly Body[] = [];

/** A match that this page is in, or watches: takes in what its source tells and says what is to be drawn. */
export class Match implements MatchView {
  readonly arena: Arena;
  readonly ground: MatchView["ground"];
  readonly players: ReadonlyMap<string, DrawnPlayer>;
  readonly things: ReadonlyMap<string, DrawnThing>;
  readonly traffic: Traffic;
  spots: readonly Spot[] = [];
  /** Events due in this frame. */
  events: readonly GameEvent[] = [];
  paused = false;
  readonly switches: Switches = { ...ALL_ON };
  gaze = createGaze();
  /** Called after each patch. */
  onPatch: () => void = () => {};

  readonly #source: MatchSource;
  readonly #tracked: TrackedWorld;
  readonly #schedule: EventSchedule;
  readonly #time: RoomTime;
  readonly #playOut: PlayOut;
  /** What to call to hear no more of the room. */
  readonly #listening: readonly (() => void)[];
  readonly #own: OwnPrediction;
  #lastPatch: number;
  readonly #now: () => number;
  #lastAdvance = Number.NaN;
  #disposed = false;

  /** `now` is the clock (ms) by which what comes is timed; `time` that of the room, which goes on from match to match. */
  constructor(source: MatchSource, arena: Arena, now: () => number, time = new RoomTime(source, now)) {
    const { room, selfId } = source;
    this.#source = source;
    this.#now = now;
    this.#lastPatch = now();
    this.arena = arena;
    this.#tracked = new TrackedWorld(selfId, arena);
    this.ground = this.#tracked.ground;
    this.players = this.#tracked.players.drawn;
    this.things = this.#tracked.things.drawn;
    this.traffic = new Traffic(room, now);
    this.#schedule = new EventSchedule(selfId);
    this.#time = time;
    this.#playOut = new PlayOut(time.clock);
    time.sentAt = (input) => this.prediction?.pace.sentAt(input);
    this.#own = new OwnPrediction(source, {
      ground: this.ground,
      ball: this.#tracked.ball.truth.motion,
      obstacles: () => (this.switches.contacts ? this.#tracked.players.others : NOBODY),
      onEvent: (event) => this.#schedule.predict(event),
    });
    this.#listening = [
      source.onState((state) => this.#patch(state)),
      source.events.listen((batch) => this.#receive(batch)),
      source.spots.listen(({ spots }) => {
        this.spots = unpackSpots(spots);
      }),
    ];
    // The first state may have come before anybody listened.
    if (source.state !== undefined) this.#patch(source.state);
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

  get ball(): DrawnBall | undefined {
    return this.#tracked.ball.drawn;
  }

  get prediction(): Prediction | undefined {
    return this.#own.current;
  }

  /** Delay (ms) at which others are to be drawn behind the newest state that can have come. */
  get interpolationDelay(): number {
    const { fixedDelayMs } = this.switches;
    return fixedDelayMs ?? interpolationDelay(1000 / this.state.netRate, this.#time.clock.jitter());
  }

  /** Simulation time (ms) that is drawn of others. */
  get renderTime(): number {
    return this.#playOut.time;
  }

  /** How the line has been over the last ten seconds; undefined where it cannot be exchanged. */
  get line(): LineRecord | undefined {
    return this.#time.line;
  }

  /** Estimate of the simulation time on the server now (ms). */
  get serverTime(): number {
    return this.#time.clock.simulationNow();
  }

  /** How long (ms) the own inputs lay on the server before their tick, the least of a patch; less than 0 if one came too late. */
  get inputMargin(): number {
    return this.state.players.get(this.#source.selfId)?.inputMargin ?? 0;
  }

  /**
   * Age (ms) of what is drawn of others at `nowMs` (time of the page): the server's time now less the time drawn. When
   * nothing new comes it grows with the silence.
   */
  ageOfState(nowMs = this.#now()): number {
    const newest = this.silence(nowMs) + this.#time.clock.smoothedRtt() / 2;
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

  /** Seconds until the phase ends; they stand still in a pause. */
  get secondsLeft(): number {
    return secondsLeft(this.state, this.serverTime);
  }

  /** Seconds until play goes on: 0 while it does, infinitely many while it is paused. */
  get secondsToPlay(): number {
    return secondsToPlay(this.state, this.serverTime);
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
    if (this.#own.follow()) this.#time.clock.setPatchInterval(1000 / this.state.netRate);
    this.#time.askWhenDue(nowMs);
    if (this.prediction !== undefined) this.#tell(this.prediction);
    if (!this.paused) this.prediction?.advance(nowMs, dt, hands.sample);
  }

  /** Passes a frame at `nowMs` (time of the page): everything is moved to where it is to be drawn. */
  frame(nowMs: number, hands: Hands): void {
    this.advance(nowMs, hands);
    const time = this.#playOut.frame(nowMs, this.interpolationDelay, this.state.tick * TICK_MS);
    const prediction = this.switches.prediction ? this.prediction : undefined;
    this.#tracked.drawAt(
      time,
      prediction &&
        ((self, own) => {
          if (!this.paused) own.draw(self, { nowMs, time, body: prediction.draw(hands.peek()) });
        }),
    );
    if (!this.paused) this.#tracked.ball.drawAt({ nowMs, time, predicted: prediction?.drawnBall });
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

  /** Stops listening, predicting and counting: the picture stands still. */
  dispose(): void {
    for (const stop of this.#listening) stop();
    this.events = [];
    this.paused = true;
    this.#disposed = true;
    this.#own.dispose();
    this.traffic.dispose();
  }

  /** Takes in what happened, as it is told after a patch. */
  #receive(batch: EventBatch): void {
    this.#schedule.receive(batch, !this.prediction?.rests);
    this.#tracked.players.takeBack(batch);
  }

  #patch(state: ArenaState): void {
    if (this.#disposed) return;
    const time = state.tick * TICK_MS;
    this.#lastPatch = this.#now();
    this.#time.clock.patch(state.tick);
    this.#playOut.note(time);
    this.traffic.patch();
    this.#tracked.receive(state, time);
    const self = state.players.get(this.#source.selfId);
    if (self !== undefined) this.prediction?.reportMargin(this.#lastPatch, self.inputMargin);
    this.onPatch();
  }

  /** Inputs name the moment that the last frame showed: that is what their player aims at, however long ago it was. */
  #tell(prediction: Prediction): void {
    prediction.pace.enabled = this.switches.pacing;
    const { shownDelay } = this.#playOut;
    if (!Number.isNaN(shownDelay)) prediction.interpolationDelay = shownDelay;
  }
}
