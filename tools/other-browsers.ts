import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { aptGet, canInstall } from "./apt.ts";

/** Where distributions put the small browser that comes with WebKitGTK, below a folder for each of its versions. */
const LIBRARIES = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/libexec"];

/** A program by its name, where systems keep them; undefined when there is none. */
function findProgram(...names: readonly string[]): string | undefined {
  const folders = ["/usr/bin", "/usr/local/bin", "/snap/bin"];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
}

/** Installs Debian packages where this process may and something is missing. */
function installed<Found>(find: () => Found | undefined, packages: readonly string[]): Found | undefined {
  const found = find();
  if (found !== undefined || !canInstall()) return found;
  console.log(`Installing another browser: apt-get install ${packages.join(" ")} (about a minute).`);
  aptGet("update", "-qq");
  if (!aptGet("install", "-y", "-qq", "--no-install-recommends", ...packages)) {
    console.log("apt-get could not install all of it.");
  }
  return find();
}

/** Path of a Firefox. Where there is none, and this is root on a Debian, installs it. */
export function ensureFirefox(): string | undefined {
  return installed(() => findProgram("firefox-esr", "firefox"), ["firefox-esr"]);
}

/** What a WebKit without a screen takes: the driver, the browser that it drives, and a screen in memory. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

/** The programs of WebKitGTK. Where one is missing, and this is root on a Debian, installs them. */
export function ensureWebKit(): WebKitPrograms | undefined {
  return installed(() => {
    const driver = findProgram("WebKitWebDriver");
    const screen = findProgram("Xvfb");
    const browser = findMiniBrowser();
    return driver && screen && browser ? { driver, browser, screen } : undefined;
  }, ["webkit2gtk-driver", "xvfb"]);
}

function findMiniBrowser(): string | undefined {
  return LIBRARIES.filter(existsSync)
    .flatMap((library) =>
      readdirSync(library)
        .filter((name) => name.startsWith("webkit"))
        .map((name) => join(library, name, "MiniBrowser")),
    )
    .find(existsSync);
}

export const FIREFOX_MISSING =
  "The nightly tests in Firefox need a browser that is not here. Install it (on Debian: sudo apt-get install firefox-esr).";
export const WEBKIT_MISSING =
  "The nightly tests in WebKit need a browser that is not here. Install it (on Debian: sudo apt-get install webkit2gtk-driver xvfb).";
