import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const MAIN = join(import.meta.dirname, "../../../game-bots/load/main.ts");

/** A command that runs. */
export interface Run {
  readonly child: ChildProcess;
  /** Its exit status. */
  readonly ended: Promise<number>;
  /** What it has written so far. */
  output(): string;
}

const running = new Set<Run>();

/** Ends all that run, in order. */
export async function endAll(): Promise<void> {
  for (const { child, ended } of running) {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
  }
  running.clear();
}

/** Starts a script of Node. */
export function start(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  const run = { child, ended: once(child, "exit").then(([code]) => Number(code)), output: () => text };
  running.add(run);
  return run;
}

/** Starts the load test. `line`: its arguments. */
export function loadtest(line: string, env: NodeJS.ProcessEnv = {}): Run {
  return start(MAIN, line.split(" "), env);
}
