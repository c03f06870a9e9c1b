import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import { ROOMY } from "#bots/load/roomy.ts";

const Weight = z.object({
  rooms: z.number(),
  /** Objects that are left of connections, by their class. */
  left: z.record(z.string(), z.number()),
  /** Bytes. */
  arrayBuffers: z.number(),
  heapUsed: z.number(),
});
/** What a server holds once its garbage is collected. */
export type Weight = z.infer<typeof Weight>;

/** A server in a process of its own whose memory can be looked into. */
export interface WeighedServer {
  readonly address: string;
  weigh(): Promise<Weight>;
  stop(): Promise<void>;
}

/** Limits that no test runs into. */
const ENVIRONMENT = { ...ROOMY, WEBRTC_PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent" };

/** Starts a server whose memory can be looked into. */
export async function startWeighedServer(): Promise<WeighedServer> {
  const child = fork(join(import.meta.dirname, "weighed-process.ts"), {
    env: { ...process.env, NODE_ENV: "production", ...ENVIRONMENT },
    execArgv: ["--expose-gc", "--disable-warning=ExperimentalWarning"],
  });
  const [port] = await once(child, "message");
  return {
    address: `http://127.0.0.1:${z.number().parse(port)}`,
    async weigh() {
      child.send("weigh");
      const [weight] = await once(child, "message");
      return Weight.parse(weight);
    },
    async stop() {
      child.disconnect();
      await once(child, "exit");
    },
  };
}
