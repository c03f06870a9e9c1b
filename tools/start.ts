/** `npm start`: builds what is missing, then runs the server, which reads its settings from the environment. */
import { ensureClient } from "./client-build.ts";
import { endWithNpm } from "./end-with-npm.ts";

endWithNpm();
try {
  await ensureClient();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await import("../game-server/main.ts");
