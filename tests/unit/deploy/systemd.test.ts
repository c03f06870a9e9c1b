import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { readDeploy, unitValues } from "../../support/deploy-files.ts";
import { ROOT } from "../../support/layers/project-files.ts";

const Manifest = z.object({ scripts: z.object({ start: z.string() }) });
const { scripts } = Manifest.parse(JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")));
const canVerify = spawnSync("systemd-analyze", ["--version"]).status === 0;

describe.each(["pushback.service", "pushback@.service"])("systemd/%s", async (file) => {
  const unit = await readDeploy(`systemd/${file}`);

  it("starts what npm start does, where the checkout is", () => {
    const [folder = "?"] = unitValues(unit, "WorkingDirectory");
    expect(unitValues(unit, "ExecStart")).toEqual([`${folder}/node_modules/.bin/${scripts.start}`]);
  });

  it("gives the server time to see to its players", () => {
    expect(unitValues(unit, "KillSignal")).toEqual(["SIGTERM"]);
    expect(unitValues(unit, "KillMode")).toEqual(["mixed"]);
    expect(unitValues(unit, "TimeoutStopSec")).toEqual(["60"]);
  });

  it("forbids nothing that the compiler of V8 does", () => {
    expect(unitValues(unit, "MemoryDenyWriteExecute")).toEqual([]);
    expect(unitValues(unit, "NoNewPrivileges")).toEqual(["yes"]);
  });

  it.skipIf(!canVerify)("is what systemd understands", () => {
    const folder = mkdtempSync(join(tmpdir(), "pushback-units-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, file.replace("@", "@1"));
    writeFileSync(path, unit.replaceAll("/opt/pushback", ROOT));
    const { stderr, status } = spawnSync("systemd-analyze", ["verify", path], { encoding: "utf8" });
    const ours = stderr.split("\n").filter((line) => line.includes("pushback"));
    expect([ours, status]).toEqual([[], 0]);
  });
});

describe("the processes of pushback@.service", async () => {
  const settings = unitValues(await readDeploy("systemd/pushback@.service"), "Environment").join(" ");

  it.each([1, 2, 3])("are where nginx.conf and haproxy.cfg look for number %i", async (n) => {
    const own = settings.replaceAll("%i", String(n));
    const [, port] = /\bPORT=(\d+) /.exec(own) ?? [];
    const [, prefix] = /\bPUBLIC_ADDRESS=(\S+)/.exec(own) ?? [];
    const nginx = await readDeploy("nginx.conf");
    expect(nginx).toContain(`upstream process_${n} { server 127.0.0.1:${port} `);
    expect(nginx).toContain(`location ${prefix}/ { proxy_pass http://process_${n}/; }`);
    const haproxy = await readDeploy("haproxy.cfg");
    expect(haproxy).toContain(`use_backend process_${n} if { path_beg ${prefix}/ }`);
    expect(haproxy.split(`server process_${n} 127.0.0.1:${port}\n`)).toHaveLength(3);
  });
});
