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

/** A program of a Debian package that a test starts. */
export interface Program {
  /** Its name in the PATH or in `/usr/sbin`, which is often not in the PATH of people. */
  readonly command: string;
  /** An argument by which it says its version and ends. */
  readonly version: string;
  readonly packageName: string;
  /** What is tested by it, as in "what the tests behind a proxy need". */
  readonly neededBy: string;
}

/**
 * The command that starts a program. Where there is none, and this is root on a Debian or Ubuntu, installs it; undefined when it
 * cannot be had, and the output says what to do.
 */
export function ensureProgram(program: Program): string | undefined {
  const { command, version, packageName, neededBy } = program;
  const find = (): string | undefined =>
    [command, `/usr/sbin/${command}`].find((path) => spawnSync(path, [version]).status === 0);
  const found = find();
  if (found !== undefined) return found;
  if (!canInstall()) {
    console.log(
      `${neededBy} are left out: there is no ${command}. Install it (on Debian and Ubuntu: sudo apt-get install ${packageName}).`,
    );
    return undefined;
  }
  console.log(`${neededBy} need a program: apt-get install ${packageName} (some seconds).`);
  // The lists of packages are often newer than the machine, and getting them takes longest.
  const install = (): boolean => aptGet("install", "-y", "-qq", "--no-install-recommends", packageName);
  if (!install() && !(aptGet("update", "-qq") && install())) console.log("apt-get could not install it.");
  return find();
}
