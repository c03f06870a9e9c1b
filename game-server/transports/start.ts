import { Router } from "express";
import { HttpConnections } from "./http/connections.ts";
import { PLAYER_TRANSPORTS } from "./table.ts";
import type { TransportContext } from "./transport.ts";

/** All transports besides WebSocket, running. */
export interface RunningTransports {
  /** Answers below `/transports`. */
  readonly router: Router;
  stop(): Promise<void>;
}

/** Starts every transport of the table, each below its own name. */
export async function startTransports(
  context: Omit<TransportContext, "router" | "http">,
): Promise<RunningTransports> {
  const router = Router();
  const http = new HttpConnections(context.connections, context.log);
  const running = await Promise.all(
    PLAYER_TRANSPORTS.map((transport) => {
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
