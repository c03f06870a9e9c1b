import { expect, it } from "vitest";
import { LAYERS, PATHS } from "#client/lab/figure/layers.ts";
import { useBrowser } from "./support/browser.ts";
import { PATIENCE, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

it("the figure of the protocols follows a running connection, and shows the losses that TCP hides", async () => {
  const { page, expectClean, screenshot } = await open(`${server().url}/lab`);
  await until(page, () => (window.pushbackLab?.panes.websocket?.recent.updates ?? 0) > 0, undefined);
  const figure = page.getByTestId("lab-figure");
  await figure.locator("summary").press("Enter");
  await figure.getByTestId("figure-loss").click({ timeout: PATIENCE });
  // A loss, and what waited behind it.
  await until(
    page,
    () => {
      const { lost = "0", held = "0" } =
        document.querySelector<HTMLElement>("[data-testid=lane-count]")?.dataset ?? {};
      return Number(lost) > 0 && Number(held) > 0;
    },
    undefined,
  );
  expect(await figure.getByTestId("figure-loss").count()).toBe(0);
  for (const name of ["websocket", "sse", "webrtc"] as const) {
    await figure
      .getByRole("radio")
      .and(page.locator(`[value=${name}]`))
      .check({ force: true });
    for (const layer of LAYERS) {
      const box = figure.getByTestId(`layer-${layer}`);
      expect(await box.getAttribute("data-passed"), `${name}, ${layer}`).toBe(
        String(PATHS[name].includes(layer)),
      );
    }
    await figure
      .getByTestId("layer-match")
      .getByText(/\d states\/s, [\d.]+ kB\/s/)
      .waitFor({ timeout: PATIENCE });
  }
  // By keys alone, from box to box.
  await figure.getByTestId("layer-match").focus();
  const texts = new Set<string>();
  for (let i = 0; i < LAYERS.length; i++) {
    await page.keyboard.press("Enter");
    texts.add((await page.getByTestId("layer-text").textContent()) ?? "");
    await page.keyboard.press("Tab");
  }
  expect(texts.size).toBe(LAYERS.length);
  expect(await figure.getByRole("img").getAttribute("aria-label")).toContain("last three seconds");
  for (const [width, height] of [
    [1280, 720],
    [844, 390],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await figure.scrollIntoViewIfNeeded();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await screenshot(`lab-figure-${width}`);
  }
  expectClean();
});
