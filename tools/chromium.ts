import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aptGet, canInstall } from "./apt.ts";

/** Chromium without the code for windows: the same pages and the same engine, in half the time a page. */
const SHELL = "chromium-headless-shell";
/** Names under which systems install a Chromium that playwright-core can drive, the quickest first. */
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/** Places outside of PATH. */
const PLACES = ["/usr/bin", "/snap/bin", "/Applications/Google Chrome.app/Contents/MacOS"];
/** The software OpenGL that draws WebGL about three times faster than the one inside Chromium. */
const MESA = ["libgl1-mesa-dri", "libegl1", "libegl-mesa0"];

export const CHROMIUM_MISSING =
  "The browser tests need Chromium and found none. Install it (on Debian and Ubuntu: sudo apt-get install chromium), " +
  "or set CHROMIUM_PATH to the executable of a Chromium or Chrome.";

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a Chromium on this machine, `CHROMIUM_PATH` first, or undefined. Throws when that variable is wrong. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM_PATH) {
    if (isExecutable(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, which is not an executable file.`);
  }
  const folders = [...(env.PATH ?? "").split(delimiter), ...PLACES].filter((folder) => folder !== "");
  const candidates = folders.flatMap((folder) =>
    [...NAMES, "Google Chrome"].map((name) => join(folder, name)),
  );
  return candidates.find(isExecutable);
}

/** Is Mesa's software OpenGL on this machine? Only asked for on Linux, where Chromium can use it. */
export function hasMesa(): boolean {
  if (process.platform !== "linux") return false;
  const folders = [
    "/usr/lib",
    "/usr/lib64",
    ...["x86_64", "aarch64"].map((arch) => `/usr/lib/${arch}-linux-gnu`),
  ];
  const has = (file: string) => folders.some((folder) => existsSync(join(folder, file)));
  return has("dri/swrast_dri.so") && has("libEGL.so.1") && has("libEGL_mesa.so.0");
}

function install(what: readonly string[]): boolean {
  return aptGet("install", "-y", "-qq", "--no-install-recommends", ...what);
}

/**
 * Returns the path of a Chromium. Where the quick one is missing, and this is root on a Debian or Ubuntu, installs it, or
 * else the usual one, and Mesa. Throws `CHROMIUM_MISSING` when there is none after that; what cannot be installed beside
 * it is no error.
 */
export function ensureChromium(): string {
  const named = Boolean(process.env.CHROMIUM_PATH);
  const wanted = [...(named || findChromium()?.endsWith(SHELL) ? [] : [SHELL]), ...(hasMesa() ? [] : MESA)];
  if (wanted.length > 0 && canInstall()) {
    console.log(
      `Installing what the browser tests need: apt-get install ${wanted.join(" ")} (about half a minute).`,
    );
    aptGet("update", "-qq");
    if (!install(wanted)) {
      console.log("apt-get could not install all of it.");
      if (!findChromium()) install(["chromium"]);
    }
  }
  const found = findChromium();
  if (!found) throw new Error(CHROMIUM_MISSING);
  return found;
}
