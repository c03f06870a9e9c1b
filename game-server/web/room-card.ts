import type { RequestHandler } from "express";
import { refusal } from "#shared/refusals/refusal.ts";
import { isCode, tidyCode } from "#shared/room-code.ts";
import { addressOf } from "#transports/limits/address.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { Config } from "../config.ts";
import type { Rate } from "../matchmaking/addresses.ts";
import { lookAt } from "../matchmaking/room-list.ts";
import { refusalBody } from "./refusal-body.ts";

/** Longest code (characters) that is tidied. */
const MAX_CODE = 40;

/**
 * Answers `GET /api/rooms/CODE`: what whoever has the code of a room sees before they join, private rooms included. `looks`
 * keeps codes from being guessed.
 */
export function tellCard(
  { proxies }: Pick<Config, "proxies">,
  looks: Rate,
  cluster: Pick<Cluster, "awaken">,
): RequestHandler {
  return async (request, response) => {
    const refuse = (status: number, error: string): void => {
      response.status(status).json(refusalBody(status, error));
    };
    response.set("Cache-Control", "no-store");
    const code = tidyCode(String(request.params.code).slice(0, MAX_CODE));
    if (!isCode(code)) return refuse(404, refusal("bad_code"));
    const seconds = await looks.take(addressOf(request, proxies));
    if (seconds > 0) return refuse(429, refusal("looks_too_often", { seconds }));
    await cluster.awaken(code);
    const card = await lookAt(code);
    if (card === undefined) refuse(404, refusal("no_room", { code }));
    else response.json(card);
  };
}
