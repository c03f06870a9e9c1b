import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { ROOMY } from "#bots/load/roomy.ts";
import { onCore, type Pin } from "./pin.ts";

const GAME_SERVER = join(import.meta.dirname, "game-server.ts");

/**
 * Starts a server of ours in a process of its own, which sends its port when it listens and ends when it is
 * disconnected. `inView`: who a player is told of on a huge arena, everybody or whoever is near.
 */
export function startGameServer(
  inView: "all" | "near",
  pin: Pin = onCore(0, false),
): { server: ChildProcess; adminToken: string } {
  const adminToken = randomBytes(24).toString("hex");
  const server = fork(GAME_SERVER, [inView], {
    ...pin,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      ...ROOMY,
      WEBRTC_PORT: "0",
      HOST: "127.0.0.1",
      LOG_LEVEL: "warn",
      ADMIN_TOKEN: adminToken,
    },
  });
  return { server, adminToken };
}
