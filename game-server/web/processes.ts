import { type RequestHandler, Router } from "express";
import type { Cluster } from "../cluster/cluster.ts";
import type { Config } from "../config.ts";
import { Refusal } from "../matchmaking/refusal.ts";
import { adminOnly } from "./admin.ts";
import { refusalBody } from "./refusal-body.ts";
import { ROUTES } from "./routes.ts";

/** What the administrator asks of the processes, and tells this one. */
export function processes(config: Config, cluster: Pick<Cluster, "processes" | "drain">): Router {
  const router = Router();
  router.get(ROUTES.processes, adminOnly(config, true), async (_request, response, next) => {
    try {
      const all = await cluster.processes();
      const listed = all.map(({ refusal: _, ...process }) => process);
      response.set("Cache-Control", "no-store").json({ processes: listed });
    } catch (error) {
      if (error instanceof Refusal)
        response.status(error.status).json(refusalBody(error.code, error.message));
      else next(error);
    }
  });
  router.post(`${ROUTES.admin}/drain`, adminOnly(config, false), (_request, response) => {
    cluster.drain();
    response.status(202).json({ state: "draining" });
  });
  return router;
}

/** Answers with a refusal at once while the rooms of all processes cannot be asked for. */
export function whenKnown(cluster: Pick<Cluster, "check">): RequestHandler {
  return (_request, response, next) => {
    try {
      cluster.check();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response
        .status(error.status)
        .set("Cache-Control", "no-store")
        .json(refusalBody(error.code, error.message));
      return;
    }
    next();
  };
}
