import { type Config, readConfig } from "./config.ts";
import { lanAddress } from "./lan-address.ts";
import { runProcesses } from "./processes/run-processes.ts";
import { fail, runServer } from "./run-server.ts";
import { terminalCode } from "./terminal-code.ts";

/** Says where players find the game. */
function tell({ host, publicUrl }: Config, port: number): void {
  console.log(`Pushback is ready: http://localhost:${port}`);
  const lan = lanAddress();
  if (lan !== undefined && host === "0.0.0.0") {
    const link = `http://${lan}:${port}`;
    console.log(`In your network:   ${link}`);
    // A log that goes to a file or a program is lines, unless somebody wants it so.
    if (process.stdout.isTTY || process.argv.includes("--qr")) console.log(terminalCode(link));
  }
  if (publicUrl !== undefined) console.log(`On the internet:   ${publicUrl}`);
}

try {
  const config = readConfig(process.env);
  const several = config.processes > 1;
  tell(config, several ? await runProcesses(config) : (await runServer(config)).server.port);
} catch (error) {
  fail(error);
}
