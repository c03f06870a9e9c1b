import { CloseCode } from "@colyseus/sdk";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { RoomSession } from "#player/room-session.ts";
import type { ChatLine } from "#shared/talk.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { RoomStay } from "../../../tools/room/stay.ts";
import { fakeLine } from "../player/colyseus/fake-line.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "info").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A session that is let in, and finds its seat again by the other one. */
function sessions() {
  const here = fakeLine();
  const there = fakeLine();
  for (const line of [here, there]) line.connect();
  const next = new RoomSession(there.room);
  const clock = { after: alarm, roll: () => 0 };
  const session = new RoomSession(here.room, { follow: { clock, take: async () => next } });
  here.letIn("first");
  here.state();
  there.letIn("second");
  return { here, there, session, next };
}

function said(number: number, text: string): ChatLine {
  return { number, from: "ann", name: "Ann", look: 0, tick: number * 50, team: false, watching: false, text };
}

it("a stay in a room goes on where the room does, and says nothing twice", async () => {
  const { here, there, session, next } = sessions();
  const lines: string[] = [];
  const stay = new RoomStay(session, (line) => lines.push(line));
  session.mail.chat.deliver({ lines: [said(1, "Hello")] });
  here.hangUp(CloseCode.MAY_TRY_RECONNECT);
  await vi.advanceTimersByTimeAsync(1);
  expect(stay.session).toBe(next);
  next.mail.chat.deliver({ lines: [said(1, "Hello"), said(2, "Still here")] });
  expect(lines).toEqual([
    "Ann: Hello",
    "The room goes on in another process of the server.",
    "Ann: Still here",
  ]);
  next.room.reconnection.enabled = false;
  there.hangUp(CloseCode.SERVER_SHUTDOWN);
  expect(await stay.ended).toBe("The server is going down.");
});
