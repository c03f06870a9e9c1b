import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import type { TransportName } from "#transports/contract/names.ts";
import { HostileProxy, type HostileProxyOptions } from "../support/hostile-proxy.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { figures, PATIENCE, plainLooks, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
// How long a picture takes to draw in software is not what is measured.
const open = useBrowser({ renderer: "canvas" });

const TRIES = 5;
/** From the issue: time (ms) from the click to the match. */
const SOON_MS = 5000;

declare global {
  interface Window {
    /** When (ms) the page was clicked first, and when it had a match with its own character. */
    fallback: { clickedAt: number; inMatchAt: number };
  }
}

/** Notes in the page when what happens, so that nothing of this process is in the figures. */
function installStopwatch(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.fallback = { clickedAt: 0, inMatchAt: 0 };
    const note = () => {
      window.fallback.clickedAt ||= performance.now();
    };
    document.addEventListener("click", note, { capture: true });
    const timer = setInterval(() => {
      if (window.pushback.own === undefined) return;
      window.fallback.inMatchAt = performance.now();
      clearInterval(timer);
    }, 5);
  });
}

type Network = Omit<HostileProxyOptions, "targetPort"> | undefined;

/**
 * Comes to a match, through a proxy if need be, and waits for the transport that it is to be in the end; returns how long
 * (ms) the match took, and the start of the page before. Until a stream is known to stay empty, answers bring the match.
 */
async function play(network: Network, wanted: TransportName) {
  const { port } = server();
  const proxy = network && (await HostileProxy.start({ targetPort: port, ...network }));
  onTestFinished(() => proxy?.close());
  const url = proxy?.url ?? server().url;
  const { page, close } = await open(url, plainLooks(url, "Ann", { connection: "auto" }));
  await until(page, () => window.pushback.renderer !== "none", undefined);
  const startMs = await page.evaluate(() => performance.now());
  await installStopwatch(page);
  await page.getByTestId("play").click({ timeout: PATIENCE });
  await until(page, () => window.fallback.inMatchAt > 0, undefined);
  const { clickedAt, inMatchAt } = await page.evaluate(() => window.fallback);
  await until(page, (name) => window.pushback.transport === name, wanted);
  const { transport, transportReason } = await figures(page);
  await close();
  return { joinMs: inMatchAt - clickedAt, startMs, transport, transportReason };
}

/** A proxy that lets event streams bring nothing. */
const noStreams: HostileProxyOptions["treat"] = ({ url }) =>
  /^\/transports\/sse\/.*ack=/.test(url ?? "") ? "lose request" : "pass";

describe.runIf(NIGHTLY)("a page on `auto` is in the match within 5 s", () => {
  it.each([
    { network: "where nothing is in the way", options: undefined, transport: "websocket", reason: "" },
    {
      network: "where WebSocket is refused",
      options: { treat: () => "pass" },
      transport: "sse",
      reason: "WebSocket could not be opened",
    },
    {
      network: "where WebSocket is swallowed",
      options: { treat: () => "pass", upgrades: "swallow" },
      transport: "sse",
      reason: "WebSocket brought nothing for 2 seconds",
    },
    {
      network: "where WebSocket is swallowed and event streams stay empty",
      options: { treat: noStreams, upgrades: "swallow" },
      transport: "long-polling",
      reason: "an event stream stayed empty",
    },
  ] as const)("$network", { timeout: 180_000 }, async ({ network, options, transport, reason }) => {
    const tries: Awaited<ReturnType<typeof play>>[] = [];
    for (let i = 0; i < TRIES; i++) tries.push(await play(options, transport));
    const list = (key: "joinMs" | "startMs") => tries.map((each) => each[key].toFixed(0)).join(", ");
    console.log(
      `${network}: from the click to the match ${list("joinMs")} ms (the page itself had started after ${list("startMs")} ms)`,
    );
    for (const each of tries) {
      expect(each.transport).toBe(transport);
      expect(each.transportReason).toContain(reason);
    }
    const median = tries.map(({ joinMs }) => joinMs).sort((a, b) => a - b)[Math.floor(TRIES / 2)];
    expect(median).toBeLessThan(SOON_MS);
  });
});
