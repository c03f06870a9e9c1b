import { Router } from "express";
import type { ServerTransport, TransportContext } from "./contract/server-transport.ts";
import { HttpConnections } from "./http/connections.ts";

/** Transports besides WebSocket, running. */
export interface RunningTransports {
  /** Answers below `/transports`. */
  readonly router: Router;
  stop(): Promise<void>;
}

/** Starts transports, each below its own name. */
export async function startTransports(
  transports: readonly ServerTransport[],
  context: Omit<TransportContext, "router" | "http">,
): Promise<RunningTransports> {
  const router = Router();
  const http = new HttpConnections(context.connections);
  const running = await Promise.all(
    transports.map((transport) => {
      const own = Router();
      router.use(`/${transport.name}`, own);
      return transport.start({
        ...context,
        log: context.log.child({ transport: transport.name }),
        router: own,
        http,
      });
    }),
  );
  return {
    router,
    async stop() {
      await Promise.all(running.map((transport) => transport.stop()));
      http.stop();
    },
  };
}
