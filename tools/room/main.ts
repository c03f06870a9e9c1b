/** `npm run room`: opens a room and stays as its host. `--help` tells the rest. */

import { createInterface } from "node:readline";
import { complain, optionsOf } from "#bots/load/usage.ts";
import { refusalCode } from "#player/ends.ts";
import { PlayerClient } from "#player/player-client.ts";
import { ALL_REFUSALS } from "#player/refusals.ts";
import type { RoomSession } from "#player/room-session.ts";
import { inventedRoomName } from "#server/matchmaking/room-names.ts";
import { terminalCode } from "#server/terminal-code.ts";
import { inEnglish } from "#shared/refusals/refusal.ts";
import { createTransport } from "#transports/node.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { endWithNpm } from "../end-with-npm.ts";
import { interruption } from "../interruption.ts";
import { HELP } from "./help.ts";
import { findServer, type HostServer, lanOrigin } from "./host-server.ts";
import { parseOptions, type RoomOptions } from "./options.ts";
import { RoomStay } from "./stay.ts";

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
  const stay = new RoomStay(session, say);
  await new Promise<void>((resolve) => session.onBegin(() => resolve()));
  say(await invitation(options, session, server));
  const stopListening = onEnter(() => stay.session.give("start"));
  const why = await Promise.race([stopped, stay.ended]);
  stopListening();
  if (why !== undefined) return complain(why, Status.Failed);
  await stay.session.leave();
  say("You have left the room.");
  return Status.Fine;
}

function open(options: RoomOptions, origin: string): Promise<RoomSession> {
  const client = new PlayerClient({
    origin,
    transport: (events) => createTransport("websocket", events),
    follow: { after: alarm, roll: Math.random },
  });
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

/** Calls back when Enter is pressed, where there is a keyboard. Returns what ends that. */
function onEnter(pressed: () => void): () => void {
  if (!process.stdin.isTTY) return () => {};
  const lines = createInterface({ input: process.stdin }).on("line", pressed);
  return () => lines.close();
}

endWithNpm();
process.exit(await main(process.argv.slice(2)));
