import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { LoadOptions } from "./options.ts";
import { ROOMY } from "./roomy.ts";

const MAIN = fileURLToPath(new URL("../../game-server/main.ts", import.meta.url));
const END_WITH_PARENT = fileURLToPath(new URL("./end-with-parent.ts", import.meta.url));
/** Longest time (ms) that it may take to start, and to end. */
const START_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 8000;
/** Last lines of its output that are kept for the case that it dies. */
const KEPT_LINES = 5;

/** A server in a process of its own. */
export interface OwnServer {
  readonly origin: string;
  readonly adminToken: string;
  readonly pid: number;
  /** How it ended, as words, when it does so by itself. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a server with room for the load on a free port of this machine. The rest of the environment is passed on.
 * @throws Error with what the server said, when it does not start.
 */
export async function startOwnServer(options: LoadOptions): Promise<OwnServer> {
  const adminToken = randomBytes(24).toString("hex");
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, MAIN], {
    // A group of its own: Ctrl-C is for the load test, which then ends the server when it has what it wants.
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      ...ROOMY,
      HOST: "127.0.0.1",
      LOG_LEVEL: "warn",
      ADMIN_TOKEN: adminToken,
      MAX_ROOMS: String(Math.min(10_000, options.rooms + 10)),
    },
  });
  const output = new Output(child);
  let stopping = false;
  const ended = once(child, "exit").then(([code, signal]) => {
    const how = signal === null ? `with status ${code}` : `by ${signal}`;
    return `The server ended ${how}.${output.last === "" ? "" : ` Its last words: ${output.last}`}`;
  });
  const origin = await Promise.race([
    output.origin,
    ended.then((words) => Promise.reject(new Error(words))),
    deadline(START_LIMIT_MS, `The server was not ready within ${START_LIMIT_MS / 1000} s.`),
  ]);
  return {
    origin,
    adminToken,
    pid: child.pid ?? 0,
    died: new Promise((resolve) => {
      ended.then((words) => stopping || resolve(words));
    }),
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await Promise.race([ended, deadline(STOP_LIMIT_MS, "").catch(() => child.kill("SIGKILL"))]);
    },
  };
}

/** Reads what the server prints. */
class Output {
  readonly origin: Promise<string>;
  readonly #lines: string[] = [];

  constructor(child: ChildProcess) {
    this.origin = new Promise((resolve) => {
      let text = "";
      const read = (chunk: Buffer): void => {
        text += chunk.toString();
        const lines = text.split("\n");
        text = lines.pop() ?? "";
        for (const line of lines) {
          const port = /^Pushback is ready: http:\/\/localhost:(\d+)/.exec(line)?.[1];
          if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
          else if (line.trim() !== "") this.#lines.push(line.trim());
        }
        this.#lines.splice(0, this.#lines.length - KEPT_LINES);
      };
      child.stdout?.on("data", read);
      child.stderr?.on("data", read);
    });
  }

  get last(): string {
    return this.#lines.join(" | ").slice(-500);
  }
}

function deadline(ms: number, words: string): Promise<never> {
  return new Promise((_resolve, reject) => setTimeout(() => reject(new Error(words)), ms).unref());
}
