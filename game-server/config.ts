import { availableParallelism } from "node:os";
import { z } from "zod";

/** More processes than this behind one port are more than one machine has use for. */
const MAX_PROCESSES = 64;

function whole(from: number, to: number) {
  return z.coerce
    .number({ error: `expected a whole number from ${from} to ${to}` })
    .int(`expected a whole number from ${from} to ${to}`)
    .min(from, `expected a whole number from ${from} to ${to}`)
    .max(to, `expected a whole number from ${from} to ${to}`);
}

/** Whether a text is what browsers send as `Origin`. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.parse(text)?.origin === text;
}

/** A host and port, a prefix of paths, or both. */
const ADDRESS = /^(?=.)([\w.-]+(:\d{1,5})?|\[[\da-f:.]+\](:\d{1,5})?)?(\/[\w.-]+)*$/i;

/** What helps browsers to find each other, or carries what they say, as browsers name it. */
const ICE_SERVER = /^(stuns?:[\w.-]+(:\d{1,5})?|turns?:[\w.-]+(:\d{1,5})?(\?transport=(udp|tcp))?)$/i;

/** Servers that a page is told of, at most: browsers become slow with more. */
const MAX_ICE_SERVERS = 4;

/** The environment variables that the server reads; README.md holds the same table for people. */
const environment = z.object({
  PORT: whole(0, 65535).default(2567),
  HOST: z.string().min(1, "expected an address to listen on").default("0.0.0.0"),
  WEBRTC_PORT: whole(0, 65535).optional(),
  WEBRTC_ADDRESS: z.union([z.ipv4(), z.ipv6()], { error: "expected an IP address" }).optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "expected an address such as https://play.example.org" })
    .optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((text) => text.split(",").map((origin) => origin.trim().toLowerCase().replace(/\/$/, "")))
    .refine((origins) => origins.every(isOrigin), {
      error: "expected addresses of sites such as https://example.org, separated by commas",
    })
    .default([]),
  ICE_SERVERS: z
    .string()
    .transform((text) => text.split(",").map((url) => url.trim()))
    .refine((urls) => urls.length <= MAX_ICE_SERVERS && urls.every((url) => ICE_SERVER.test(url)), {
      error: `expected at most ${MAX_ICE_SERVERS} of stun:host:port, turn:host:port or turns:host:port, separated by commas`,
    })
    .default([]),
  TURN_SECRET: z
    .string()
    .min(16, "expected at least 16 characters, as static-auth-secret of coturn")
    .optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"], {
      error: "expected one of trace, debug, info, warn, error, silent",
    })
    .default("info"),
  TRUST_PROXY: whole(0, 8).default(0),
  MAX_ROOMS: whole(1, 10_000).default(50),
  MAX_ROOMS_PER_MINUTE: whole(1, 100_000).default(10),
  MAX_JOINS_PER_MINUTE: whole(1, 100_000).default(120),
  MAX_CONNECTIONS_PER_ADDRESS: whole(1, 100_000).default(64),
  MAX_ROOMS_PER_ADDRESS: whole(1, 10_000).default(6),
  MAX_RESERVATIONS_PER_ADDRESS: whole(1, 100_000).default(16),
  MAX_CHARACTERS: whole(1, 100_000).default(400),
  MAX_CHARACTERS_PER_ADDRESS: whole(1, 100_000).default(160),
  MAX_CHARACTERS_PER_ROOM: whole(2, 128).default(128),
  MAX_LATE_MS: whole(1, 10_000).default(15),
  MAX_IDLE_MINUTES: whole(1, 1440).default(5),
  DATA_DIR: z.string().min(1, "expected a folder").default("data"),
  GUEST_SECRET: z.string().min(32, "expected at least 32 characters that nobody guesses").optional(),
  ADMIN_TOKEN: z.string().min(16, "expected at least 16 characters that nobody guesses").optional(),
  SLOW_STEP_MS: whole(0, 1000).default(0),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: "expected an address such as redis://127.0.0.1:6379" })
    .optional(),
  PROCESSES: z
    .union([z.literal("auto").transform(() => availableParallelism()), whole(1, MAX_PROCESSES)], {
      error: `expected auto, or a whole number from 1 to ${MAX_PROCESSES}`,
    })
    .default(1),
  PUBLIC_ADDRESS: z
    .string()
    .regex(ADDRESS, "expected where players reach this process, such as /p/1 or play.example.org/p/1")
    .optional(),
});

const checked = environment
  .refine((env) => env.REDIS_URL === undefined || env.PUBLIC_ADDRESS !== undefined || env.PROCESSES > 1, {
    path: ["PUBLIC_ADDRESS"],
    error: "expected with REDIS_URL: where players reach this process, such as /p/1",
  })
  .refine((env) => env.TURN_SECRET !== undefined || !env.ICE_SERVERS.some((url) => /^turns?:/i.test(url)), {
    path: ["TURN_SECRET"],
    error: "expected with a turn: server in ICE_SERVERS: what coturn has as static-auth-secret",
  });

/** Variables whose values are not repeated in messages. */
const SECRET: ReadonlySet<string> = new Set(["ADMIN_TOKEN", "GUEST_SECRET", "REDIS_URL", "TURN_SECRET"]);

/** What the server is told about the place it runs in. */
export interface Config {
  /** TCP port; 0 takes a free one. */
  port: number;
  /** Address to listen on. */
  host: string;
  /** UDP port of WebRTC; 0 takes a free one. */
  webRtcPort: number;
  /** Address to listen on for WebRTC, when it is another one than `host`. */
  webRtcHost?: string;
  /** The IP address that players are told for it; undefined: those that this machine has. */
  webRtcAddress: string | undefined;
  /** Where players reach the server, without a slash at the end; undefined when nobody said. */
  publicUrl: string | undefined;
  /** Other sites whose pages may play on this server, show it in a frame, and read its answers. */
  allowedOrigins: readonly string[];
  /** What helps pages to reach each other for voice, as `stun:`, `turn:` and `turns:`. */
  iceServers: readonly string[];
  /** What credentials for those of TURN are made with, which share it. */
  turnSecret: string | undefined;
  logLevel: "trace" | "debug" | "info" | "warn" | "error" | "silent";
  /** Proxies in front of the server, each of which adds to `X-Forwarded-For`; 0 believes nobody. */
  proxies: number;
  /** Rooms open at once in this process. */
  maxRooms: number;
  /** Rooms that one address may open in a minute. */
  maxRoomsPerMinute: number;
  /** Matchmaking requests that one address may send in a minute. */
  maxJoinsPerMinute: number;
  /** Sockets that one address may hold open. */
  maxConnectionsPerAddress: number;
  /** Rooms that one address may have open. */
  maxRoomsPerAddress: number;
  /** Seats that one address may keep waiting between matchmaking and the connection. */
  maxReservationsPerAddress: number;
  /** People and bots of all rooms together. */
  maxCharacters: number;
  /** People from one address, and bots in the rooms that it opened. */
  maxCharactersPerAddress: number;
  /** People and bots of a room. */
  maxCharactersPerRoom: number;
  /** Lateness of the event loop (ms) that counts as too busy when it lasts for seconds. */
  maxLateMs: number;
  /** Minutes after which a room closes in which no human does anything. */
  maxIdleMinutes: number;
  /** Folder for what is kept. */
  dataDir: string;
  /** What tokens of guests are signed with; undefined: a secret that is kept in that folder. */
  guestSecret: string | undefined;
  /** Opens what is for the administrator; undefined when nobody is. */
  adminToken: string | undefined;
  /** For tests of tests: every step is made to take this much longer (ms). */
  slowStepMs: number;
  /** Redis that this process shares its rooms with others by; undefined when it stands alone. */
  redisUrl: string | undefined;
  /** Processes behind the port. */
  processes: number;
  /** Where players reach this process, when it shares: `host[:port][/prefix]`, or `/prefix` on the host that they asked. */
  publicAddress: string | undefined;
}

/**
 * Reads and checks the environment.
 * @throws Error with one line per mistake: the variable, what it holds and what was expected.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = checked.safeParse(present);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const value = SECRET.has(name) ? "…" : (present[name] ?? "");
      return `  ${name}=${value}: ${issue.message}`;
    });
    throw new Error(`Invalid environment:\n${lines.join("\n")}`);
  }
  const e = result.data;
  return {
    port: e.PORT,
    host: e.HOST,
    webRtcPort: e.WEBRTC_PORT ?? e.PORT,
    webRtcAddress: e.WEBRTC_ADDRESS,
    publicUrl: e.PUBLIC_URL?.replace(/\/+$/, ""),
    allowedOrigins: e.ALLOWED_ORIGINS,
    iceServers: e.ICE_SERVERS,
    turnSecret: e.TURN_SECRET,
    logLevel: e.LOG_LEVEL,
    proxies: e.TRUST_PROXY,
    maxRooms: e.MAX_ROOMS,
    maxRoomsPerMinute: e.MAX_ROOMS_PER_MINUTE,
    maxJoinsPerMinute: e.MAX_JOINS_PER_MINUTE,
    maxConnectionsPerAddress: e.MAX_CONNECTIONS_PER_ADDRESS,
    maxRoomsPerAddress: e.MAX_ROOMS_PER_ADDRESS,
    maxReservationsPerAddress: e.MAX_RESERVATIONS_PER_ADDRESS,
    maxCharacters: e.MAX_CHARACTERS,
    maxCharactersPerAddress: e.MAX_CHARACTERS_PER_ADDRESS,
    maxCharactersPerRoom: e.MAX_CHARACTERS_PER_ROOM,
    maxLateMs: e.MAX_LATE_MS,
    maxIdleMinutes: e.MAX_IDLE_MINUTES,
    dataDir: e.DATA_DIR,
    guestSecret: e.GUEST_SECRET,
    adminToken: e.ADMIN_TOKEN,
    slowStepMs: e.SLOW_STEP_MS,
    redisUrl: e.REDIS_URL,
    processes: e.PROCESSES,
    publicAddress: e.PUBLIC_ADDRESS,
  };
}
