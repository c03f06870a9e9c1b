import { readConfig } from "./config.ts";
import { lanAddress } from "./lan-address.ts";
import { outliveReaders } from "./observability/standard-streams.ts";
import { createGameServer } from "./server.ts";
import { terminalCode } from "./terminal-code.ts";

/** After this long (ms) a shutdown stops waiting for the last connections. */
const SHUTDOWN_LIMIT = 5000;

/** Prints a mistake in words and ends the process with status 1. */
function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

outliveReaders();
try {
  const config = readConfig(process.env);
  const server = await createGameServer(config);
  server.lastResort.install();
  const lan = lanAddress();
  console.log(`Pushback is ready: ${server.url}`);
  if (lan !== undefined && config.host === "0.0.0.0") {
    const link = `http://${lan}:${server.port}`;
    console.log(`In your network:   ${link}`);
    // A log that goes to a file or a program is lines, unless somebody wants it so.
    if (process.stdout.isTTY || process.argv.includes("--qr")) console.log(terminalCode(link));
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
