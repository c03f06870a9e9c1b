/** The game server as a process of its own, as in the field; tells its parent where it is, and ends with it. */
import { readConfig } from "#server/config.ts";
import { createGameServer } from "#server/server.ts";

const server = await createGameServer(readConfig(process.env));
process.send?.({ port: server.port, url: server.url });

async function stop(): Promise<void> {
  await server.stop();
  process.exit(0);
}
process.once("message", stop);
process.once("disconnect", stop);
