import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packedFiles } from "#server/web/packed-files.ts";
import { packFiles } from "../../../../tools/pack-files.ts";

const SCRIPT = "export const words = 'words words words words words words';\n".repeat(40);
const PICTURE = "a picture";

let folder: string;
let port: number;
let close: () => void;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pushback-packed-"));
  await writeFile(join(folder, "game.js"), SCRIPT);
  await writeFile(join(folder, "sky.png"), PICTURE);
  await packFiles(folder);
  const server = express().use(packedFiles(folder), express.static(folder)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
  close = () => server.close();
});

afterAll(async () => {
  close();
  await rm(folder, { recursive: true });
});

/** What comes over the line, as it is. */
function get(path: string, accepted: string) {
  return new Promise<{ type: unknown; encoding: unknown; vary: unknown; body: Buffer }>((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers: { "accept-encoding": accepted } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const { "content-type": type, "content-encoding": encoding, vary } = response.headers;
        resolve({ type, encoding, vary, body: Buffer.concat(parts) });
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("a file of the built page", () => {
  it("is sent as small as the browser can unpack it", async () => {
    const br = await get("/game.js", "gzip, deflate, br, zstd");
    expect(br).toMatchObject({ encoding: "br", vary: "Accept-Encoding" });
    expect(br.type).toMatch(/^text\/javascript/);
    expect(brotliDecompressSync(br.body).toString()).toBe(SCRIPT);
    const gz = await get("/game.js?v=1", "gzip, deflate");
    expect(gz.encoding).toBe("gzip");
    expect(gunzipSync(gz.body).toString()).toBe(SCRIPT);
    expect(br.body).toEqual(await readFile(join(folder, "game.js.br")));
  });

  it("is sent as it is to whoever unpacks nothing, and a cache is told that it depends on that", async () => {
    for (const accepted of ["identity", "br;q=0, gzip;q=0", ""]) {
      const plain = await get("/game.js", accepted);
      expect(plain, accepted).toMatchObject({ encoding: undefined, vary: "Accept-Encoding" });
      expect(plain.body.toString()).toBe(SCRIPT);
    }
  });

  it("is sent as it is when it was not packed", async () => {
    const { encoding, body } = await get("/sky.png", "br");
    expect(encoding).toBeUndefined();
    expect(body.toString()).toBe(PICTURE);
  });
});
