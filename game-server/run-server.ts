import type { Config } from "./config.ts";
import { outliveReaders } from "./observability/standard-streams.ts";
import { createGameServer, type LocalGameServer } from "./server.ts";

/** After this long (ms) a shutdown stops waiting for the last connections. */
const SHUTDOWN_LIMIT = 5000;
/** The same of a process whose rooms move to others first. */
export const MOVING_LIMIT = 30_000;

/** Prints a mistake in words and ends the process with status 1. */
export function fail(error: unknown): never {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (taken) console.error("The port is taken by another program. Choose another one: PORT=3000 npm start");
  else console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/** Ends the process in order, once, when a signal tells it to, and by force after `limitMs`. Returns what does so too. */
export function endInOrder(stop: () => Promise<void>, limitMs = SHUTDOWN_LIMIT): () => Promise<void> {
  let stopping = false;
  const end = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => fail("The shutdown took too long; some connections were cut."), limitMs).unref();
    await stop();
    process.exit(0);
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  return end;
}

/** Runs a server as all that its process does, until a signal ends it. */
export async function runServer(config: Config): Promise<{ server: LocalGameServer; end(): Promise<void> }> {
  outliveReaders();
  const server = await createGameServer(config);
  server.lastResort.install();
  const limit = config.redisUrl === undefined ? SHUTDOWN_LIMIT : MOVING_LIMIT;
  return { server, end: endInOrder(() => server.stop(), limit) };
}
