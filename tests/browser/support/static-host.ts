import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { afterAll, beforeAll } from "vitest";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** A host that has files, and does nothing else. */
export interface StaticHost {
  readonly url: string;
  /** What was asked for and is no file. */
  readonly missing: string[];
  /** Serves another folder from now on. */
  folder: string;
  stop(): Promise<void>;
}

/** Serves a folder below a path ("/" or "/some/where/") on a free port, or on `port`. */
export async function hostFiles(folder: string, path: string, port = 0): Promise<StaticHost> {
  const missing: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    const name = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const file = name.startsWith(path) ? join(host.folder, name.slice(path.length)) : "";
    try {
      const content = await readFile(file);
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-cache" }).end(content);
    } catch {
      missing.push(`${request.method} ${pathname}`);
      response.writeHead(404).end();
    }
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const { port: bound } = server.address() as AddressInfo;
  const host: StaticHost = {
    url: `http://127.0.0.1:${bound}${path}`,
    missing,
    folder,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return host;
}

/** A host of files for the tests of a `describe`. */
export function useFiles(folder: string, path: string): () => StaticHost {
  let host: StaticHost | undefined;
  beforeAll(async () => {
    host = await hostFiles(folder, path);
  });
  afterAll(() => host?.stop());
  return () => {
    if (host === undefined)
      throw new Error("The host of these tests is not running yet: use it inside of a test.");
    return host;
  };
}
