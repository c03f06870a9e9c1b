/**
 * A whole server of ours, as `npm start` runs it; with the argument "all" it tells everybody of everybody, on huge arenas
 * too. Its settings come from the environment.
 */
import { readConfig } from "#server/config.ts";
import { createGameServer } from "#server/server.ts";

const server = await createGameServer(readConfig(process.env), { interest: process.argv[2] !== "all" });
process.on("disconnect", () => process.exit(0));
process.send?.(server.port);
