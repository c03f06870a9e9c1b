import type { Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { DelayProxy } from "#lab/transports/link/delay-proxy.ts";
import { UdpProxy } from "../../support/udp-proxy.ts";
import type { RunningServer } from "./server.ts";

/** The line between one page and the server, whatever goes over it, which can be cut without touching others. */
export class OwnLine {
  readonly #tcp: DelayProxy;
  readonly #udp: UdpProxy[] = [];
  #isCut = false;

  private constructor(tcp: DelayProxy) {
    this.#tcp = tcp;
  }

  /** A line for the length of the test. */
  static async to(server: RunningServer): Promise<OwnLine> {
    const line = new OwnLine(await DelayProxy.start({ targetPort: server.port }));
    onTestFinished(async () => {
      for (const proxy of line.#udp) proxy.close();
      await line.#tcp.close();
    });
    return line;
  }

  /** Address of the server at this end. */
  get url(): string {
    return this.#tcp.url;
  }

  /** Has the datagrams of a page go over this line too: the server's address in each answer to an offer is changed. */
  async carryDatagramsOf(page: Page): Promise<void> {
    await page.route("**/transports/webrtc", async (route) => {
      // A line that is cut carries no offer either.
      const response = await route.fetch().catch(() => undefined);
      if (response === undefined) return route.abort();
      const text = await response.text();
      const port = Number(/127\.0\.0\.1 (\d+) typ host/.exec(text)?.[1]);
      if (Number.isNaN(port)) return route.fulfill({ response });
      const proxy = await UdpProxy.start(port);
      proxy.passes = () => !this.#isCut;
      this.#udp.push(proxy);
      return route.fulfill({
        response,
        body: text.replaceAll(` ${port} typ host`, ` ${proxy.port} typ host`),
      });
    });
  }

  /** Cuts it without a word to either end, until it is mended. */
  cut(): void {
    this.#isCut = true;
    this.#tcp.refuse();
    this.#tcp.cut();
  }

  mend(): void {
    this.#isCut = false;
    this.#tcp.accept();
  }
}
