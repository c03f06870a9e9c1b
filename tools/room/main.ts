/** `npm run room`: opens a room and stays as its host. `--help` tells the rest. */

import { createInterface } from "node:readline";
import { complain, optionsOf } from "#bots/load/usage.ts";
import { endOf, refusalCode } from "#player/ends.ts";
import { PlayerClient } from "#player/player-client.ts";
import { ALL_REFUSALS } from "#player/refusals.ts";
import type { RoomSession } from "#player/room-session.ts";
import { inventedRoomName } from "#server/matchmaking/room-names.ts";
import { terminalCode } from "#server/terminal-code.ts";
import { inEnglish } from "#shared/refusals/refusal.ts";
import { createTransport } from "#transports/node.ts";
import { endWithNpm } from "../end-with-npm.ts";
import { interruption } from "../interruption.ts";
import { HELP } from "./help.ts";
import { findServer, type HostServer, lanOrigin } from "./host-server.ts";
import { RoomNews } from "./news.ts";
import { parseOptions, type RoomOptions } from "./options.ts";

const Status = { Fine: 0, Failed: 1 } as const;

/** Says something in a line, or several. What would move the cursor is left out: names come from strangers. */
function say(words: string): void {
  process.stdout.write(`${words.replace(/(?!\n)\p{C}/gu, "")}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf({ name: "room", help: HELP, parse: parseOptions }, args);
  if (typeof options === "number") return options;
  const stopped = interruption();
  let server: HostServer;
  try {
    server = await findServer(options.server, process.env);
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error), Status.Failed);
  }
  try {
    return await host(options, server, stopped);
  } finally {
    await server.stop();
  }
}

async function host(options: RoomOptions, server: HostServer, stopped: Promise<void>): Promise<number> {
  let session: RoomSession;
  try {
    session = await open(options, server.origin);
  } catch (error) {
    return complain(wordsOf(error), Status.Failed);
  }
  const gone = new Promise<string>((resolve) => {
    session.onGone((code, reason) => resolve(endWords(code, reason)));
  });
  await new Promise<void>((resolve) => session.onBegin(() => resolve()));
  say(await invitation(options, session, server));
  const news = new RoomNews(session.id);
  session.onState((state) => {
    for (const line of news.read(state)) say(line);
  });
  session.onDrop(() => say("The connection to the server is lost. Trying again…"));
  session.onBack(() => say("The connection is back."));
  const { refused, notices, chat } = session.mail;
  refused.listen(({ why }) => say(inEnglish(why, ALL_REFUSALS)));
  // Who is host comes from the state, which no dropped connection misses.
  notices.listen(({ text }) => /host/.test(text.split("?")[0] ?? "") || say(inEnglish(text, ALL_REFUSALS)));
  chat.listen(({ lines }) => {
    for (const { name, text } of lines) if (text !== undefined) say(`${name}: ${text}`);
  });
  const stopListening = onEnter(() => session.give("start"));
  const why = await Promise.race([stopped, gone]);
  stopListening();
  if (why !== undefined) return complain(why, Status.Failed);
  await session.leave();
  say("You have left the room.");
  return Status.Fine;
}

function open(options: RoomOptions, origin: string): Promise<RoomSession> {
  const client = new PlayerClient({ origin, transport: (events) => createTransport("websocket", events) });
  const { arena, mode, name, seats, bots, skill, time, netRate, password } = options;
  const asked = {
    ...{
      arena,
      mode,
      roomName: name ?? inventedRoomName(Math.random()),
      maxPlayers: seats,
      bots,
      botSkill: skill,
    },
    ...{ timeLimit: time, netRate, password },
  };
  const said = Object.entries(asked).filter(([, value]) => value !== undefined);
  return client.create({
    ...Object.fromEntries(said),
    ...{ name: "Host", private: options.private, role: "spectator", lobby: true },
  });
}

/** What one reads to others, or shows them. */
async function invitation(options: RoomOptions, session: RoomSession, server: HostServer): Promise<string> {
  const { code } = session;
  const lan = await lanOrigin(server.origin);
  const link = (origin: string): string => `${origin}/r/${code}`;
  const shared = link(lan ?? server.origin);
  return [
    `${session.state.name} is open.${server.isOwn ? " This command started the server, which ends with it." : ""}`,
    "",
    `  Code:             ${code}${options.password === undefined ? "" : "   (with a password)"}`,
    `  Link:             ${link(server.origin)}`,
    ...(lan === undefined ? [] : [`  In your network:  ${link(lan)}`]),
    "",
    terminalCode(shared),
    "",
    `The QR code leads to ${shared}.`,
    "A match begins when everybody is ready, or when you press Enter. Ctrl-C leaves the room.",
  ].join("\n");
}

function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return refusalCode(error) === 0
    ? `The server does not answer: ${message}`
    : inEnglish(message, ALL_REFUSALS);
}

/** How a stay ended that nobody here ended. */
function endWords(code: number, reason: string | undefined): string {
  const said = reason ? ` ${inEnglish(reason, ALL_REFUSALS)}` : "";
  switch (endOf(code)) {
    case "goingDown":
      return "The server is going down.";
    case "roomClosed":
      return `The room is closed.${said}`;
    case "lost":
      return "The connection is lost, and the seat with it.";
    default:
      return `The server ended the connection.${said}`;
  }
}

/** Calls back when Enter is pressed, where there is a keyboard. Returns what ends that. */
function onEnter(pressed: () => void): () => void {
  if (!process.stdin.isTTY) return () => {};
  const lines = createInterface({ input: process.stdin }).on("line", pressed);
  return () => lines.close();
}

endWithNpm();
process.exit(await main(process.argv.slice(2)));
