import { StateView } from "@colyseus/schema";
import { encodeMessagePack } from "#colyseus/frames/message-pack.ts";
import { messageFrame, readFrame } from "#colyseus/frames/messages.ts";
import { RoomFrames, type Timing } from "#colyseus/frames/room-frames.ts";
import type { Dress } from "#room/seats.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { type EventBatch, type RefusedMessage, ServerMessage } from "#shared/messages.ts";
import { PRACTICE, type PracticeOptions, type PracticeReport, type PracticeSpeed } from "#shared/practice.ts";
import { mayPush, type Sights } from "#shared/simulation/tick-input.ts";
import type { MatchPhase, PlayerInput, World } from "#shared/simulation/types.ts";
import { InputState } from "#shared/state/input-state.ts";
import { OWNER } from "#shared/state/player-state.ts";
import { NET, TICK_MS, TICK_RATE } from "#shared/tunables.ts";
import { decodeMessagePack } from "#transports/pipeline/message-pack.ts";
import { type Commanded, giveCommand } from "./commands.ts";
import { History } from "./history.ts";
import { OwnInputs } from "./own-inputs.ts";
import { PracticeMatch, SELF } from "./practice-match.ts";
import { readWish } from "./wishes.ts";

/** The code of Colyseus for somebody who leaves on purpose. */
const LEFT = 4000;
const STEPS_PER_PATCH = TICK_RATE / NET.patchRate;
const NOBODY_SEEN: Sights = new Map();

/** What practice asks of whatever runs it. */
export interface PracticeDeps {
  readonly arenas: ReadonlyMap<string, Arena>;
  /** Share of a step that has passed since the newest one, 0..1. */
  sinceStep(): number;
  /** How long steps took of late (ms), the 95th percentile. */
  stepP95(): number;
  /** Steps come at this share of their ordinary speed from now on. */
  setSpeed(speed: PracticeSpeed): void;
  send(frame: Uint8Array): void;
  /** Ends the connection with a code. */
  close(code: number): void;
}

/** A room of its own for one player, without a server: it says and hears what a room of the server does. */
export class PracticeRoom implements Commanded {
  readonly #deps: PracticeDeps;
  readonly #match: PracticeMatch;
  readonly #frames: RoomFrames;
  readonly #history = new History();
  #inputs = new OwnInputs();
  #connections = 0;
  #confirmed = false;
  #steps = 0;
  #speed: PracticeSpeed = 1;
  /** The newest report that was told, as it was sent. */
  #told = "";

  constructor(options: PracticeOptions, deps: PracticeDeps) {
    this.#deps = deps;
    this.#match = new PracticeMatch(deps.arenas, options);
    // As online, so that a frame of the page costs no more: what it decodes is most of the difference.
    this.#match.state.netRate = NET.patchRate;
    this.#match.state.countsInputs = true;
    const view = new StateView();
    this.#frames = new RoomFrames(this.#match.state, view);
    this.#match.replicate();
    view.add(this.#match.self, OWNER);
  }

  get world(): World {
    return this.#match.world;
  }

  get time(): number {
    return (this.world.tick + this.#deps.sinceStep()) * TICK_MS;
  }

  get stepP95(): number {
    return this.#deps.stepP95();
  }

  takeQuickest(): { number: number; time: number } | undefined {
    return this.#inputs.takeQuickest();
  }

  enterPhase(phase: MatchPhase): void {
    this.#match.enterPhase(phase);
  }

  dress(wanted: Dress): void {
    this.#match.dress(wanted);
  }

  wish(message: unknown): void {
    const wish = readWish(message);
    this.#speed = wish.speed ?? this.#speed;
    if (wish.speed !== undefined) this.#deps.setSpeed(wish.speed);
    if (!this.#match.wish(wish)) return;
    this.#history.clear();
    this.#inputs.rest();
  }

  /** The player is there; `again` after the line was cut. */
  opened(again: boolean): void {
    this.#inputs = new OwnInputs(this.#inputs.last);
    this.#confirmed = false;
    this.#told = "";
    const token = `practice-${++this.#connections}`;
    const terms = { input: new InputState(), tickRate: TICK_RATE, patchMs: 1000 / NET.patchRate };
    this.#deps.send(again ? this.#frames.back(token) : this.#frames.joined(token, terms));
  }

  closed(): void {
    this.#confirmed = false;
  }

  /** A frame of the player has come. */
  received(frame: Uint8Array): void {
    const said = readFrame(frame);
    if (said.kind === "confirmed") this.#begin();
    else if (said.kind === "left") this.#deps.close(LEFT);
    else if (said.kind === "ping") this.#deps.send(frame);
    else if (said.kind === "input") this.#inputs.receive(frame, said.at, said.later, this.time);
    else if (said.kind === "message") {
      this.#hear(said.name, said.packed.length === 0 ? undefined : decodeMessagePack(said.packed));
    }
  }

  /** A step of the match; with every second one, what the player is told of it. */
  step(): void {
    const own = this.#inputs.take((this.world.tick + 1) * TICK_MS);
    this.#match.step(own, this.#sights(own));
    this.#history.note(this.world);
    this.#steps += 1;
    if (this.#steps % STEPS_PER_PATCH !== 0) return;
    const events = [...this.#match.replicate()];
    this.#match.self.inputMargin = this.#inputs.takeMargin();
    if (!this.#confirmed) return;
    this.#deps.send(this.#frames.patch(this.#timing));
    if (events.length > 0) this.#tell(ServerMessage.Events, { events } satisfies EventBatch);
    this.#report();
  }

  #begin(): void {
    this.#confirmed = true;
    // The state is that of the newest patch, the acknowledgement that of the newest step. What has happened before is no news.
    this.#match.replicate();
    this.#deps.send(this.#frames.whole(this.#timing));
    this.#report();
  }

  #hear(name: string, payload: unknown): void {
    if (name === PRACTICE) {
      this.wish(payload);
      return;
    }
    const outcome = giveCommand(this, name, payload);
    if (outcome === undefined) return;
    if ("answer" in outcome) this.#tell(name, outcome.answer);
    else this.#tell(ServerMessage.Refused, { command: name, why: outcome.why } satisfies RefusedMessage);
  }

  #report(): void {
    const report: PracticeReport = { ...this.#match.report, speed: this.#speed };
    const text = JSON.stringify(report);
    if (text === this.#told) return;
    this.#told = text;
    this.#tell(PRACTICE, report);
  }

  /** Where the player saw the others whom a push of theirs may reach in this step. */
  #sights(own: readonly PlayerInput[]): Sights {
    const self = this.world.players.get(SELF);
    if (self === undefined || !mayPush(self, own)) return NOBODY_SEEN;
    return new Map([[SELF, this.#history.seen(this.world, self, this.#inputs.shown)]]);
  }

  /** The time of the room is that of the simulation: no step is ever given up. */
  get #timing(): Timing {
    return { now: this.world.tick * TICK_MS, ack: this.#inputs.consumed };
  }

  #tell(name: string, message: object): void {
    if (this.#confirmed) this.#deps.send(messageFrame(name, encodeMessagePack(message)));
  }
}
