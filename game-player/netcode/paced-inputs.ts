import { stepsTogether } from "#shared/simulation/modes/steps-together.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { InputState, readInput } from "#shared/state/input-state.ts";
import { TICK_MS, TICK_RATE } from "#shared/tunables.ts";
import type { InputHandle, JoinedRoom } from "../colyseus/joined-room.ts";
import { PairedFrames } from "../colyseus/paired-frames.ts";
import { InputPace } from "./input-pace.ts";
import { Pacer } from "./pacer.ts";

/** Inputs that may be under way. Beyond it the line is dead or nearly so, and more would only pile up. */
const MAX_PENDING = 40;

/**
 * The inputs of one player: numbered, one per tick, and sent so that they come just in time for their ticks. Where the room makes
 * two steps at one go, the first of two inputs waits for the second, with which it is used, and they travel as one frame.
 */
export class PacedInputs {
  /** The SDK's end of them, of which a room has one. */
  readonly handle: InputHandle<InputState>;
  /** How soon inputs leave. */
  readonly pace = new InputPace();
  readonly #room: Pick<JoinedRoom, "connection" | "input" | "state">;
  readonly #frames: PairedFrames;
  readonly #pacer = new Pacer(TICK_MS);
  #epoch: number;

  constructor(room: Pick<JoinedRoom, "connection" | "input" | "state">) {
    this.#room = room;
    this.#frames = new PairedFrames(room);
    this.handle = room.input<InputState>({ type: InputState, mode: "reliable" });
    this.#epoch = this.handle.epoch;
  }

  /** Inputs that were sent and are not acknowledged. */
  get pending(): number {
    return this.handle.pendingCount;
  }

  /** How far into the next tick the present moment is, 0..1. */
  get share(): number {
    return this.#pacer.share;
  }

  /** A patch has said how long (ms) inputs lay on the server before their tick, at least. */
  report(nowMs: number, marginMs: number): void {
    this.#followConnection();
    this.pace.report(nowMs, this.handle.lastProcessed, marginMs);
  }

  /** Passes `dtMs` of time until `nowMs`, and sends what `sample` says for each tick that is due. Returns how many left. */
  advance(nowMs: number, dtMs: number, sample: () => PlayerInput): number {
    const lived = this.pace.advance(dtMs);
    if (this.pending >= MAX_PENDING) {
      this.#pacer.halt(lived);
      return 0;
    }
    let left = 0;
    for (let due = this.#pacer.advance(lived); due > 0; due--) left += this.#send(sample(), nowMs) ? 1 : 0;
    return left;
  }

  /** Sends what still waits: each input says only what has changed since the one before. */
  dispose(): void {
    this.#followConnection();
    this.#frames.release();
  }

  #send(input: PlayerInput, nowMs: number): boolean {
    this.#followConnection();
    const legal = readInput(input);
    // By the handle, which outlives this: on another arena they go on.
    const number = this.handle.sentCount + 1;
    const { tick: seen, countsInputs } = this.#room.state;
    const { data } = this.handle;
    data.moveX = legal.moveX;
    data.moveY = legal.moveY;
    data.aim = legal.aim;
    data.push = legal.push;
    data.dash = legal.dash;
    data.brace = legal.brace;
    data.seen = seen;
    // The room counts on from the first one of a connection, so that one that repeats the last is next to nothing.
    if (number === 1 || !countsInputs) data.tick = number;
    const { holds } = this.#frames;
    if (!holds && !this.#isFirstOfTwo(number)) {
      const sent = this.handle.send() !== 0;
      this.pace.sent(number, nowMs);
      return sent;
    }
    if (!holds) return this.#frames.hold(this.#make);
    const sent = this.#frames.send(this.#make);
    this.pace.sent(number - 1, nowMs);
    this.pace.sent(number, nowMs);
    return sent;
  }

  readonly #make = (): void => {
    this.handle.send();
  };

  /** Whether the room uses the input of a number at one go with the next: the newest state tells which was the last of such two. */
  #isFirstOfTwo(number: number): boolean {
    const { mode, netRate } = this.#room.state;
    const together = stepsTogether(modeOf(mode), TICK_RATE / netRate);
    return together === 2 && (number - this.handle.lastProcessed) % 2 === 1;
  }

  #followConnection(): void {
    if (this.handle.epoch === this.#epoch) return;
    this.#epoch = this.handle.epoch;
    this.pace.reset();
    this.#frames.drop();
  }
}
