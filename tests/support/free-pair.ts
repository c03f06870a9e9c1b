import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** A port of this machine that is free and whose next one is: page and game server are beside each other. */
export async function freePair(): Promise<number> {
  for (;;) {
    const first = createServer().listen(0, "127.0.0.1");
    await once(first, "listening");
    const { port } = first.address() as AddressInfo;
    const second = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      second.once("error", () => resolve(false));
      second.listen(port + 1, "127.0.0.1", () => resolve(true));
    });
    for (const server of [first, second]) if (server.listening) await once(server.close(), "close");
    if (isFree) return port;
  }
}
