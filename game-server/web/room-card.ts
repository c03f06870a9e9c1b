import type { Request, RequestHandler, Response } from "express";
import { refusal } from "#shared/refusals/refusal.ts";
import { isCode, tidyCode } from "#shared/room-code.ts";
import { addressOf } from "#transports/limits/address.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { Config } from "../config.ts";
import type { Rate } from "../matchmaking/addresses.ts";
import { lookAt, processOf } from "../matchmaking/room-list.ts";
import { refusalBody } from "./refusal-body.ts";

/** Longest code (characters) that is tidied. */
const MAX_CODE = 40;

/** What is asked of a room by whoever has its code. `looks` keeps codes from being guessed. */
export interface CodeQuestions {
  readonly config: Pick<Config, "proxies">;
  readonly looks: Rate;
  readonly cluster: Pick<Cluster, "awaken">;
}

/** Answers `GET /api/rooms/CODE`: what whoever has the code of a room sees before they join, private rooms included. */
export function tellCard(questions: CodeQuestions): RequestHandler {
  return tell(questions, lookAt);
}

/**
 * Answers `GET /api/rooms/CODE/process`: which process has the room, by the id that is in the address of each of its seats. A
 * player to whom nothing comes any more asks it, and so brings the room back when its process is gone.
 */
export function tellProcess(questions: CodeQuestions): RequestHandler {
  return tell(questions, async (code) => {
    const process = await processOf(code);
    return process === undefined ? undefined : { process };
  });
}

function tell(
  { config, looks, cluster }: CodeQuestions,
  answerOf: (code: string) => Promise<object | undefined>,
) {
  return async (request: Request, response: Response): Promise<void> => {
    const refuse = (status: number, error: string): void => {
      response.status(status).json(refusalBody(status, error));
    };
    response.set("Cache-Control", "no-store");
    const code = tidyCode(String(request.params.code).slice(0, MAX_CODE));
    if (!isCode(code)) return refuse(404, refusal("bad_code"));
    const seconds = await looks.take(addressOf(request, config.proxies));
    if (seconds > 0) return refuse(429, refusal("looks_too_often", { seconds }));
    await cluster.awaken(code);
    const answer = await answerOf(code);
    if (answer === undefined) refuse(404, refusal("no_room", { code }));
    else response.json(answer);
  };
}
