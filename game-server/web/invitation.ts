import type { RequestHandler } from "express";
import { isCode, tidyCode } from "#shared/room-code.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { addressOf } from "#transports/limits/address.ts";
import type { Config } from "../config.ts";
import type { Rate } from "../matchmaking/addresses.ts";
import { findRoom } from "../matchmaking/room-list.ts";
import type { RoomMetadata } from "../rooms/room-metadata.ts";
import { baseOf } from "./hosts.ts";
import { type PlainPage, plainPage } from "./plain-page.ts";
import { ROUTES } from "./routes.ts";

/**
 * Answers `GET /r/CODE`, the link that players share: a browser goes on to the room, and whoever only looks, as chats do
 * for a preview, reads what the room is called, and which arena and mode is played there. It names nobody, so a name that
 * was made of the host's is not said. `looks` keeps codes from being guessed.
 */
export function invitation(config: Config, looks: Rate): RequestHandler {
  return async (request, response) => {
    const code = tidyCode(String(request.params.code).slice(0, 40));
    const mayLook = isCode(code) && (await looks.take(addressOf(request, config.proxies))) === 0;
    // A link leads on also while nobody can say where its room is.
    const about = mayLook ? await findRoom(code).catch(() => undefined) : undefined;
    response
      .set("Cache-Control", "no-cache")
      .type("html")
      .send(plainPage(pageOf(code, about), baseOf(request, config)));
  };
}

function pageOf(code: string, about: RoomMetadata | undefined): PlainPage {
  // The page itself says that a code is not right; it only must not become part of an address unchecked.
  const known = isCode(code);
  const what = about === undefined ? "a match" : `${modeOf(about.mode).name} on ${about.arena}`;
  return {
    title: titleOf(about, what),
    text: `Join ${what}${known ? ` in room ${code}` : ""}. Shove your friends off floating islands, right in the browser.`,
    go: { path: known ? `/?room=${code}` : "/?room=unknown", words: "Join the match" },
    path: known ? `${ROUTES.invitation}/${code}` : "/",
    atOnce: true,
  };
}

function titleOf(about: RoomMetadata | undefined, what: string): string {
  if (about === undefined) return "A match of Pushback";
  return about.named ? `${about.name}: ${what}, Pushback` : `Pushback: ${what}`;
}
