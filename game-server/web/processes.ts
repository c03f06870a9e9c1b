import { type RequestHandler, Router } from "express";
import type { Cluster } from "../cluster/cluster.ts";
import type { Config } from "../config.ts";
import { adminOnly } from "./admin.ts";
import { ROUTES } from "./routes.ts";

/** What the administrator asks of the processes, and tells this one. */
export function processes(config: Config, cluster: Pick<Cluster, "processes" | "drain">): Router {
  const router = Router();
  router.get(ROUTES.processes, adminOnly(config, true), async (_request, response) => {
    const all = await cluster.processes();
    const listed = all.map(({ refusal: _why, left: _left, ...process }) => process);
    response.set("Cache-Control", "no-store").json({ processes: listed });
  });
  router.post(`${ROUTES.admin}/drain`, adminOnly(config, false), (_request, response) => {
    cluster.drain();
    response.status(202).json({ state: "draining" });
  });
  return router;
}

/** Passes what needs the rooms of all processes, while they can be asked for. */
export function whenKnown(cluster: Pick<Cluster, "check">): RequestHandler {
  return (_request, _response, next) => {
    cluster.check();
    next();
  };
}
