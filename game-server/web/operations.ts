import { Router } from "express";
import { refusal } from "#shared/refusals/refusal.ts";
import { isCode } from "#shared/room-code.ts";
import type { Config } from "../config.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { StateAudit } from "../observability/state-audit.ts";
import { adminOnly } from "./admin.ts";
import { refusalBody } from "./refusal-body.ts";
import { ROUTES } from "./routes.ts";

/** What the people who run a server ask it: figures for Prometheus, and fingerprints of states for load tests. */
export function operations(config: Config, metrics: Metrics, audit: StateAudit): Router {
  const router = Router();
  router.get(ROUTES.metrics, adminOnly(config, true), async (_request, response) => {
    const { registry } = metrics;
    response.set("Content-Type", registry.contentType).send(await registry.metrics());
  });
  // Who knows the states of a room could follow a private one: never without the token.
  router.get(`${ROUTES.admin}/fingerprints/:code`, adminOnly(config, false), (request, response) => {
    const code = String(request.params.code);
    const after = Number(request.query.after ?? -1);
    if (!isCode(code) || !Number.isFinite(after)) {
      response.status(400).json(refusalBody(400, refusal("fingerprints_of")));
      return;
    }
    response.set("Cache-Control", "no-store").json({ fingerprints: audit.of(code, after) });
  });
  return router;
}
