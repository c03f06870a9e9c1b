import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { HttpRequest } from "../inputs/http-request.ts";
import { Session } from "../inputs/sessions.ts";

/** What once did harm: what it was, and what is sent. */
const Harm = z.union([
  z.strictObject({ about: z.string(), requests: z.array(HttpRequest) }),
  z.strictObject({ about: z.string(), sessions: z.array(Session) }),
  z.strictObject({ about: z.string(), decoder: z.string(), inputs: z.array(z.unknown()) }),
]);
export type Harm = z.infer<typeof Harm>;

const FOLDER = join(import.meta.dirname, "../corpus");

/** Everything that was found so far, by what it did. */
export function readCorpus(): Harm[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => z.array(Harm).parse(JSON.parse(readFileSync(join(FOLDER, file), "utf8"))));
}
