import { readdirSync } from "node:fs";
import { extname } from "node:path";
import type { RequestHandler } from "express";

/** Encodings and the endings of files that are packed so, the smaller ones first. */
const ENDINGS = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/**
 * Answers with the packed file that the build has put beside the one that is asked for, if there is one and the browser can
 * unpack it: those are smaller than what can be packed while somebody waits. `folder` holds no folders.
 */
export function packedFiles(folder: string): RequestHandler {
  const files = new Set(readdirSync(folder));
  return (request, response, next) => {
    const name = request.path.slice(1);
    const offered = ENDINGS.filter(([, ending]) => files.has(`${name}${ending}`));
    if (offered.length > 0) response.vary("Accept-Encoding");
    const best = offered.find(([encoding]) => request.acceptsEncodings(encoding) === encoding);
    if (best === undefined) return next();
    const [encoding, ending] = best;
    request.url = `/${name}${ending}`;
    response.type(extname(name)).set("Content-Encoding", encoding);
    next();
  };
}
