import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitFor } from "../../support/wait-for.ts";

/** An nginx that runs. */
export interface RunningNginx {
  readonly url: string;
  stop(): Promise<void>;
}

/** The shortest configuration that people write: buffering, HTTP/1.0 to the server and all else as it comes. */
function configuration(folder: string, port: number, targetPort: number): string {
  return `
    pid ${folder}/nginx.pid;
    error_log stderr warn;
    events {}
    http {
      access_log off;
      client_body_temp_path ${folder}/body;
      proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi;
      uwsgi_temp_path ${folder}/uwsgi;
      scgi_temp_path ${folder}/scgi;
      server {
        listen 127.0.0.1:${port};
        location / { proxy_pass http://127.0.0.1:${targetPort}; }
      }
    }`;
}

/** Starts nginx in front of a server of this machine. */
export async function startNginx(command: string, targetPort: number): Promise<RunningNginx> {
  const folder = await mkdtemp(join(tmpdir(), "pushback-nginx-"));
  const port = await freePort();
  await writeFile(join(folder, "nginx.conf"), configuration(folder, port, targetPort));
  const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-g", "daemon off; master_process off;"];
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.on("data", (bytes) => {
    log += bytes;
  });
  const url = `http://127.0.0.1:${port}`;
  await waitFor("nginx", async () => {
    if (child.exitCode !== null) throw new Error(`nginx has ended: ${log}`);
    return (await fetch(`${url}/healthz`)).ok;
  });
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await exited(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
