import { readFile } from "node:fs/promises";
import { join } from "node:path";
import express, { type RequestHandler, type Response, Router } from "express";
import { refusal } from "#shared/refusals/refusal.ts";
import type { Config } from "../config.ts";
import { baseOf } from "./hosts.ts";
import { packedFiles } from "./packed-files.ts";
import { plainPage, withBase } from "./plain-page.ts";
import { refusalBody } from "./refusal-body.ts";

/** The pages of the build, by their address. */
const PAGES = { "/": "index.html", "/lab": "lab.html" } as const;

/** The built page in a folder: its documents with absolute previews, its hashed files for ever, and the rest. */
export function gamePage(folder: string, config: Config): Router {
  const router = Router();
  // A document names its hashed files: an old copy of it would ask for files that are gone.
  const setHeaders = (response: Response): Response => response.set("Cache-Control", "no-cache");
  for (const [path, file] of Object.entries(PAGES)) {
    router.get(path, async (request, response) => {
      const html = await readFile(join(folder, file), "utf8");
      setHeaders(response)
        .type("html")
        .send(withBase(html, baseOf(request, config) ?? "", path));
    });
  }
  const assets = join(folder, "assets");
  router.use(
    "/assets",
    packedFiles(assets),
    express.static(assets, { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  router.use(express.static(folder, { setHeaders, index: false }));
  return router;
}

/** Answers what is not there: with a page to browsers, and as JSON to programs. */
export const nothingHere: RequestHandler = (request, response) => {
  response.status(404).vary("Accept");
  if (request.accepts(["json", "html"]) !== "html") {
    response.json(refusalBody(404, refusal("nothing_here")));
    return;
  }
  response.type("html").send(
    plainPage({
      title: "There is nothing here",
      text: "Only sky, all the way down. The game is this way:",
      go: { path: "/", words: "Back to the island" },
    }),
  );
};
