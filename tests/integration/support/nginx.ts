import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type RunningProxy, startProxy } from "../../support/cluster/proxy.ts";
import { nginxKeepsIn } from "../../support/cluster/shipped-proxies.ts";

/** The shortest configuration that people write: buffering, HTTP/1.0 to the server and all else as it comes. */
function configuration(folder: string, port: number, targetPort: number): string {
  return `
    pid ${folder}/nginx.pid;
    error_log stderr warn;
    events {}
    http {
      access_log off;
      ${nginxKeepsIn(folder)}
      server {
        listen 127.0.0.1:${port};
        location / { proxy_pass http://127.0.0.1:${targetPort}; }
      }
    }`;
}

/** Starts nginx as it comes in front of a server of this machine. */
export function startNginx(command: string, targetPort: number): Promise<RunningProxy> {
  return startProxy(async (folder, port) => {
    const file = join(folder, "nginx.conf");
    await writeFile(file, configuration(folder, port, targetPort));
    return { command, args: ["-p", folder, "-c", file, "-g", "daemon off; master_process off;"] };
  });
}
