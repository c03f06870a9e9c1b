import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runBench } from "#lab/bench/command.ts";

const MAIN = fileURLToPath(new URL("../../../../game-lab/bench/main.ts", import.meta.url));

/** Runs the command in this process: what it writes, and its exit status. */
async function bench(...args: string[]) {
  let stdout = "";
  let stderr = "";
  const status = await runBench(args, {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
  });
  return { status, stdout, stderr };
}

/** Runs it as a process of its own, as npm does. */
function spawnBench(...args: string[]) {
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: "utf8" });
}

describe("the bench command", () => {
  it("lists the benches", async () => {
    const { status, stdout } = await bench("--help");
    expect(status).toBe(0);
    expect(stdout).toContain("bots");
  });

  it("refuses a bench that it does not know", async () => {
    const { status, stderr } = await bench("bts");
    expect(status).toBe(2);
    expect(stderr).toContain('There is no bench "bts"');
  });

  it.each([
    [["--players", "0"], '--players: expected a whole number from 1 to 128, found "0"'],
    [["--skills", "easy,brutal"], '--skills: "brutal" is no skill; expected easy, normal, hard or newcomer'],
    [["--arena", "moon"], '--arena: there is no arena "moon"; expected one of'],
    [["--mode", "chess"], '--mode: there is no mode "chess"; expected each, or one of brawl'],
    [["--mode", "stampede", "--arena", "meadow"], 'there is no mode "stampede" for Cloud Meadow'],
    [["--comeback", "maybe"], '--comeback: expected on or off, found "maybe"'],
    [["--speed", "9"], "--speed"],
  ])("refuses bots %j", async (args, message) => {
    const { status, stderr } = await bench("bots", ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it("ends with its status, and says on standard error what was wrong", () => {
    const { status, stdout, stderr } = spawnBench("bots", "--players", "0");
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("--players: expected a whole number");
  });

  it("plays a room over a real connection, whatever other benches have loaded", () => {
    const { status, stdout } = spawnBench("room", "--seats", "2", "--seconds", "1");
    expect(status).toBe(0);
    expect(stdout).toMatch(/bytes per patch +\d/);
  });

  it("plays a tournament and prints its table", () => {
    const one = ["--mode", "brawl", "--arena", "meadow"];
    const few = ["--matches", "2", "--players", "3", "--seconds", "5"];
    const { status, stdout } = spawnBench("bots", ...one, ...few);
    expect(status).toBe(0);
    expect(stdout).toMatch(/knock-outs a minute +\d/);
    for (const skill of ["easy", "normal", "hard"]) expect(stdout).toMatch(new RegExp(`${skill} +33 %`));
  });
});
