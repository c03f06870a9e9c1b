import { readConfig } from "#server/config.ts";
import { lanAddress } from "#server/lan-address.ts";
import { ensureClient } from "../client-build.ts";

/** Time (ms) in which a server has to say that it is ready, and one in the own network that it is there. */
const ANSWER_MS = 5000;
const LAN_ANSWER_MS = 1000;
/** A room that is waited in is not idle: its host is there, and watches. */
const KEPT_MINUTES = 1440;

/** A server to open a room on. */
export interface HostServer {
  /** Without a slash at the end. */
  readonly origin: string;
  /** It was started for the room. */
  readonly isOwn: boolean;
  stop(): Promise<void>;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The server that was named, or the one on this machine; without one there, starts one.
 * @throws Error that says why there is none.
 */
export async function findServer(named: string | undefined, env: Env): Promise<HostServer> {
  const origin = named ?? `http://localhost:${env.PORT ?? 2567}`;
  const why = await whyNot(origin);
  if (why === undefined) return { origin, isOwn: false, stop: async () => {} };
  if (named !== undefined || why !== "nobody") throw new Error(words(why, origin));
  return startServer(env);
}

/** Where phones in the same network reach a server of this machine; undefined when they cannot, or need no other address. */
export async function lanOrigin(origin: string): Promise<string | undefined> {
  const { hostname, port } = new URL(origin);
  const lan = lanAddress();
  const isHere = hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
  if (!isHere || lan === undefined) return undefined;
  const there = `http://${lan}${port === "" ? "" : `:${port}`}`;
  return (await isReady(there, LAN_ANSWER_MS).catch(() => false)) ? there : undefined;
}

function words(why: "nobody" | "other", origin: string): string {
  if (why === "nobody") return `No server answers at ${origin}.`;
  return `What answers at ${origin} is no Pushback server, or it is going down.`;
}

async function whyNot(origin: string): Promise<"nobody" | "other" | undefined> {
  try {
    return (await isReady(origin, ANSWER_MS)) ? undefined : "other";
  } catch {
    return "nobody";
  }
}

/** Whether a Pushback server says that it is ready. Rejects when nobody answers. */
async function isReady(origin: string, limitMs: number): Promise<boolean> {
  const answer = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(limitMs) });
  const health: unknown = await answer.json().catch(() => undefined);
  return typeof health === "object" && health !== null && "status" in health && health.status === "ready";
}

async function startServer(env: Env): Promise<HostServer> {
  await ensureClient();
  // The room's news are what is read here, so the log says only what is wrong, unless asked.
  const config = readConfig({ LOG_LEVEL: "error", MAX_IDLE_MINUTES: String(KEPT_MINUTES), ...env });
  const { createGameServer } = await import("#server/server.ts");
  const server = await createGameServer(config);
  server.lastResort.install();
  return { origin: server.url, isOwn: true, stop: () => server.stop() };
}
