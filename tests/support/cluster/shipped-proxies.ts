import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Program } from "../../../tools/apt.ts";
import { NGINX } from "../../../tools/nginx.ts";
import { ROOT } from "../layers/project-files.ts";
import { type ProxyStart, type RunningProxy, startProxy } from "./proxy.ts";

/** Where a test puts what a shipped configuration names. */
interface Places {
  readonly folder: string;
  readonly port: number;
  /** Ports of the processes 1 to 3. */
  readonly targets: readonly [number, number, number];
}

/** A proxy with its configuration in `deploy`, of which only ports, paths and users are replaced. */
export interface ShippedProxy {
  readonly program: Program;
  /** In `deploy`. */
  readonly file: string;
  /** The text to be replaced, and what it is replaced by; each has to be there. */
  replace(places: Places): readonly (readonly [string, string])[];
  start(file: string, places: Places): Pick<ProxyStart, "args" | "env">;
}

const HAPROXY: Program = {
  command: "haproxy",
  version: "-v",
  packageName: "haproxy",
  neededBy: "The tests behind HAProxy",
};
export const CADDY: Program = {
  command: "caddy",
  version: "version",
  packageName: "caddy",
  neededBy: "The nightly tests behind Caddy",
};

/** Where nginx keeps what it cannot hold in memory: without root, not where its package says. */
export function nginxKeepsIn(folder: string): string {
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n");
}

const isRoot = process.getuid?.() === 0;

/** The one that most people have. */
export const SHIPPED_NGINX: ShippedProxy = {
  program: NGINX,
  file: "nginx.conf",
  replace: ({ folder, port, targets }) => [
    ["/run/nginx.pid", `${folder}/nginx.pid`],
    ["/var/log/nginx/error.log", "stderr"],
    ["http {\n", `http {\n${nginxKeepsIn(folder)}\n`],
    ["listen 80 ", `listen 127.0.0.1:${port} `],
    ...targets.map((target, i) => [`127.0.0.1:257${i + 1}`, `127.0.0.1:${target}`] as const),
  ],
  start: (file, { folder }) => ({
    args: ["-p", folder, "-c", file, "-g", "daemon off; master_process off;"],
  }),
};

/** nginx first. */
export const SHIPPED_PROXIES: readonly ShippedProxy[] = [
  SHIPPED_NGINX,
  {
    program: HAPROXY,
    file: "haproxy.cfg",
    replace: ({ port, targets }) => [
      ...(isRoot ? [] : ([["  user haproxy\n  group haproxy\n", ""]] as const)),
      ["bind :80\n", `bind 127.0.0.1:${port}\n`],
      ...targets.map((target, i) => [`127.0.0.1:257${i + 1}`, `127.0.0.1:${target}`] as const),
    ],
    start: (file) => ({ args: ["-db", "-f", file] }),
  },
  {
    program: CADDY,
    file: "Caddyfile",
    replace: ({ targets }) =>
      targets.map((target, i) => [`process-${i + 1}:2567`, `127.0.0.1:${target}`] as const),
    start: (file, { folder, port }) => ({
      args: ["run", "--adapter", "caddyfile", "--config", file],
      env: { PUBLIC_URL: `http://127.0.0.1:${port}`, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    }),
  },
];

/** Starts a proxy as it is shipped, in front of processes of this machine. */
export function startShipped(
  { file, replace, start }: ShippedProxy,
  command: string,
  targets: Places["targets"],
): Promise<RunningProxy> {
  return startProxy(async (folder, port) => {
    const places = { folder, port, targets };
    let text = await readFile(join(ROOT, "deploy", file), "utf8");
    for (const [from, to] of replace(places)) {
      if (!text.includes(from)) throw new Error(`deploy/${file} has no ${JSON.stringify(from)} any more.`);
      text = text.replaceAll(from, to);
    }
    const path = join(folder, file);
    await writeFile(path, text);
    return { command, ...start(path, places) };
  });
}
