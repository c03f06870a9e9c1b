import { type AuthContext, createAuthContext, matchMaker, ServerError } from "@colyseus/core";
import type { Request, Response } from "express";
import { ROOM } from "#shared/messages.ts";
import { isCode, tidyCode } from "#shared/room-code.ts";
import type { Config } from "../config.ts";
import type { Log } from "../observability/log.ts";
import type { Metrics, RefusalReason } from "../observability/metrics.ts";
import { type JoinOptions, parseJoinOptions } from "../rooms/join-options.ts";
import { addressOf } from "./address.ts";
import { RateLimit } from "./limits.ts";

/** A refusal: HTTP status and a sentence for the player. */
class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What a request asks of the matchmaker, checked. `open` makes quick play find only rooms for everybody. */
interface MatchmakeRequest {
  method: "joinOrCreate" | "create" | "join" | "joinById" | "reconnect";
  target: string;
  options: (JoinOptions & { open: boolean }) | { reconnectionToken: string };
}

const METHODS: readonly string[] = ["joinOrCreate", "create", "join", "joinById", "reconnect"];

/**
 * Answers `POST /matchmake/METHOD/TARGET`, the protocol of the Colyseus SDK. It stands in front of the
 * matchmaker of Colyseus, which has no limits and whose messages are for developers.
 */
export function matchmaking(config: Config, log: Log, metrics: Metrics, now: () => number = Date.now) {
  const joins = new RateLimit(config.maxJoinsPerMinute);
  const openings = new RateLimit(config.maxRoomsPerMinute);

  return async (request: Request, response: Response): Promise<void> => {
    const address = addressOf(request, config.proxies);
    try {
      limit(joins.take(address, now()), "asks to join");
      const asked = parseRequest(request);
      const open = (): void => {
        limit(openings.take(address, now()), "opens rooms");
        if (matchMaker.stats.local.roomCount < config.maxRooms) return;
        throw new Refusal(503, "This server is full: no more rooms can be opened now.");
      };
      response.json(await reserve(asked, contextOf(request, address), open));
    } catch (error) {
      const { status, message, code, reason } = explain(error, String(request.params.target ?? ""));
      metrics.refused(reason);
      if (status === 500) log.warn({ err: error }, "matchmaking failed");
      response.status(status).json({ code, error: message });
    }
  };
}

function limit(waitSeconds: number, what: string): void {
  if (waitSeconds > 0) {
    throw new Refusal(429, `Your address ${what} too often. Please wait ${waitSeconds} s.`);
  }
}

function parseRequest(request: Request): MatchmakeRequest {
  const method = String(request.params.method);
  if (!METHODS.includes(method))
    throw new Refusal(404, `There is no matchmaking method "${method.slice(0, 20)}".`);
  const target = String(request.params.target);
  const byCode = method === "joinById" || method === "reconnect";
  const code = tidyCode(target.slice(0, 40));
  if (byCode && !isCode(code))
    throw new Refusal(404, "That is no room code: codes are 5 letters and digits.");
  if (!byCode && target !== ROOM) throw new Refusal(404, `There is no room type "${target.slice(0, 20)}".`);
  return {
    method: method as MatchmakeRequest["method"],
    target: byCode ? code : ROOM,
    options: method === "reconnect" ? parseReconnect(request.body) : parseOptions(method, request.body),
  };
}

function parseOptions(method: string, body: unknown): MatchmakeRequest["options"] {
  try {
    const options = parseJoinOptions(body);
    if (method !== "joinOrCreate") return { ...options, open: options.password === "" && !options.private };
    // Quick play takes what there is: how a room is to be is for those who create one.
    const { name, look, mode } = options;
    return { ...parseJoinOptions({ name, look, mode }), open: true };
  } catch (error) {
    throw new Refusal(400, error instanceof Error ? error.message : String(error));
  }
}

function parseReconnect(body: unknown): { reconnectionToken: string } {
  const token =
    typeof body === "object" && body !== null && "reconnectionToken" in body ? body.reconnectionToken : "";
  if (typeof token !== "string" || !/^[\w-]{1,64}$/.test(token)) {
    throw new Refusal(400, "A reconnection needs its token.");
  }
  return { reconnectionToken: token };
}

/** Asks the matchmaker for a seat. `open` is called before a room may be opened, and refuses by throwing. */
async function reserve(asked: MatchmakeRequest, context: AuthContext, open: () => void): Promise<unknown> {
  const invoke = (method: MatchmakeRequest["method"]): Promise<unknown> =>
    matchMaker.controller.invokeMethod(method, asked.target, asked.options, context);
  if (asked.method === "create") open();
  if (asked.method !== "joinOrCreate") return invoke(asked.method);
  try {
    return await invoke("join");
  } catch (error) {
    if (!isNoRoom(error)) throw error;
  }
  open();
  return invoke("joinOrCreate");
}

function contextOf(request: Request, remoteAddress: string): AuthContext {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  return createAuthContext({ headers, remoteAddress });
}

/** Whether Colyseus says that no room fits. */
function isNoRoom(error: unknown): boolean {
  return error instanceof ServerError && /no rooms found/.test(error.message);
}

/** A refusal as it is answered and counted. */
interface Explanation {
  status: number;
  code: number;
  message: string;
  reason: RefusalReason;
}

/** What our own refusals are counted as. */
const REASONS: Readonly<Record<number, RefusalReason>> = {
  400: "bad_request",
  404: "not_found",
  429: "too_often",
  503: "server_full",
};

/** What went wrong in words for the player, from what Colyseus says for developers. */
function explain(error: unknown, target: string): Explanation {
  if (error instanceof Refusal) {
    const { status, message } = error;
    return { status, code: status, message, reason: REASONS[status] ?? "fault" };
  }
  const fault = {
    status: 500,
    code: 500,
    message: "The server could not do that.",
    reason: "fault",
  } as const;
  if (!(error instanceof ServerError)) return fault;
  const code = tidyCode(target.slice(0, 40));
  const { message } = error;
  if (isNoRoom(error)) {
    return { status: 404, code: 404, message: "There is no open room just now.", reason: "no_room" };
  }
  if (/is locked/.test(message)) {
    return { status: 409, code: 409, message: `Room ${code} is full.`, reason: "room_full" };
  }
  if (/not found|disposed/.test(message)) {
    return {
      status: 404,
      code: 404,
      message: `There is no room with the code ${code}.`,
      reason: "not_found",
    };
  }
  if (/reconnection token/.test(message)) {
    return { status: 410, code: 410, message: "Your seat in that room is gone.", reason: "seat_gone" };
  }
  if (/shutting down/i.test(message)) {
    return { status: 503, code: 503, message: "The server is going down.", reason: "going_down" };
  }
  const refused = error.code >= 400 && error.code < 500;
  return {
    status: refused ? error.code : 500,
    code: error.code,
    message,
    reason: refused ? "bad_request" : "fault",
  };
}
