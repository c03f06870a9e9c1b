import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { guestSecret } from "#server/identity/guest-secret.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pushback-secret-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the secret of guests", () => {
  it("is made once and kept, for nobody else to read", async () => {
    const dataDir = join(folder, "data");
    const log = { warn: vi.fn() };
    const first = await guestSecret({ guestSecret: undefined, dataDir }, log);
    expect(first).toHaveLength(32);
    expect(await guestSecret({ guestSecret: undefined, dataDir }, log)).toEqual(first);
    expect(await readdir(dataDir)).toEqual(["guest-secret"]);
    expect((await stat(join(dataDir, "guest-secret"))).mode & 0o777).toBe(0o600);
    expect(log.warn).not.toHaveBeenCalled();
  });

  it("is that of the environment when there is one, and then nothing is written", async () => {
    const secret = "thirty-two characters of a secret";
    const bytes = await guestSecret({ guestSecret: secret, dataDir: folder }, { warn: vi.fn() });
    expect(new TextDecoder().decode(bytes)).toBe(secret);
    expect(await readdir(folder)).toEqual([]);
  });

  it("is one for this process where nothing can be written, and the log says so", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const log = { warn: vi.fn() };
    const options = { guestSecret: undefined, dataDir: join(file, "data") };
    expect(await guestSecret(options, log)).not.toEqual(await guestSecret(options, log));
    expect(log.warn.mock.calls[0]?.[1]).toContain("GUEST_SECRET");
  });

  it("is not taken from a file that holds something else, which stays as it is", async () => {
    await writeFile(join(folder, "guest-secret"), "short");
    const log = { warn: vi.fn() };
    expect(await guestSecret({ guestSecret: undefined, dataDir: folder }, log)).toHaveLength(32);
    expect(log.warn).toHaveBeenCalledOnce();
    expect(await readFile(join(folder, "guest-secret"), "utf8")).toBe("short");
  });
});
