import { spawnSync } from "node:child_process";
import { aptGet, canInstall } from "./apt.ts";

export const NGINX_MISSING =
  "The tests behind nginx are left out: there is none. Install it (on Debian and Ubuntu: sudo apt-get install nginx-light).";

/** Commands under which it is found; `/usr/sbin` is often not in the PATH of people. */
const COMMANDS = ["nginx", "/usr/sbin/nginx"];

/** The command that starts nginx. Where there is none, and this is root on a Debian or Ubuntu, installs it. */
export function ensureNginx(): string | undefined {
  const find = (): string | undefined => COMMANDS.find((command) => spawnSync(command, ["-v"]).status === 0);
  const found = find();
  if (found !== undefined || !canInstall()) return found;
  console.log("Installing what the tests behind a proxy need: apt-get install nginx-light (some seconds).");
  aptGet("update", "-qq");
  if (!aptGet("install", "-y", "-qq", "--no-install-recommends", "nginx-light")) {
    console.log("apt-get could not install it.");
  }
  return find();
}
