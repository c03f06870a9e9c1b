import { expect } from "vitest";
import { NET, TICK_RATE } from "#shared/tunables.ts";
import { waitFor } from "../../support/wait-for.ts";
import type { HttpRequest } from "../inputs/http-request.ts";
import type { Session } from "../inputs/sessions.ts";
import { Sender } from "../send/sender.ts";
import { type Memory, Target } from "./target.ts";
import { type Victim, Victims } from "./victims.ts";

/** A room makes up for this many steps at one go, and then sends one patch for all of them. */
const MAX_AT_ONCE = 5;
const MAX_GAP = TICK_RATE / NET.patchRate + MAX_AT_ONCE;
/** Rooms that open and close while others send log a few lines; beyond that the log is shorter than what was sent. */
const LOG_SLACK = 16_000;

/** Seats are kept for those who were cut off, and rooms end with their last seat. */
const GONE_MS = 120_000;

/** Settings of a server and the addresses that its limits see. */
export interface Surroundings {
  readonly environment: Record<string, string>;
  /** The address of the n-th sender. */
  readonly addressOf: (n: number) => string;
}

/** What a server has been through. */
interface Running {
  readonly target: Target;
  readonly victims: Victims;
  readonly sender: Sender;
}

/** A server with two honest players on it, and somebody who sends what nobody should. It is started again when it falls. */
export class World {
  readonly #surroundings: Surroundings;
  #running: Running | undefined;
  #inputs = 0;
  #seated = 0;
  #sessions = 0;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Requests and messages that were sent so far. */
  get inputs(): number {
    return this.#inputs + (this.#running?.sender.inputs ?? 0);
  }

  /** Sessions that asked for a seat. */
  get sessionsSent(): number {
    return this.#sessions;
  }

  /** Sessions that had a seat. */
  get seated(): number {
    return this.#seated + (this.#running?.sender.seated ?? 0);
  }

  async start(): Promise<Running> {
    if (this.#running !== undefined) return this.#running;
    const target = await Target.start(this.#surroundings.environment);
    const victims = await Victims.join(target.port);
    const sender = new Sender(target.port, victims.room, this.#surroundings.addressOf);
    this.#running = { target, victims, sender };
    return this.#running;
  }

  async requests(requests: readonly HttpRequest[]): Promise<void> {
    await this.#send((sender) => sender.requests(requests));
  }

  async sessions(sessions: readonly Session[]): Promise<void> {
    this.#sessions += sessions.length;
    await this.#send((sender) => sender.sessions(sessions));
  }

  /** How the victims do. */
  async victims(): Promise<Victim[]> {
    return (await this.start()).victims.report();
  }

  /** What the server holds now. */
  async memory(): Promise<Memory> {
    return (await this.start()).target.memory();
  }

  /**
   * What the server holds when nobody is left but the victims, and nobody is waited for: as soon as that is enough, or in the
   * end, for what belongs to a closed room goes a while after it.
   */
  async memoryWhenAlone(isEnough: (memory: Memory) => boolean): Promise<Memory> {
    const { target } = await this.start();
    await waitFor("everybody else to be gone", async () => (await target.figure("pushback_rooms")) === 1, {
      timeoutMs: GONE_MS,
      everyMs: 500,
    });
    for (const until = performance.now() + GONE_MS; performance.now() < until; ) {
      const memory = await target.memory();
      if (isEnough(memory)) return memory;
    }
    return target.memory();
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.#inputs += running?.sender.inputs ?? 0;
    this.#seated += running?.sender.seated ?? 0;
    await running?.victims.stop();
    await running?.target.stop();
  }

  async #send(send: (sender: Sender) => Promise<void>): Promise<void> {
    const running = await this.start();
    const { target, sender, victims } = running;
    const before = { logged: target.logged, bytes: sender.bytes, victims: await victims.report() };
    try {
      // What goes wrong at this end, when the server breaks off, says nothing; how the server is afterwards says it.
      await send(sender).catch(() => {});
      await target.expectSound();
      await expectPatches(victims, before.victims);
      const logged = target.logged - before.logged;
      expect(logged, "bytes of log").toBeLessThan(sender.bytes - before.bytes + LOG_SLACK);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }
}

/** The victims are still in and get every patch. */
async function expectPatches(victims: Victims, before: readonly Victim[]): Promise<void> {
  const after = await waitFor("the victims to get patches", async () => {
    const now = await victims.report();
    const isHeld = now.some(({ patches, left }, i) => left === null && patches <= (before[i]?.patches ?? 0));
    return isHeld ? false : now;
  });
  for (const { left, largestGap } of after) {
    expect(left, "code by which a victim was put out").toBeNull();
    expect(largestGap, "ticks between two patches").toBeLessThanOrEqual(MAX_GAP);
  }
}
