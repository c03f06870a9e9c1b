import { createAuthContext } from "@colyseus/core";
import type { Request, Response } from "express";
import { addressOf } from "#transports/limits/address.ts";
import type { Config } from "../config.ts";
import type { Addresses } from "../matchmaking/addresses.ts";
import { explain } from "../matchmaking/explain.ts";
import { refused } from "../matchmaking/refusal.ts";
import { codeOf, parseRequest } from "../matchmaking/request.ts";
import type { SeatReservation } from "../matchmaking/seat.ts";
import type { Seating } from "../matchmaking/seating.ts";
import type { Log } from "../observability/log.ts";
import type { Metrics } from "../observability/metrics.ts";
import { hostOf } from "./hosts.ts";
import { refusalBody } from "./refusal-body.ts";

/** What matchmaking over HTTP needs. */
export interface MatchmakingDeps {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly seating: Seating;
  readonly addresses: Pick<Addresses, "rate">;
}

/**
 * Answers `POST /matchmake/METHOD/TARGET`, the protocol of the Colyseus SDK. It stands in front of the
 * matchmaker of Colyseus, which has no limits and whose messages are for developers.
 */
export function matchmaking({ config, log, metrics, seating, addresses }: MatchmakingDeps) {
  const joins = addresses.rate("joins", config.maxJoinsPerMinute);
  const openings = addresses.rate("openings", config.maxRoomsPerMinute);

  return async (request: Request, response: Response): Promise<void> => {
    const address = addressOf(request, config.proxies);
    try {
      limit(await joins.take(address), "joins_too_often");
      const context = createAuthContext({ headers: new Headers(), remoteAddress: address });
      const mayOpen = async () => limit(await openings.take(address), "rooms_too_often");
      const seat = await seating.reserve(parseRequest(request), { address, context, mayOpen });
      response.json(reachable(seat, hostOf(request, config)));
    } catch (error) {
      const { status, message, code, reason } = explain(error, codeOf(String(request.params.target ?? "")));
      metrics.refused(reason);
      if (status === 500) log.warn({ sparing: {}, err: error }, "matchmaking failed");
      response.status(status).json(refusalBody(code, message));
    }
  };
}

/** A seat with the address of its process as it is reached from where the request came. */
function reachable(seat: SeatReservation, host: string | undefined): SeatReservation {
  const { publicAddress } = seat;
  if (publicAddress?.startsWith("/") !== true || host === undefined) return seat;
  return { ...seat, publicAddress: host + publicAddress };
}

function limit(seconds: number, id: "joins_too_often" | "rooms_too_often"): void {
  if (seconds > 0) throw refused(id, { seconds });
}
