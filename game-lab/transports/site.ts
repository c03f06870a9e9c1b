import type { z } from "zod";
import { watchOthers } from "./disturbance.ts";
import type { LabLink } from "./link/link.ts";
import { PacketLink } from "./link/packet-link.ts";
import { ProxyLink } from "./link/proxy-link.ts";
import { prefer } from "./priority.ts";
import { Helper } from "./processes/channel.ts";
import { ports } from "./protocol.ts";

/** What the experiment takes place on: a server, players, and a link between them. */
export interface Site {
  readonly link: LabLink;
  readonly why: string;
  readonly gameOrigin: string;
  readonly controlOrigin: string;
  askServer<T>(ask: string, about: unknown, answer: z.ZodType<T>): Promise<T>;
  askPlayers<T>(ask: string, about: unknown, answer: z.ZodType<T>): Promise<T>;
  /** Begins to watch what others use of the machine; what is returned says how many cores, until then. */
  watchOthers(): () => number | undefined;
  /** Takes everything down. May be called at any time, and again. */
  stop(): Promise<void>;
}

/** Which link is wanted: of packets, of bytes, or of packets if this machine allows it. */
export type NetworkConditions = "auto" | "packets" | "bytes";

/**
 * Sets everything up. `stopping` aborts it.
 * @throws Error when that fails; nothing is left behind then.
 */
export async function setUp(choice: NetworkConditions, seed: number, stopping: AbortSignal): Promise<Site> {
  const { link, why } = await chooseLink(choice, seed);
  const helpers: Helper[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(helpers.map((helper) => helper.stop()));
    await link.stop();
  };
  try {
    stopping.throwIfAborted();
    const server = new Helper("server.ts", link.serverPlace);
    helpers.push(server);
    const players = new Helper("players.ts", link.playersPlace);
    helpers.push(players);
    if (link instanceof PacketLink) prefer([link.pid, server.pid, players.pid]);
    stopping.addEventListener("abort", () => stop(), { once: true });
    const { game, control } = await server.ask("start", null, ports);
    return {
      link,
      why,
      gameOrigin: await link.originOf(game),
      controlOrigin: await link.originOf(control),
      watchOthers: () =>
        watchOthers([
          process.pid,
          server.pid,
          players.pid,
          ...(link instanceof PacketLink ? [link.pid] : []),
        ]),
      askServer: (ask, about, answer) => server.ask(ask, about, answer),
      askPlayers: (ask, about, answer) => players.ask(ask, about, answer),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function chooseLink(choice: NetworkConditions, seed: number): Promise<{ link: LabLink; why: string }> {
  if (choice === "bytes") return { link: new ProxyLink(seed), why: "it was asked for" };
  try {
    return { link: await PacketLink.start(seed), why: "" };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (choice === "packets") throw new Error(`A link of packets cannot be set up here: ${why}.`);
    return { link: new ProxyLink(seed), why };
  }
}
