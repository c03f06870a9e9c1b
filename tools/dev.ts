/**
 * `npm run dev`: the page from Vite, which replaces changed modules in the running page, in front of a game server
 * that starts anew when a file of it changes. The page is on `PORT` + 1; the game server behind it on `PORT`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createServer } from "vite";
import { devProxy } from "./dev-proxy.ts";
import { endWithNpm } from "./end-with-npm.ts";

const root = join(import.meta.dirname, "..");
const port = Number(process.env.PORT ?? 2567);
const pagePort = port + 1;
const pageUrl = `http://localhost:${pagePort}`;
/** How long the game server may take to end after Ctrl-C before it is killed. */
const GRACE_MS = 6000;

const target = `http://localhost:${port}`;

const page = await createServer({
  root: join(root, "game-client"),
  configFile: join(root, "vite.config.ts"),
  logLevel: "warn",
  clearScreen: false,
  server: {
    port: pagePort,
    strictPort: true,
    host: process.env.HOST ?? "localhost",
    proxy: devProxy(target),
  },
});
await page.listen();

const server = spawn(
  process.execPath,
  ["--watch", "--watch-preserve-output", join(root, "game-server/main.ts")],
  { cwd: root, stdio: "inherit", env: { ...process.env, PORT: String(port) } },
);
const serverEnded = once(server, "exit");

/** Waits for the game server, also while it does not run because of a mistake that is yet to be corrected. */
async function untilHealthy(): Promise<void> {
  while (!stopping && server.exitCode === null) {
    const answer = await fetch(`${target}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await setTimeout(100);
  }
}

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.kill("SIGTERM");
  await Promise.race([serverEnded, setTimeout(GRACE_MS, undefined, { ref: false })]);
  server.kill("SIGKILL");
  await page.close();
}
endWithNpm();
process.on("SIGINT", stop);
process.on("SIGTERM", stop);

// Last, so that it is the address to open among all that the server prints about itself.
await untilHealthy();
if (!stopping) {
  console.log(
    `Open ${pageUrl} to develop: changes of the page appear at once, changes of the server restart it.`,
  );
}
await serverEnded;
if (!stopping) {
  console.error("The game server ended: the reason is above.");
  await page.close();
  process.exitCode = 1;
}
