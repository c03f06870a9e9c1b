import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildOffline } from "../../tools/client-build.ts";
import { ROOT } from "../support/layers/project-files.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { byId, FakePad } from "./support/fake-pad.ts";
import {
  figures,
  inMatch,
  PATIENCE,
  plainLooks,
  ticksLater,
  until,
  untilPhase,
} from "./support/game-page.ts";
import { hostFiles, type StaticHost, useFiles } from "./support/static-host.ts";

const open = useBrowser({ renderer: "canvas" });

/** Lets the browser offer to install the page; what it then asks is noted in `window.name`. */
function offerToInstall(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const prompt = async () => {
      window.name = "asked";
    };
    dispatchEvent(Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt }));
  });
}

/** Chooses an exercise in the dialogue of practice. */
async function chooseDrill(page: Page, name: string): Promise<void> {
  await page.getByTestId("practice-options").click();
  await page.getByTestId("practice-drill").getByText(name, { exact: true }).click();
  await page.getByTestId("practice-done").click();
}

describe("practice from nothing but files", () => {
  const host = useFiles(join(ROOT, "dist/client"), "/");

  it("begins at a press, foresees the player without an error and asks for no server", async () => {
    const { url, missing } = host();
    const opened = await open(url, plainLooks(url, "Ann"));
    const { page } = opened;
    const early = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    expect(early.filter((name) => /practice/.test(name))).toEqual([]);
    const install = page.getByTestId("install");
    expect(await install.count()).toBe(0);
    await offerToInstall(page);
    await install.click();
    expect(await page.evaluate(() => window.name)).toBe("asked");
    await install.waitFor({ state: "detached" });
    await offerToInstall(page);
    await install.waitFor();
    await page.evaluate(() => dispatchEvent(new Event("appinstalled")));
    await install.waitFor({ state: "detached" });

    await page.getByTestId("practice").click();
    expect(await inMatch(page)).toMatchObject({ transport: "local", phase: "playing" });
    await page.keyboard.down("KeyD");
    await ticksLater(page, 20);
    await page.keyboard.up("KeyD");
    await ticksLater(page, 20);
    expect(await figures(page)).toMatchObject({ maxPredictionError: 0, corrections: 0 });
    await page.keyboard.press("Escape");
    await page.getByTestId("pause-dialog").waitFor({ timeout: PATIENCE });
    await page.keyboard.press("KeyM");
    await page.getByTestId("toast").getByText("Sound off").waitFor({ timeout: PATIENCE });
    await page.getByTestId("leave").click();
    await page.getByTestId("menu").waitFor({ timeout: PATIENCE });
    opened.expectClean();
    expect(missing).toEqual([]);
  });
});

describe.runIf(NIGHTLY)("a page that was built to need no server", () => {
  let folder = "";
  let host: StaticHost | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "pushback-offline-"));
    await buildOffline(folder);
    host = await hostFiles(folder, "/some/where/");
  }, 120_000);
  afterAll(async () => {
    await host?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("works below any path, offers practice and says why there is nothing else", async () => {
    const { url, missing } = host ?? { url: "", missing: [] };
    const opened = await open(`${url}?room=ABCDE`, plainLooks(url, "Ann"));
    const { page } = opened;
    await page.getByTestId("alone").waitFor({ timeout: PATIENCE });
    for (const absent of ["play", "create", "rooms", "join", "push-lab"])
      expect(await page.getByTestId(absent).count(), absent).toBe(0);
    await opened.screenshot("practice-alone");
    await page.getByTestId("practice").click();
    await inMatch(page);
    for (const name of ["Targets", "Parry", "Bots"]) {
      await chooseDrill(page, name);
      await ticksLater(page, 100);
      await opened.screenshot(`practice-${name.toLowerCase()}`);
    }
    opened.expectClean();
    expect(missing).toEqual([]);
  });

  it("is chosen and left with a gamepad alone", async () => {
    const { url } = host ?? { url: "" };
    const opened = await open(url, { ...plainLooks(url, "Ann"), viewport: { width: 1280, height: 720 } });
    const { page } = opened;
    const pad = await FakePad.on(page);
    await page.getByTestId("practice").waitFor({ timeout: PATIENCE });
    await pad.press("a");
    await pad.choose(byId("practice-choose"));
    await page.getByTestId("practice-dialog").waitFor({ timeout: PATIENCE });
    await pad.choose(`${byId("practice-drill")} [value=match]`);
    await pad.choose(`${byId("practice-mode")} [value=hill]`);
    await page.getByTestId("practice-mode").locator("[value=hill]:checked").waitFor({ state: "attached" });
    await pad.choose(byId("practice-start"));
    await inMatch(page);
    await pad.press("start");
    await page.getByTestId("pause-dialog").waitFor({ timeout: PATIENCE });
    await pad.choose(byId("leave"));
    await pad.choose(byId("practice-choose"));
    await pad.choose(`${byId("practice-drill")} [value=bots]`);
    await pad.press("b");
    await pad.choose(byId("practice"));
    await inMatch(page);
    await pad.press("start");
    await page.getByTestId("pause-dialog").waitFor({ timeout: PATIENCE });
    await pad.choose(byId("practise"));
    await page.getByTestId("practice-dialog").waitFor({ timeout: PATIENCE });
    await opened.screenshot("practice-dialog");
    await pad.goTo(`${byId("practice-drill")} input:checked`);
    await pad.press("right");
    await pad.press("a");
    await page
      .getByTestId("practice-drill")
      .locator("[value=targets]:checked")
      .waitFor({ state: "attached" });
    await pad.goTo(`${byId("practice-arena")} [value=frost]`);
    await pad.press("a");
    await page.getByTestId("practice-arena").locator("[value=frost]:checked").waitFor({ state: "attached" });
    await pad.press("b");
    await pad.choose(byId("leave"));
    await page.getByTestId("alone").waitFor({ timeout: PATIENCE });
    opened.expectClean();
  });

  it("plays a match of another mode, chosen in the menu and kept for the next time", async () => {
    const { url } = host ?? { url: "" };
    const opened = await open(url, plainLooks(url, "Ann"));
    const { page } = opened;
    await page.getByTestId("practice-choose").click();
    await page.getByTestId("practice-drill").getByText("Match", { exact: true }).click();
    await page.getByTestId("practice-mode").getByText("Push ball", { exact: true }).click();
    await page.getByTestId("practice-skill").getByText("Hard", { exact: true }).click();
    await page.getByTestId("practice-start").click();
    expect(await inMatch(page)).toMatchObject({ transport: "local" });
    await untilPhase(page, "playing");
    await ticksLater(page, 100);
    await opened.screenshot("practice-push-ball");
    await page.getByTestId("practice-options").click();
    await page.getByTestId("practice-mode").getByText("Last one standing", { exact: true }).click();
    await page.getByTestId("practice-done").click();
    await untilPhase(page, "countdown");
    await untilPhase(page, "playing");
    await opened.screenshot("practice-last");
    await page.keyboard.press("Escape");
    await page.getByTestId("end-match").click();
    await page.getByTestId("results").waitFor({ timeout: PATIENCE });
    await opened.screenshot("practice-results");
    await page.getByTestId("rematch").click();
    await untilPhase(page, "countdown");
    await page.reload();
    await page.getByTestId("practice").getByText("Last one standing").waitFor({ timeout: PATIENCE });
    opened.expectClean();
  });

  it("plays slower when it is told to, the clock of the match included", async () => {
    const { url } = host ?? { url: "" };
    const opened = await open(url, plainLooks(url, "Ann"));
    const { page } = opened;
    await page.getByTestId("practice").click();
    await inMatch(page);
    await page.getByTestId("practice-options").click();
    await page.getByTestId("practice-speed").getByText("0.25×").click();
    await page.getByTestId("practice-done").click();
    await page.getByTestId("practice-slow").waitFor({ timeout: PATIENCE });
    await ticksLater(page, 50);
    // The page's idea of the time stays with the state that it has: two patches of slack.
    await until(page, () => Math.abs(window.pushback.serverTime - window.pushback.tick * 20) < 80, undefined);
    opened.expectClean();
  });
});
