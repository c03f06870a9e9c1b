import type { PaneWire } from "./measured-transport.ts";

const PATH = "/api/heads";

/** Asks the server what the heads of this page's requests look like when they come to it. */
export async function requestHeads(): Promise<PaneWire["heads"]> {
  const [get, post] = await Promise.all([
    fetch(PATH, { cache: "no-store" }),
    fetch(PATH, {
      method: "POST",
      body: new Uint8Array(10),
      headers: { "Content-Type": "application/octet-stream" },
      cache: "no-store",
    }),
  ]);
  if (!get.ok || !post.ok)
    throw new Error("The server does not say what it receives: is it older than this page?");
  return { get: { text: await get.text(), path: PATH }, post: { text: await post.text(), path: PATH } };
}
