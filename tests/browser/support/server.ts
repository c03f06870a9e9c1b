import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { z } from "zod";
import { ROOMY } from "#bots/load/roomy.ts";

/** A game server in a process of its own. */
export interface RunningServer {
  readonly port: number;
  readonly url: string;
  /** What it has printed so far. */
  log(): string;
  /** Judges pushes by what their attackers saw, as it does unless told; or, for a control, by what is there. */
  setRewind(on: boolean): void;
  /** Ends it in order, or by force when it does not end. */
  stop(): Promise<void>;
  /** Ends it without a warning, as a crash would. */
  kill(): Promise<void>;
}

const Address = z.object({ port: z.number(), url: z.string() });

/** A server in a test may take all the traffic that comes, and takes any free port. */
const TEST_ENVIRONMENT = {
  ...ROOMY,
  HOST: "127.0.0.1",
  LOG_LEVEL: "debug",
};

/** How long a server may take to say goodbye to everybody. */
const STOP_LIMIT_MS = 10_000;

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

/**
 * Starts the real server, with the given environment variables over those of a test.
 * Throws with all that it printed when it ends before it listens.
 */
export async function startServer(environment: Record<string, string> = {}): Promise<RunningServer> {
  const child = fork(join(import.meta.dirname, "server-process.ts"), {
    env: { ...process.env, NODE_ENV: "production", ...TEST_ENVIRONMENT, ...environment },
    execArgv: [],
    silent: true,
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (bytes) => {
      log += bytes;
    });
  }
  const { port, url } = await new Promise<z.infer<typeof Address>>((resolve, reject) => {
    child.once("message", (message) => resolve(Address.parse(message)));
    child.once("exit", (code) =>
      reject(new Error(`The server ended with ${code} before it listened:\n${log}`)),
    );
  });
  return {
    port,
    url,
    log: () => log,
    setRewind(on) {
      child.send({ rewind: on });
    },
    async stop() {
      if (child.connected) child.send("stop");
      const killer = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
      await exited(child);
      clearTimeout(killer);
    },
    async kill() {
      child.kill("SIGKILL");
      await exited(child);
    },
  };
}

/**
 * One server for the tests of a file or of a `describe`; its log is printed for each test that fails.
 * The returned function gives it once the tests run.
 */
export function useServer(environment: Record<string, string> = {}): () => RunningServer {
  let server: RunningServer | undefined;
  const running = (): RunningServer => {
    if (!server)
      throw new Error("The server of these tests is not running yet: ask for it inside of a test.");
    return server;
  };
  beforeAll(async () => {
    server = await startServer(environment);
  });
  beforeEach(({ onTestFailed }) => {
    const from = running().log().length;
    onTestFailed(() => console.log(`The server's log during this test:\n${running().log().slice(from)}`));
  });
  afterAll(async () => {
    await server?.stop();
  });
  return running;
}
