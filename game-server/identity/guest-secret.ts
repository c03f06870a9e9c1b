import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";
import type { Log } from "../observability/log.ts";

const FILE = "guest-secret";
const BYTES = 32;

/**
 * The secret that tokens of guests are signed with: that of the environment, else the one in the folder for data, which is made
 * there when it is missing. Where nothing can be kept it is one for this process only, and the log says so.
 */
export async function guestSecret(
  { guestSecret, dataDir }: Pick<Config, "guestSecret" | "dataDir">,
  log: Pick<Log, "warn">,
): Promise<Uint8Array> {
  if (guestSecret !== undefined) return new TextEncoder().encode(guestSecret);
  const path = join(dataDir, FILE);
  try {
    return (await readSecret(path)) ?? (await makeSecret(dataDir, path));
  } catch (error) {
    log.warn(
      { err: error, dataDir },
      "guests are forgotten at the next start: their secret cannot be kept; set GUEST_SECRET or a DATA_DIR that can be written",
    );
    return randomBytes(BYTES);
  }
}

/** The secret of a file; undefined when there is none. @throws Error when the file holds something else. */
async function readSecret(path: string): Promise<Uint8Array | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const secret = Buffer.from(text.trim(), "hex");
  if (secret.length < BYTES)
    throw new Error(`${path} holds no secret: expected ${BYTES} bytes in hexadecimal.`);
  return secret;
}

/** Written whole or not at all, and readable for nobody else. Of two processes that make one at once, one makes it for both. */
async function makeSecret(folder: string, path: string): Promise<Uint8Array> {
  const secret = randomBytes(BYTES);
  await mkdir(folder, { recursive: true });
  const unfinished = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(unfinished, `${secret.toString("hex")}\n`, { mode: 0o600 });
  try {
    await link(unfinished, path);
    return secret;
  } catch (error) {
    const made = await readSecret(path);
    if (made === undefined) throw error;
    return made;
  } finally {
    await rm(unfinished);
  }
}
