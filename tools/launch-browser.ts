import { type Browser, chromium } from "playwright-core";
import { CHROMIUM_MISSING, findChromium, hasMesa } from "./chromium.ts";

/** "webgl" draws with Mesa, or with SwiftShader where Mesa is missing; "canvas" leaves the page without WebGL. */
export type Renderer = "webgl" | "canvas";

export interface LaunchOptions {
  renderer?: Renderer;
  /** Further switches of Chromium. */
  args?: readonly string[];
}

/** Quiet, without calls home, with sound and timers as in a window in front. */
const SWITCHES = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--autoplay-policy=no-user-gesture-required",
];

function drawingSwitches(renderer: Renderer): string[] {
  if (renderer === "canvas") return ["--disable-gpu", "--disable-3d-apis"];
  if (hasMesa()) return ["--use-gl=angle", "--use-angle=gl-egl", "--ignore-gpu-blocklist"];
  return ["--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
}

/** Starts Chromium without a window. Throws `CHROMIUM_MISSING` when there is none. */
export async function launchBrowser({ renderer = "webgl", args = [] }: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(CHROMIUM_MISSING);
  return chromium.launch({
    executablePath,
    // The pages are the project's own, and containers and root have no use of the sandbox.
    chromiumSandbox: false,
    args: [...SWITCHES, ...drawingSwitches(renderer), ...args],
  });
}
