import { createAuthContext } from "@colyseus/core";
import type { Request, Response } from "express";
import { addressOf } from "#transports/limits/address.ts";
import { RateLimit } from "#transports/limits/limits.ts";
import type { Config } from "../config.ts";
import { explain } from "../matchmaking/explain.ts";
import { Refusal } from "../matchmaking/refusal.ts";
import { codeOf, parseRequest } from "../matchmaking/request.ts";
import type { Seating } from "../matchmaking/seating.ts";
import type { Log } from "../observability/log.ts";
import type { Metrics } from "../observability/metrics.ts";

/** What matchmaking over HTTP needs. */
export interface MatchmakingDeps {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly seating: Seating;
}

/**
 * Answers `POST /matchmake/METHOD/TARGET`, the protocol of the Colyseus SDK. It stands in front of the
 * matchmaker of Colyseus, which has no limits and whose messages are for developers.
 */
export function matchmaking(
  { config, log, metrics, seating }: MatchmakingDeps,
  now: () => number = Date.now,
) {
  const joins = new RateLimit(config.maxJoinsPerMinute);
  const openings = new RateLimit(config.maxRoomsPerMinute);

  return async (request: Request, response: Response): Promise<void> => {
    const address = addressOf(request, config.proxies);
    try {
      limit(joins.take(address, now()), "asks to join");
      const context = createAuthContext({ headers: new Headers(), remoteAddress: address });
      const mayOpen = (): void => limit(openings.take(address, now()), "opens rooms");
      response.json(await seating.reserve(parseRequest(request), { address, context, mayOpen }));
    } catch (error) {
      const { status, message, code, reason } = explain(error, codeOf(String(request.params.target ?? "")));
      metrics.refused(reason);
      if (status === 500) log.warn({ sparing: {}, err: error }, "matchmaking failed");
      response.status(status).json({ code, error: message });
    }
  };
}

function limit(waitSeconds: number, what: string): void {
  if (waitSeconds > 0) {
    const words = `Your address ${what} too often. Please wait ${waitSeconds} s.`;
    throw new Refusal(429, "too_often", words);
  }
}
