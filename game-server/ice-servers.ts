import { createHmac } from "node:crypto";
import type { IceServer } from "#shared/voice.ts";
import type { Config } from "./config.ts";

/** How long credentials of TURN are good for (s): longer than an evening, too short to be worth passing on. */
const TURN_CREDENTIALS_S = 6 * 3600;

/**
 * What a page is told of servers that help it to reach others. Those of TURN come with credentials that end, in the way of
 * coturn's `use-auth-secret`: the user's name is when they end (s since 1970) and whose they are, and its HMAC-SHA1 is the password.
 */
export function iceServersFor(
  { iceServers, turnSecret }: Pick<Config, "iceServers" | "turnSecret">,
  id: string,
  nowMs: number,
): IceServer[] {
  const username = `${Math.floor(nowMs / 1000) + TURN_CREDENTIALS_S}:${id}`;
  return iceServers.map((urls) => {
    if (turnSecret === undefined || !/^turns?:/.test(urls)) return { urls };
    const credential = createHmac("sha1", turnSecret).update(username).digest("base64");
    return { urls, username, credential };
  });
}
