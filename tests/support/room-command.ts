import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** `npm run room` as it runs. */
export interface RunningCommand {
  /** What it has printed so far. */
  output(): string;
  errors(): string;
  /** Presses Ctrl-C. */
  interrupt(): void;
  /** The exit status. */
  readonly ended: Promise<number | null>;
}

/** Runs `npm run room` with arguments, without npm. */
export function runRoomCommand(
  args: readonly string[],
  environment: Record<string, string> = {},
): RunningCommand {
  const child = spawn(process.execPath, [join(ROOT, "tools/room/main.ts"), ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    // Whoever runs these tests may have been started by npm: the command is not.
    env: { ...process.env, npm_lifecycle_event: "", ...environment },
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (bytes) => {
    said.out += bytes;
  });
  child.stderr.on("data", (bytes) => {
    said.err += bytes;
  });
  return {
    output: () => said.out,
    errors: () => said.err,
    interrupt: () => child.kill("SIGINT"),
    ended: once(child, "close").then(([code]) => code),
  };
}

/** The lines of the QR code in what a command has printed. */
export function codeLines(output: string): string {
  return output
    .split("\n")
    .filter((line) => /^[█▀▄ ]{15,}$/.test(line))
    .join("\n");
}
