import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../support/layers/project-files.ts";

/** What `npm test` says in its last line, and its exit status, for a project of these test files. */
async function run(folder: string, files: Record<string, string>, ...args: string[]) {
  for (const [name, source] of Object.entries(files)) await writeFile(join(folder, name), source);
  const environment = Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV)/.test(name));
  const command = [join(ROOT, "tools/test.ts"), "--root", folder, "--globals", ...args];
  const child = spawn(process.execPath, command, { env: Object.fromEntries(environment) });
  let output = "";
  child.stdout.on("data", (bytes) => {
    output += bytes;
  });
  child.stderr.resume();
  const [status] = await once(child, "close");
  return { status, output, lastLine: output.trimEnd().split("\n").at(-1) };
}

describe("npm test", { timeout: 30_000 }, () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pushback-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it("passes when tests ran and none failed", async () => {
    const files = { "a.test.js": `it("a", () => {}); it.skip("b", () => {});` };
    expect(await run(folder, files)).toMatchObject({ status: 0, lastLine: "1 passed, 0 failed, 1 skipped" });
  });

  it("fails when a test fails", async () => {
    const files = { "a.test.js": `it("a", () => {}); it("b", () => { throw new Error("no"); });` };
    expect(await run(folder, files)).toMatchObject({ status: 1, lastLine: "1 passed, 1 failed" });
  });

  it("fails when a file of tests cannot be loaded", async () => {
    const files = { "a.test.js": `it("a", () => {});`, "b.test.js": `throw new Error("no");` };
    expect(await run(folder, files)).toMatchObject({ status: 1, lastLine: "1 passed, 1 failed" });
  });

  it("fails on an error that belongs to no test", async () => {
    const files = { "a.test.js": `it("a", () => {}); Promise.reject(new Error("nobody waits for me"));` };
    expect(await run(folder, files)).toMatchObject({ status: 1, lastLine: "1 passed, 1 failed" });
  });

  it("fails when there is no test", async () => {
    expect(await run(folder, {})).toMatchObject({ status: 1, lastLine: "0 passed, 0 failed" });
  });

  it("fails when all tests are skipped", async () => {
    const files = { "a.test.js": `it("a", () => {});` };
    expect(await run(folder, files, "-t", "another")).toMatchObject({
      status: 1,
      lastLine: "0 passed, 0 failed, 1 skipped",
    });
  });
});
