import { matchMaker } from "@colyseus/core";
import type { RequestHandler } from "express";
import { ROOM } from "#shared/messages.ts";
import { isCode, tidyCode } from "#shared/room-code.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { addressOf } from "#transports/limits/address.ts";
import { RateLimit } from "#transports/limits/limits.ts";
import type { Config } from "../config.ts";
import type { RoomMetadata } from "../rooms/room-metadata.ts";
import { baseOf } from "./hosts.ts";
import { type PlainPage, plainPage } from "./plain-page.ts";
import { ROUTES } from "./routes.ts";

/**
 * Answers `GET /r/CODE`, the link that players share: a browser goes on to the room, and whoever only looks, as chats do
 * for a preview, reads which arena and mode is played there. It names nobody.
 */
export function invitation(config: Config, now: () => number = Date.now): RequestHandler {
  // Codes are not to be guessed more quickly here than by joining.
  const looks = new RateLimit(config.maxJoinsPerMinute);
  return async (request, response) => {
    const code = tidyCode(String(request.params.code).slice(0, 40));
    const mayLook = isCode(code) && looks.take(addressOf(request, config.proxies), now()) === 0;
    const about = mayLook ? await aboutRoom(code) : undefined;
    response
      .set("Cache-Control", "no-cache")
      .type("html")
      .send(plainPage(pageOf(code, about), baseOf(request, config)));
  };
}

/** What is played in a room; undefined when there is none. */
async function aboutRoom(code: string): Promise<Partial<RoomMetadata> | undefined> {
  const [room] = await matchMaker.query({ name: ROOM, roomId: code });
  return room && (room.metadata ?? {});
}

function pageOf(code: string, about: Partial<RoomMetadata> | undefined): PlainPage {
  // The page itself says that a code is not right; it only must not become part of an address unchecked.
  const known = isCode(code);
  const what = about?.arena ? `${modeOf(about.mode ?? "").name} on ${about.arena}` : "a match";
  return {
    title: about?.arena ? `Pushback: ${what}` : "A match of Pushback",
    text: `Join ${what}${known ? ` in room ${code}` : ""}. Shove your friends off floating islands, right in the browser.`,
    go: { path: known ? `/?room=${code}` : "/?room=unknown", words: "Join the match" },
    path: known ? `${ROUTES.invitation}/${code}` : "/",
    atOnce: true,
  };
}
