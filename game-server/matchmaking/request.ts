import type { Request } from "express";
import { ROOM } from "#shared/messages.ts";
import { isCode, tidyCode } from "#shared/room-code.ts";
import { type JoinOptions, parseJoinOptions, quickPlayOptions } from "./join-options.ts";
import { Refusal, refused } from "./refusal.ts";

/** What a request asks of the matchmaker, checked. */
export type MatchmakeRequest =
  | { readonly method: "joinOrCreate" | "create"; readonly options: JoinOptions }
  | { readonly method: "joinById"; readonly code: string; readonly options: JoinOptions }
  | { readonly method: "reconnect"; readonly code: string; readonly token: string };

/** Longest code (characters) that is tidied: one that was pasted with blanks around it. */
const MAX_CODE = 40;

/** The code that a target of a request means, whether or not it is one. */
export function codeOf(target: string): string {
  return tidyCode(target.slice(0, MAX_CODE));
}

/** Reads `POST /matchmake/METHOD/TARGET`. @throws Refusal */
export function parseRequest({ params, body }: Pick<Request, "params" | "body">): MatchmakeRequest {
  const method = String(params.method);
  const target = String(params.target);
  switch (method) {
    case "joinById":
      return { method, code: parseCode(target), options: parseOptions(body) };
    case "reconnect":
      return { method, code: parseCode(target), token: parseToken(body) };
    case "create":
    case "joinOrCreate":
      if (target !== ROOM) throw refused("no_room_type", { name: target.slice(0, 20) });
      return {
        method,
        options: method === "create" ? parseOptions(body) : quickPlayOptions(parseOptions(body)),
      };
    default:
      throw refused("no_method", { name: method.slice(0, 20) });
  }
}

function parseCode(target: string): string {
  const code = codeOf(target);
  if (!isCode(code)) throw refused("bad_code");
  return code;
}

function parseOptions(body: unknown): JoinOptions {
  try {
    return parseJoinOptions(body);
  } catch (error) {
    throw new Refusal(400, "bad_request", error instanceof Error ? error.message : String(error));
  }
}

function parseToken(body: unknown): string {
  const token =
    typeof body === "object" && body !== null && "reconnectionToken" in body ? body.reconnectionToken : "";
  if (typeof token !== "string" || !/^[\w-]{1,64}$/.test(token) || token in Object.prototype) {
    throw refused("token_needed");
  }
  return token;
}
