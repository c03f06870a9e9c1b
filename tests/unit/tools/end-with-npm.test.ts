import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../support/layers/project-files.ts";
import { waitFor } from "../../support/wait-for.ts";

const PROGRAM = `
  const { endWithNpm } = await import(${JSON.stringify(join(ROOT, "tools/end-with-npm.ts"))});
  endWithNpm();
  process.on("SIGTERM", () => { console.log("told to end"); process.exit(0); });
  console.log("running as " + process.pid);
  setInterval(() => {}, 1000);
`;

/** Runs the program as npm does: under a shell that waits for it. */
function runUnderShell(environment: Record<string, string>) {
  const { npm_lifecycle_event: _, ...inherited } = process.env;
  const shell = spawn("sh", ["-c", `"$0" --input-type=module -e "$1"; true`, process.execPath, PROGRAM], {
    env: { ...inherited, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const run = { shell, output: "" };
  shell.stdout.on("data", (bytes) => {
    run.output += bytes;
  });
  return run;
}

it("a command of npm ends in order when npm's shell is killed", async () => {
  const run = runUnderShell({ npm_lifecycle_event: "start" });
  await waitFor("the program to run", () => run.output.includes("running"));
  run.shell.kill("SIGTERM");
  await waitFor("the program to end", () => run.output.includes("told to end"));
});

it("a program that npm did not start outlives its shell", async () => {
  const run = runUnderShell({});
  const [, pid] = await waitFor("the program to run", () => /running as (\d+)/.exec(run.output));
  run.shell.kill("SIGTERM");
  await waitFor("the shell to end", () => run.shell.signalCode !== null);
  expect(run.output).not.toContain("told to end");
  process.kill(Number(pid), "SIGTERM");
  await waitFor("the program to end", () => run.output.includes("told to end"));
});
