import { describe, expect, it } from "vitest";
import type { TransportName } from "#transports/contract/names.ts";
import { HostileProxy, type Treatment } from "../support/hostile-proxy.ts";
import { useBrowser } from "./support/browser.ts";
import {
  figures,
  framesLater,
  inMatch,
  PATIENCE,
  plainLooks,
  until,
  withSettings,
} from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

/** What Chromium itself logs of a WebSocket that is refused. */
const REFUSED = /WebSocket connection to .* failed/;

/** A page that a busy machine has frozen for eight seconds is given up by the server, and comes back. */
const GIVEN_UP = /\/transports\/\w|status of 404|closed unexpectedly \(1006\)/;

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

/** A proxy that refuses WebSocket, and does as it is told with the rest. */
function blockWebSocket(treat: (path: string) => Treatment = () => "pass"): Promise<HostileProxy> {
  return HostileProxy.start({ targetPort: server().port, treat: ({ url }) => treat(url ?? "") });
}

/** Opens a page at an address and starts a match. How long that takes is the business of `fallback.test.ts`. */
async function play(url: string) {
  const opened = await open(url, plainLooks(url, "Ann", { connection: "auto" }));
  const { page } = opened;
  await until(page, () => window.pushback.renderer !== "none", undefined);
  await page.getByTestId("play").click();
  await inMatch(page);
  return opened;
}

describe("where WebSocket is blocked", () => {
  it("a page is in the match soon, over an event stream, and says why", async () => {
    const proxy = await blockWebSocket();
    const { page, screenshot, expectClean } = await play(proxy.url);
    await until(page, () => window.pushback.transport === "sse", undefined);
    const { transportReason } = await figures(page);
    expect(transportReason).toBe(
      "WebSocket could not be opened, so the match comes over server-sent events.",
    );
    expect(await page.getByTestId("connection-note").textContent()).toBe(transportReason);
    await screenshot("transport-blocked");
    expectClean([REFUSED, GIVEN_UP]);
    await page.close();
    await proxy.close();
  });

  it("and event streams stay empty, it is long polling", async () => {
    const proxy = await blockWebSocket((path) =>
      /^\/transports\/sse\/.*ack=/.test(path) ? "lose request" : "pass",
    );
    const { page } = await play(proxy.url);
    await until(page, () => window.pushback.transport === "long-polling", undefined);
    const { transportReason } = await figures(page);
    expect(transportReason).toContain("an event stream stayed empty, so the match comes over long polling.");
    await page.close();
    await proxy.close();
  });
});

describe("pages over different transports", () => {
  it("play in one room, and keep their character over a reload", async () => {
    const { url } = server();
    const first = await open(`${url}/?transport=sse`, plainLooks(url, "sse"));
    await first.page.getByTestId("play").click({ timeout: PATIENCE });
    const { room } = await inMatch(first.page);
    const names: TransportName[] = ["sse", "polling"];
    const others = [];
    for (const name of names.slice(1)) {
      others.push(await open(`${url}/?room=${room}&join=1&transport=${name}`, plainLooks(url, name)));
    }
    const pages = [first, ...others];
    for (const [i, { page }] of pages.entries()) {
      await inMatch(page);
      const { transport, transportReason } = await figures(page);
      expect(transport).toBe(names[i]);
      expect(transportReason).toBe("");
      await until(
        page,
        (all) =>
          all.every((n) => [...window.pushback.others, window.pushback.own].some((p) => p?.name === n)),
        names,
      );
    }
    for (const { page } of pages) {
      const { sessionId, own } = await figures(page);
      await page.reload();
      const again = await inMatch(page);
      expect(again.sessionId).toBe(sessionId);
      expect(again.own?.name).toBe(own?.name);
      await framesLater(page, 5);
    }
    for (const { expectClean } of pages) expectClean([GIVEN_UP]);
  });
});

describe("the choice of a connection", () => {
  it("is in the settings, explained, and holds from the next match on", async () => {
    const { url } = server();
    const { page, screenshot } = await open(url, withSettings(url, { name: "Ann" }));
    await page.getByTestId("settings").click();
    const choice = page.getByTestId("settings-connection");
    await choice.scrollIntoViewIfNeeded();
    await choice.getByRole("radio", { name: "Long polling" }).check({ force: true });
    expect(await page.getByTestId("connection-hint").textContent()).toContain("the server answers once");
    await screenshot("connection-setting");
    await page.setViewportSize({ width: 390, height: 844 });
    await choice.scrollIntoViewIfNeeded();
    await screenshot("connection-setting-phone");
    await page.getByTestId("settings-done").click();
    await page.setViewportSize({ width: 640, height: 360 });
    await page.getByTestId("play").click();
    expect((await inMatch(page)).transport).toBe("long-polling");
  });
});
