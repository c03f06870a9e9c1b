/** One of several processes behind the port of their parent, which is told its own port. */
import { readConfig } from "../config.ts";
import { fail, runServer } from "../run-server.ts";

try {
  const { server, end } = await runServer(readConfig(process.env));
  // Whose parent is gone has nobody who leads players to it.
  process.once("disconnect", end);
  process.send?.(server.port);
} catch (error) {
  fail(error);
}
