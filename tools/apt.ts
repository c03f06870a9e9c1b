import { spawnSync } from "node:child_process";

/** May this process install Debian packages without asking anybody? */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
}

/** Runs apt-get without questions. Returns whether it did all of it. */
export function aptGet(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", [...args], { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
}
