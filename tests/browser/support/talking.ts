import type { Page } from "playwright-core";
import { PATIENCE } from "./game-page.ts";

/** The microphone of Chromium's tests: it beeps, and nobody is asked. */
export const FAKE_MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

/** Turns voice on as a player does: by the key for talking, which opens the dialogue. */
export async function turnOn(page: Page): Promise<void> {
  await page.keyboard.press("KeyV");
  await page.getByTestId("voice-reveals").waitFor({ timeout: PATIENCE });
  await page.getByTestId("voice-on").click();
  await page.getByTestId("voice-off").waitFor({ timeout: PATIENCE });
  await page.keyboard.press("Escape");
}
