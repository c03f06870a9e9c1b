import { onTestFinished } from "vitest";
import { DelayProxy } from "#lab/transports/link/delay-proxy.ts";
import { createRoom, type TestPlayer } from "../../support/game.ts";
import type { OpenedPage } from "./browser.ts";
import { Driver } from "./driver.ts";
import { inMatch, plainLooks } from "./game-page.ts";
import { installProbe } from "./probes.ts";
import type { RunningServer } from "./server.ts";

/** Each direction of a round trip of 150 ± 30 ms with 5 % loss, as in netcode.md. */
export const LOSSY = { delayMs: 75, jitterMs: 15, loss: 0.05 };

/** Somebody who plays on a page. */
export interface Guest extends OpenedPage {
  readonly id: string;
  readonly driver: Driver;
}

/** Opens pages, as `useBrowser` gives it. */
type Open = (url: string, options: ReturnType<typeof plainLooks>) => Promise<OpenedPage>;

/** A proxy in front of a server, for the length of the test. */
export async function proxyTo(server: RunningServer): Promise<DelayProxy> {
  const proxy = await DelayProxy.start({ targetPort: server.port });
  onTestFinished(() => proxy.close());
  return proxy;
}

/** A room on the meadow with somebody in it who stands in a corner, on a line without delay, and sees what is true. */
export async function openRoom(server: RunningServer): Promise<TestPlayer> {
  const judge = await createRoom(server, { arena: "meadow", name: "Judge", timeLimit: 1800 });
  onTestFinished(() => judge.leave());
  return judge;
}

/** Comes to a room with a page of one's own, through a proxy or directly. */
export async function enter(
  open: Open,
  at: { readonly url: string },
  judge: TestPlayer,
  name: string,
): Promise<Guest> {
  // No other transport instead, however slow the machine is.
  const url = `${at.url}/?room=${judge.room.roomId}&join=1&transport=websocket`;
  const opened = await open(url, plainLooks(at.url, name));
  const { sessionId: id = "" } = await inMatch(opened.page);
  await installProbe(opened.page);
  return { ...opened, id, driver: new Driver(opened.page) };
}
