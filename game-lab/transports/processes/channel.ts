import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** Longest time (ms) that an answer may take: longer than any join may. */
const ANSWER_LIMIT_MS = 60_000;
/** Time (ms) in which a process ends by itself. */
const END_LIMIT_MS = 4000;

const question = z.object({ id: z.number(), ask: z.string(), about: z.unknown() });
const reply = z.object({ id: z.number(), answer: z.unknown(), error: z.string().optional() });

/** A process of the experiment that answers questions. It ends when this one does, however that is. */
export class Helper {
  readonly #child: ChildProcess;
  readonly #open = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  #asked = 0;
  #stopping = false;

  /** Starts a file of this folder; `place` is the command that it runs by, empty for here. */
  constructor(file: string, place: readonly string[]) {
    const script = fileURLToPath(new URL(file, import.meta.url));
    const [command = process.execPath, ...args] = [...place, process.execPath, script];
    // A group of its own: Ctrl-C is for the experiment, which then ends this in order.
    this.#child = spawn(command, args, { detached: true, stdio: ["ignore", "inherit", "inherit", "ipc"] });
    this.#child.on("message", (message) => this.#replied(message));
    this.#child.on("error", (error) => this.#fail(error));
    this.#child.on("exit", (code, signal) => {
      if (!this.#stopping) this.#fail(new Error(`${file} ended by itself (${signal ?? `status ${code}`}).`));
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Asks something and waits for the answer. @throws Error with what went wrong over there. */
  async ask<T>(ask: string, about: unknown, answer: z.ZodType<T>): Promise<T> {
    const id = ++this.#asked;
    const replied = new Promise((resolve, reject) => this.#open.set(id, { resolve, reject }));
    const limit = setTimeout(
      () => this.#open.get(id)?.reject(new Error(`There was no answer to "${ask}" in a minute.`)),
      ANSWER_LIMIT_MS,
    );
    try {
      this.#child.send({ id, ask, about });
      return answer.parse(await replied);
    } finally {
      clearTimeout(limit);
      this.#open.delete(id);
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#fail(new Error("The experiment was stopped."));
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = once(child, "exit");
    const kill = setTimeout(() => child.kill("SIGKILL"), END_LIMIT_MS);
    if (child.connected) child.disconnect();
    await ended;
    clearTimeout(kill);
  }

  #replied(message: unknown): void {
    const { id, answer, error } = reply.parse(message);
    if (error === undefined) this.#open.get(id)?.resolve(answer);
    else this.#open.get(id)?.reject(new Error(error));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#open.values()) reject(error);
  }
}

/** Answers the questions of the process that has started this one, and ends with it. */
export function answerQuestions(answers: Readonly<Record<string, (about: unknown) => unknown>>): void {
  process.on("disconnect", () => process.exit(0));
  process.on("message", async (message) => {
    const { id, ask, about } = question.parse(message);
    try {
      const answer = answers[ask];
      if (answer === undefined) throw new Error(`Nobody here knows how to answer "${ask}".`);
      process.send?.({ id, answer: (await answer(about)) ?? null });
    } catch (error) {
      process.send?.({ id, answer: null, error: error instanceof Error ? error.message : String(error) });
    }
  });
}
