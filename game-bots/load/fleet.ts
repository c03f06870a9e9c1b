import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type News, news, type Order } from "./protocol.ts";

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
/** Longest time (ms) that workers may take to say good-bye. */
const STOP_LIMIT_MS = 15_000;

/** The worker processes of a load test. */
export class Fleet {
  readonly #workers: ChildProcess[] = [];
  readonly #hear: (news: News, worker: number) => void;
  #stopping = false;

  /** `hear` is called with everything that a worker tells; a worker that dies is told as a fault. */
  constructor(hear: (news: News, worker: number) => void) {
    this.#hear = hear;
  }

  /** Starts so many processes. Resolves when all are ready. */
  async start(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, (_, worker) => this.#startOne(worker)));
  }

  tell(worker: number, task: Order): void {
    const child = this.#workers[worker];
    if (child?.connected) child.send(task);
  }

  tellAll(task: Order): void {
    this.#workers.forEach((_, worker) => {
      this.tell(worker, task);
    });
  }

  /** Lets all of them finish and end. */
  async stop(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    const done = this.#workers.map((child) => this.#finish(child));
    this.tellAll({ type: "stop" });
    await Promise.all(done);
  }

  async #startOne(worker: number): Promise<void> {
    const child = fork(WORKER, {
      execArgv: [],
      // Ctrl-C is for the command, which then lets the workers finish.
      detached: true,
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#workers[worker] = child;
    const ready = Promise.withResolvers<void>();
    child.on("message", (message) => {
      const told = news.parse(message);
      if (told.type === "ready") ready.resolve();
      this.#hear(told, worker);
    });
    child.on("exit", (code, signal) => {
      const words = `A worker process ended ${signal === null ? `with status ${code}` : `by ${signal}`}.`;
      ready.reject(new Error(words));
      if (!this.#stopping) this.#hear({ type: "fault", words }, worker);
    });
    await ready.promise;
  }

  async #finish(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    const finished = new Promise<void>((resolve) => {
      child.on("message", (message) => {
        if (news.parse(message).type === "done") resolve();
      });
      setTimeout(resolve, STOP_LIMIT_MS).unref();
    });
    await Promise.race([finished, ended]);
    if (child.connected) child.disconnect();
    const late = setTimeout(() => child.kill("SIGKILL"), 2000);
    if (child.exitCode === null && child.signalCode === null) await ended;
    clearTimeout(late);
  }
}
