import { networkInterfaces } from "node:os";
import { readConfig } from "./config.ts";
import { outliveReaders } from "./observability/standard-streams.ts";
import { createGameServer } from "./server.ts";

/** After this long (ms) a shutdown stops waiting for the last connections. */
const SHUTDOWN_LIMIT = 5000;

/** Prints a mistake in words and ends the process with status 1. */
function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/** First address of this machine in its own network, where a phone in the same Wi-Fi finds it. */
function lanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flat()
    .find((entry) => entry?.family === "IPv4" && !entry.internal)?.address;
}

outliveReaders();
try {
  const config = readConfig(process.env);
  const server = await createGameServer(config);
  server.lastResort.install();
  const lan = lanAddress();
  console.log(`Pushback is ready: ${server.url}`);
  if (lan !== undefined && config.host === "0.0.0.0") {
    console.log(`In your network:   http://${lan}:${server.port}`);
  }
  if (config.publicUrl !== undefined) console.log(`On the internet:   ${config.publicUrl}`);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => fail("The shutdown took too long; some connections were cut."), SHUTDOWN_LIMIT).unref();
    await server.stop();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  fail(taken ? "The port is taken by another program. Choose another one: PORT=3000 npm start" : error);
}
