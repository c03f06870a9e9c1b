import { type KeyInput, launch } from "puppeteer-core";
import type { OtherPage } from "./other-page.ts";

/** Starts Firefox without a window, by WebDriver BiDi. */
export async function openFirefox(executablePath: string): Promise<OtherPage> {
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    defaultViewport: { width: 1280, height: 720 },
    extraPrefsFirefox: {
      // Nobody presses a key to let sound begin, and nobody resolves names of addresses here.
      "media.autoplay.default": 0,
      "media.peerconnection.ice.obfuscate_host_addresses": false,
    },
  });
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  return {
    problems: () => Promise.resolve(problems),
    async goTo(url) {
      await page.goto(url);
    },
    // The types of an expression are the test's own matter.
    evaluate: (expression) => page.evaluate(expression) as Promise<never>,
    key: (key, down) => (down ? page.keyboard.down(key as KeyInput) : page.keyboard.up(key as KeyInput)),
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` });
    },
    close: () => browser.close(),
  };
}
