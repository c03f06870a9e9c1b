import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const MAIN = join(import.meta.dirname, "../../../game-server/main.ts");

/** The game server as `npm start` runs it, in a process of its own that a fault can end. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Address without a name to look up. */
  readonly url: string;
  /** All that it has written so far. */
  output(): string;
  /** Ends it as an operator does. Returns its exit status. */
  stop(): Promise<number | null>;
}

/** Starts a server on a free port; `env` is added to the environment. Throws with its output when it ends before it listens. */
export async function startServerProcess(env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: "0", WEBRTC_PORT: "0", HOST: "127.0.0.1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  let text = "";
  const listening = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        const [address] = /http:\/\/localhost:\d+/.exec(text) ?? [];
        if (address !== undefined) resolve(address);
      });
    }
  });
  const found = await Promise.race([
    listening,
    ended.then(() => Promise.reject(new Error(`The server ended before it listened:\n${text}`))),
  ]);
  return {
    child,
    url: found.replace("localhost", "127.0.0.1"),
    output: () => text,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}
