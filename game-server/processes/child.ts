/** One of several processes behind the port of their parent, which is told its own port. */
import { readConfig } from "../config.ts";
import { fail, runServer } from "../run-server.ts";

// Whose parent is gone has nobody who leads players to it, also while it starts.
let end = async (): Promise<void> => process.exit();
process.once("disconnect", () => end());
try {
  const config = readConfig(process.env);
  // All but datagrams comes through the parent, from this machine.
  const run = await runServer({ ...config, host: "127.0.0.1", webRtcHost: config.host });
  end = run.end;
  process.send?.(run.server.port);
} catch (error) {
  fail(error);
}
