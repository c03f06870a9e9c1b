import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { LinkSettings } from "../conditions.ts";
import type { LabLink, LinkCounters } from "./link.ts";

const EMULATOR = fileURLToPath(new URL("./emulator.py", import.meta.url));
/** Addresses that are set aside for measurements (RFC 2544); each experiment on a machine has a pair of its own. */
const NETWORK = "198.18";
/** Time (ms) in which it takes the namespaces away. */
const END_LIMIT_MS = 5000;

const passed = z.object({
  packets: z.number(),
  bytes: z.number(),
  lost: z.number(),
  connections: z.number(),
});
const counters = z.object({
  up: passed,
  down: passed,
  lateMs: z.object({ p50: z.number(), p99: z.number() }),
});
const greeting = z.union([z.object({ ready: z.literal(true) }), z.object({ error: z.string() })]);

/** A link of packets between two network namespaces, kept up by a process that ends with this one. */
export class PacketLink implements LabLink {
  readonly kind = "packets";
  readonly serverPlace: readonly string[];
  readonly playersPlace: readonly string[];
  readonly #emulator: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  readonly #serverAddress: string;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(seed: number) {
    const name = `pushback-lab-${process.pid}`;
    const block = `${NETWORK}.${process.pid % 256}`;
    const [players, server] = [`${name}-players`, `${name}-server`];
    this.#serverAddress = `${block}.2`;
    this.playersPlace = ["ip", "netns", "exec", players];
    this.serverPlace = ["ip", "netns", "exec", server];
    this.#emulator = spawn(
      "python3",
      [EMULATOR, players, `${block}.1`, server, this.#serverAddress, String(seed)],
      // A group of its own: Ctrl-C is for the experiment, which then ends this in order.
      { detached: true, stdio: ["pipe", "pipe", "inherit"] },
    );
    // A broken pipe shows in the answers that do not come.
    this.#emulator.stdin.on("error", () => {});
    this.#lines = createInterface({ input: this.#emulator.stdout })[Symbol.asyncIterator]();
  }

  /** Sets one up. @throws Error with the reason when this machine does not let us. */
  static async start(seed: number): Promise<PacketLink> {
    if (process.platform !== "linux") throw new Error("there are network namespaces on Linux only");
    if (process.getuid?.() !== 0) throw new Error("network namespaces need root");
    const link = new PacketLink(seed);
    const failed = once(link.#emulator, "error").then(([error]) => ({ error: `python3: ${error.message}` }));
    const said = await Promise.race([link.#read(greeting), failed]);
    if ("error" in said) throw new Error(said.error);
    return link;
  }

  /** Process that moves the packets. */
  get pid(): number {
    return this.#emulator.pid ?? 0;
  }

  async originOf(port: number): Promise<string> {
    return `http://${this.#serverAddress}:${port}`;
  }

  async set({ delayMs, jitterMs, loss }: LinkSettings): Promise<void> {
    await this.#ask({ set: { delayMs, jitterMs, loss } }, z.object({ set: z.literal(true) }));
  }

  counters(): Promise<LinkCounters> {
    return this.#ask({ counters: true }, counters);
  }

  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.#emulator;
    if (exitCode !== null || signalCode !== null) return;
    const ended = once(this.#emulator, "exit");
    const limit = setTimeout(() => this.#emulator.kill("SIGTERM"), END_LIMIT_MS);
    this.#emulator.stdin.end();
    await ended;
    clearTimeout(limit);
  }

  /** One question at a time: answers carry no number. */
  #ask<T>(request: object, answer: z.ZodType<T>): Promise<T> {
    const turn = this.#turn.then(() => {
      this.#emulator.stdin.write(`${JSON.stringify(request)}\n`);
      return this.#read(answer);
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #read<T>(answer: z.ZodType<T>): Promise<T> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("the link emulator has ended");
    return answer.parse(JSON.parse(value));
  }
}
