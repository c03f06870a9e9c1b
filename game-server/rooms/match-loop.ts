import type { Client } from "@colyseus/core";
import type { InputSource } from "#room/input-queue.ts";
import { replicate, replicateTime } from "#room/replicate.ts";
import { endPhase, enterPhase } from "#shared/simulation/match.ts";
import { stepsTogether } from "#shared/simulation/modes/steps-together.ts";
import { isStill } from "#shared/simulation/pause.ts";
import { step } from "#shared/simulation/step.ts";
import type { TickInput } from "#shared/simulation/tick-input.ts";
import type { GameEvent, MatchPhase, World } from "#shared/simulation/types.ts";
import { DT, TICK_MS, TICK_RATE } from "#shared/tunables.ts";
import type { Audience } from "./audience/audience.ts";
import type { BotCrew } from "./bot-crew.ts";
import type { RoomFeatures } from "./features/room-features.ts";
import { PlayerInputs } from "./player-inputs.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { RoomFaults } from "./room-faults.ts";
import { burn } from "./slow-step.ts";
import type { StepClock } from "./step-clock.ts";

/** Steps that a room makes with nobody in it before it rests: who reloads a page is back before that. */
const ALONE_STEPS = 2 * TICK_RATE;
/** While nothing happens a patch every so many ticks is enough: it says that the room is there, and takes inputs. */
const QUIET_EVERY = 10;

/** What a loop works on, and what it asks of its room. */
export interface MatchLoopOptions {
  readonly world: World;
  readonly audience: Audience;
  readonly bots: BotCrew;
  readonly faults: RoomFaults;
  readonly features: Pick<RoomFeatures, "beforeStep" | "afterStep" | "phaseChanged">;
  readonly stepClock: StepClock;
  readonly deps: Pick<RoomDeps, "onStep" | "slowStepMs" | "wheel">;
  /** How many may play: how much work a step may be. */
  readonly seats: number;
  /** Ticks between two patches. */
  readonly patchEvery: number;
  /** Makes up for how late everybody is. */
  readonly compensate: (inputs: TickInput["inputs"]) => TickInput;
  /** What Colyseus keeps for a room: its connections, its clock (ms), and the inputs that have come from somebody. */
  readonly room: {
    readonly clients: { readonly length: number };
    readonly inputs: { get(id: string): InputSource };
    readonly clock: { readonly elapsedTime: number; tick(): void };
  };
  /** Rests until somebody is there: the people of a saved room are about to come back. */
  readonly rests?: boolean | undefined;
  /** Sends what has changed in the state, to everybody. */
  readonly sendPatch: () => void;
  /** The match has gone on to another phase; the features know. */
  readonly phaseChanged: () => void;
}

/**
 * One match after another: a step every tick, or two every second one, and a patch every few. While nobody is connected it rests:
 * nobody sees what bots do to each other, or to the character of somebody whose line is cut, who finds the match as they left it.
 */
export class MatchLoop {
  readonly inputs: PlayerInputs;
  readonly #options: MatchLoopOptions;
  /** Ends the steps; undefined while it rests. */
  #leaveWheel: (() => void) | undefined;
  #stopped = false;
  /** Ticks in a row with nobody in the room. */
  #alone = 0;
  /** Ticks that have passed, and whose steps are not made yet. */
  #waiting = 0;
  /** What has happened since the last patch. */
  #events: GameEvent[] = [];
  #patchDue = false;

  /** Steps from now on, by a wheel of ours: the timer of Colyseus is late for longer and rings for all rooms at once. */
  constructor(options: MatchLoopOptions) {
    const { world, room } = options;
    this.#options = options;
    this.inputs = new PlayerInputs(
      (id) => room.inputs.get(id),
      (id) => world.players.has(id),
      () => ({
        simulation: this.time,
        ahead: room.clock.elapsedTime - world.tick * TICK_MS,
        together: this.#together,
      }),
    );
    if (options.rests !== true) this.#wake();
  }

  /** Whether it has ended for good. */
  get isStopped(): boolean {
    return this.#stopped;
  }

  /** Begins with a new connection of somebody. What it claims is bounded, unless `trusting`. */
  receive(client: Client, trusting: boolean): void {
    this.#wake();
    this.inputs.receive(client, this.#options.patchEvery, trusting);
  }

  /**
   * Time of the simulation (ms). While a step is late it stands, because nobody knows how many will be made up for: it is
   * never ahead of what the next patch says.
   */
  get time(): number {
    const { world, stepClock } = this.#options;
    return world.tick * TICK_MS + Math.min(this.#together * TICK_MS, stepClock.sinceStep);
  }

  /** Steps that are made at one go. */
  get #together(): number {
    const { world, patchEvery } = this.#options;
    return stepsTogether(world.mode, patchEvery);
  }

  /** 95th percentile of how long the steps of the last second took (ms). */
  get stepP95(): number {
    return this.#options.stepClock.latest(TICK_RATE).p95;
  }

  /** Ends the phase before its time. */
  endPhase(): void {
    endPhase(this.#options.world, (event) => this.#events.push(event));
    this.#phaseChanged();
  }

  /** Goes to a phase of the match now. */
  enterPhase(phase: MatchPhase): void {
    enterPhase(this.#options.world, phase, (event) => this.#events.push(event));
    this.#phaseChanged();
  }

  /** For good. */
  stop(): void {
    this.#stopped = true;
    this.#rest();
  }

  /** For good, after a last patch with all that has happened: the room goes on elsewhere. */
  finish(): void {
    if (this.#stopped) return;
    this.stop();
    if (this.#events.length > 0) this.#options.faults.run("patch", () => this.#patch());
  }

  /** Somebody is there, or about to be: steps go on if it rested. */
  #wake(): void {
    this.#alone = 0;
    if (this.#stopped || this.#leaveWheel !== undefined) return;
    const { deps, room, seats, stepClock } = this.#options;
    // The rest is over now, and not for a timer that is about to be set: the next tick would count all of it.
    room.clock.tick();
    const { next, leave } = deps.wheel.join(this.#turn, seats);
    this.#leaveWheel = leave;
    // Whoever asks before the first step hears a time that leads up to it.
    stepClock.resume(next - TICK_MS);
  }

  #rest(): void {
    this.#leaveWheel?.();
    this.#leaveWheel = undefined;
    this.#options.stepClock.rest();
  }

  readonly #turn = (): void => {
    const { world, faults, room } = this.#options;
    this.#waiting += 1;
    // Only one is left to be made when another one failed, or when the mode has changed in between.
    const wanted = this.#together - (world.tick % this.#together);
    if (this.#waiting >= wanted) {
      this.#waiting = 0;
      faults.run("step", () => this.#steps(wanted));
    }
    if (room.clients.length > 0) this.#alone = 0;
    else if (++this.#alone >= ALONE_STEPS) this.#rest();
  };

  #steps(count: number): void {
    const { world, room, deps, stepClock } = this.#options;
    // The time of the last one, which the others have waited for.
    const nowMs = (world.tick + count) * TICK_MS;
    stepClock.begin(count);
    room.clock.tick();
    for (let left = count; left > 0; left--) this.#step(nowMs);
    if (deps.slowStepMs > 0) burn(count * deps.slowStepMs);
    stepClock.end();
  }

  #step(nowMs: number): void {
    const { world, bots, features, compensate, deps } = this.#options;
    const inputs = this.inputs.take(nowMs);
    features.beforeStep(inputs);
    bots.think(world, inputs);
    const before = world.phase;
    const tick = compensate(inputs);
    const events = step(world, tick, DT);
    this.#events.push(...events);
    deps.onStep?.(world, tick);
    if (before !== world.phase) this.#phaseChanged();
    features.afterStep(events);
    this.#callForPatch();
  }

  #phaseChanged(): void {
    this.#options.features.phaseChanged();
    this.#options.phaseChanged();
  }

  #callForPatch(): void {
    const { world, patchEvery, faults } = this.#options;
    if (world.tick % patchEvery !== 0 || this.#patchDue) return;
    this.#patchDue = true;
    // Nobody catches what a microtask throws.
    queueMicrotask(() => faults.run("patch", () => this.#patch()));
  }

  /**
   * Sends the world as it is once all steps that were due have run. A patch says which inputs it includes, and
   * Colyseus reads that when it sends: the state must not be older, or every page corrects itself for nothing.
   */
  #patch(): void {
    const { world, audience, sendPatch } = this.#options;
    this.#patchDue = false;
    const { state } = audience;
    if (world.phase === "lobby" || isStill(world.resumesAt, world.tick)) {
      replicate(world, state);
      if (this.#isQuiet()) return;
      replicateTime(world, state);
    } else {
      // What comes first in a patch need not be named there, and time always changes.
      replicateTime(world, state);
      replicate(world, state);
    }
    this.inputs.noteMargins(state);
    audience.beforePatch(this.#events);
    sendPatch();
    audience.afterPatch(this.#events);
    this.#events = [];
  }

  /** Whether nothing is to be told of a lobby or a pause but the time: then most patches are left out. */
  #isQuiet(): boolean {
    const { world, audience } = this.#options;
    return world.tick % QUIET_EVERY !== 0 && this.#events.length === 0 && !audience.serializer.hasChanges;
  }
}
