import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Name of the service worker in the build: beside the page, so that it may answer for it. */
const WORKER = "sw.js";
/** What only the Push Lab has, and a language for tests. */
const LEFT_OUT = /(^|\/)(lab|pseudo)[-.]/;
/** What an installed page shows of itself outside of its window. */
const PICTURES = ["favicon.ico", "icon.svg", "icon-192.png", "icon-512.png", "manifest.webmanifest"];

/** Tells the service worker of a build which files belong to it, and gives it a version that changes with them. */
export function precache(): Plugin {
  return {
    name: "precache",
    enforce: "post",
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== "chunk") throw new Error(`The build has no ${WORKER}.`);
      if (worker.imports.length > 0)
        throw new Error(`${WORKER} must stand alone, and imports ${worker.imports}.`);
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("The build has no index.html.");
      const assets = Object.keys(bundle).filter((file) => file.startsWith("assets/") && !LEFT_OUT.test(file));
      const files = ["", ...assets.sort(), ...PICTURES];
      const version = createHash("sha256")
        .update(files.join("\n"))
        .update(page.source)
        .update(worker.code)
        .digest("hex")
        .slice(0, 12);
      worker.code = `const BUILD = ${JSON.stringify({ version, files })};\n${worker.code}`;
    },
  };
}
