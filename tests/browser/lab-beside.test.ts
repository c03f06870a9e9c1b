import { describe, expect, it } from "vitest";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { PATIENCE, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

/** A browser that films no picture of a page. */
const NO_FILM = "delete HTMLCanvasElement.prototype.captureStream";

describe("panes of the push lab that are no transport", () => {
  it("show the match as a video whose age is read out of its pictures, and a room without a network", async () => {
    const { page, expectClean, screenshot } = await open(`${server().url}/lab`);
    await page.getByTestId("show-video").check({ force: true });
    await page.getByTestId("show-local").check({ force: true });
    await until(
      page,
      () => {
        const { video, local } = window.pushbackLab?.panes ?? {};
        return [video, local].every((pane) => pane?.status === "live" && pane.recent.age > 0);
      },
      undefined,
    );
    const before = await page.evaluate(() => ({ ...window.pushbackLab.panes }));
    await until(
      page,
      ({ video, local }) => {
        const { panes } = window.pushbackLab;
        return (
          (panes.video?.tick ?? 0) > (video?.tick ?? 1e9) + 50 &&
          (panes.local?.tick ?? 0) > (local?.tick ?? 1e9) + 50 &&
          (panes.video?.totals.payloadDown ?? 0) > (video?.totals.payloadDown ?? 1e9) &&
          (panes.video?.recent.bytesDown ?? 0) > 0
        );
      },
      before,
    );
    const { video, local, websocket } = await page.evaluate(() => ({ ...window.pushbackLab.panes }));
    // It films the socket's pane: no picture is of a state that the pane has not got.
    expect(video?.tick).toBeLessThanOrEqual(websocket?.tick ?? 0);
    expect(video?.recent.age).toBeGreaterThan(websocket?.recent.age ?? Number.POSITIVE_INFINITY);
    expect(local?.others.length).toBeGreaterThan(1);
    expect(local?.totals).toEqual({
      requests: 0,
      payloadUp: 0,
      payloadDown: 0,
      overheadUp: 0,
      overheadDown: 0,
    });
    await page
      .getByTestId("sentence-video")
      .getByText(/older than in the pane that is filmed/)
      .waitFor({ timeout: PATIENCE });
    await page
      .getByTestId("sentence-local")
      .getByText(/not a byte goes over a network/)
      .waitFor({ timeout: PATIENCE });
    await screenshot("lab-beside");
    for (const [width, height] of [
      [844, 390],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.getByTestId("pane-video").scrollIntoViewIfNeeded();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await screenshot(`lab-beside-${width}`);
    }
    // Each of them goes as it came.
    await page.getByTestId("show-video").uncheck({ force: true });
    await page.getByTestId("pane-video").waitFor({ state: "detached" });
    expectClean();
  });

  it.runIf(NIGHTLY)(
    "steer the player of the pane that is filmed, and one of their own without a network",
    async () => {
      const { page, expectClean } = await open(`${server().url}/lab`);
      await page.getByTestId("show-video").check({ force: true });
      await page.getByTestId("show-local").check({ force: true });
      for (const [played, steered] of [
        ["video", "websocket"],
        ["local", "local"],
      ] as const) {
        await page.getByTestId(`play-${played}`).click({ timeout: PATIENCE });
        const from = await until(page, (name) => window.pushbackLab.panes[name]?.own, steered);
        await page.keyboard.down("KeyD");
        await until(
          page,
          ({ name, x }) => Math.abs((window.pushbackLab.panes[name]?.own?.x ?? x) - x) > 0.5,
          {
            name: steered,
            x: from?.x ?? 0,
          },
        );
        await page.keyboard.up("KeyD");
        await page.keyboard.press("Escape");
      }
      expectClean();
    },
  );

  it("say so where the browser cannot film", async () => {
    const { page, expectClean } = await open(`${server().url}/lab`, { beforeLoad: NO_FILM });
    await page.getByTestId("show-video").check({ force: true });
    await page
      .getByTestId("pane-video")
      .getByText(/This browser cannot film/)
      .waitFor({ timeout: PATIENCE });
    expect(await page.getByTestId("play-video").isDisabled()).toBe(true);
    expectClean();
  });
});
