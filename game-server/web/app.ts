import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Router } from "express";
import { refusal } from "#shared/refusals/refusal.ts";
import { requireType } from "#transports/limits/body-type.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { Config } from "../config.ts";
import { Refusal } from "../matchmaking/refusal.ts";
import { listRooms } from "../matchmaking/room-list.ts";
import type { Seating } from "../matchmaking/seating.ts";
import type { Log } from "../observability/log.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { StateAudit } from "../observability/state-audit.ts";
import { gamePage, nothingHere } from "./game-page.ts";
import { tellHead } from "./heads.ts";
import { invitation } from "./invitation.ts";
import { matchmaking } from "./matchmaking.ts";
import { operations } from "./operations.ts";
import { sameOrigin } from "./origins.ts";
import { processes, whenKnown } from "./processes.ts";
import { quietRefusals } from "./quiet-refusals.ts";
import { refusalBody } from "./refusal-body.ts";
import { tellCard, tellProcess } from "./room-card.ts";
import type { RoomStream } from "./room-stream.ts";
import { ROUTES } from "./routes.ts";
import { securityHeaders } from "./security-headers.ts";

/** Where `vite build` puts the page. */
const PAGE = fileURLToPath(new URL("../../dist/client/", import.meta.url));
/** Largest body of a matchmaking request; honest ones have a few hundred bytes. */
const MAX_BODY = "8kb";

export interface AppDeps {
  config: Config;
  log: Log;
  metrics: Metrics;
  audit: StateAudit;
  seating: Seating;
  /** The processes that have the rooms. */
  cluster: Pick<Cluster, "addresses" | "check" | "awaken" | "processes" | "drain" | "isOpen">;
  /** The room list for those who follow it. */
  roomStream: RoomStream;
  /** Answers what players send below `/transports`. */
  transports: Router;
  /** False while the server starts or goes down. */
  isReady(): boolean;
}

/** Everything that is answered over HTTP: the page, health, the room list and matchmaking. */
export function createApp(deps: AppDeps): Express {
  const { config, log, metrics, audit, seating, cluster, roomStream, transports, isReady } = deps;
  const app = express();
  app.disable("x-powered-by");
  app.use(securityHeaders(config), quietRefusals, sameOrigin(config));
  // Two questions: whoever runs the process starts it again when it is not alive, proxies send newcomers to it while it is ready.
  app.get(`${ROUTES.health}/live`, (_request, response) => {
    response.json({ status: "live" });
  });
  app.get([ROUTES.health, `${ROUTES.health}/ready`], (_request, response) => {
    response.status(isReady() ? 200 : 503).json({ status: isReady() ? "ready" : "draining" });
  });
  app.use(ROUTES.rooms, whenKnown(cluster));
  app.get(ROUTES.rooms, async (_request, response) => {
    response.set("Cache-Control", "no-store").json({ rooms: await listRooms() });
  });
  app.get(ROUTES.roomStream, roomStream.answer);
  // Codes are not to be guessed more quickly by looking than by joining.
  const looks = cluster.addresses.rate("looks", config.maxJoinsPerMinute);
  const questions = { config, looks, cluster };
  app.get(`${ROUTES.rooms}/:code`, tellCard(questions));
  app.get(`${ROUTES.rooms}/:code/process`, tellProcess(questions));
  app.get(ROUTES.heads, tellHead);
  app.post(ROUTES.heads, requireType("application/octet-stream", "application/json"), tellHead);
  app.post(
    `${ROUTES.matchmake}/:method/:target`,
    requireType("application/json"),
    express.json({ limit: MAX_BODY }),
    matchmaking({ config, log, metrics, seating, addresses: cluster.addresses }),
  );
  app.use(ROUTES.transports, transports);
  app.use(operations(config, metrics, audit));
  app.use(processes(config, cluster));
  app.get(`${ROUTES.invitation}/:code`, invitation(config, looks));
  if (existsSync(PAGE)) app.use(compression(), gamePage(PAGE, config));
  app.use(nothingHere);
  app.use(answerErrors(log, cluster));
  return app;
}

function answerErrors(log: Log, cluster: Pick<Cluster, "check">): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const error = whyOf(thrown, cluster);
    if (error instanceof Refusal) {
      response
        .status(error.status)
        .set("Cache-Control", "no-store")
        .json(refusalBody(error.code, error.message));
      return;
    }
    const status = statusOf(error);
    if (status >= 500) log.error({ sparing: {}, err: error }, "request failed");
    const id = status === 413 ? "too_large" : status >= 500 ? "fault" : "not_understood";
    response.status(status).json(refusalBody(status, refusal(id)));
  };
}

/** What could not be asked is the reason of whatever went wrong since. */
function whyOf(error: unknown, cluster: Pick<Cluster, "check">): unknown {
  if (statusOf(error) < 500) return error;
  try {
    cluster.check(error);
    return error;
  } catch (why) {
    return why;
  }
}

/** The status that a middleware gave its error; 500 when it gave none. */
function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}
