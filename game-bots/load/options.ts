import { isSkill, type Skill } from "#bots/brain/skills.ts";
import { TRANSPORTS, type TransportName } from "#transports/contract/names.ts";
import { THRESHOLDS, type ThresholdLimit } from "./thresholds.ts";
import { readArguments, UsageError, wholeNumber } from "./usage.ts";

/** What moves a client: the brain of a bot, or just legs. */
export type Pilot = Skill | "wander";

/** A transport and its share of the clients. */
export interface TransportShare {
  readonly name: TransportName;
  readonly share: number;
}

/** Everything that can be said about a load test. Times in seconds. */
export interface LoadOptions {
  /** Server to test, without a slash at the end; undefined starts one. */
  readonly url: string | undefined;
  readonly adminToken: string | undefined;
  readonly clients: number;
  readonly rooms: number;
  readonly playersPerRoom: number;
  readonly ramp: number;
  readonly duration: number;
  readonly transports: readonly TransportShare[];
  /** Leaves and drops a second. */
  readonly churn: number;
  readonly workers: number;
  readonly seed: number;
  readonly brain: Pilot;
  readonly arena: string | undefined;
  readonly mode: string | undefined;
  readonly netRate: number | undefined;
  readonly report: string | undefined;
  readonly html: string | undefined;
  readonly limits: readonly ThresholdLimit[];
}

/** Players in a room when nobody says how many: as many as an ordinary room takes. */
const PLAYERS_PER_ROOM = 16;
/** Clients that one worker process drives by itself; what one core does comfortably. */
const CLIENTS_PER_WORKER = 250;

const THRESHOLD_OPTIONS = Object.fromEntries(
  THRESHOLDS.map(({ flag }) => [flag, { type: "string" }] as const),
);

/**
 * Reads the arguments of `npm run loadtest`. `cores` is the number of cores of this machine.
 * @throws UsageError naming the option, what it holds and what was expected.
 */
export function parseOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  cores: number,
): LoadOptions {
  const values = read(args);
  const clients = whole("clients", values.clients ?? "16", 1, 100_000);
  const { rooms, playersPerRoom } = roomsFor(clients, values.rooms, values["players-per-room"]);
  const automatic = Math.max(1, Math.min(cores - 1, Math.ceil(clients / CLIENTS_PER_WORKER)));
  return {
    url: values.url === undefined ? undefined : address(values.url),
    adminToken: values["admin-token"] ?? env.ADMIN_TOKEN,
    clients,
    rooms,
    playersPerRoom,
    ramp: number("ramp", values.ramp ?? "5", 0, 3600),
    duration: number("duration", values.duration ?? "30", 1, 86_400),
    transports: transportMix(values.transport ?? "websocket"),
    churn: number("churn", values.churn ?? "0", 0, 1000),
    workers: Math.min(clients, whole("workers", values.workers ?? String(automatic), 1, 64)),
    seed: whole("seed", values.seed ?? "1", 0, 0xffffffff),
    brain: pilot(values.brain ?? "normal"),
    arena: values.arena,
    mode: values.mode,
    netRate: values["net-rate"] === undefined ? undefined : whole("net-rate", values["net-rate"], 1, 50),
    report: values.report,
    html: values.html,
    limits: THRESHOLDS.flatMap((threshold) => {
      const text = values[threshold.flag] ?? threshold.preset;
      if (text === undefined || text === "any") return [];
      const limit = number(threshold.flag, text, 0, 1e9);
      return [{ threshold, limit, asked: values[threshold.flag] !== undefined }];
    }),
  };
}

function read(args: readonly string[]): Readonly<Record<string, string | undefined>> {
  const text = { type: "string" } as const;
  return readArguments({
    args: [...args],
    options: {
      url: text,
      "admin-token": text,
      clients: text,
      rooms: text,
      "players-per-room": text,
      ramp: text,
      duration: text,
      transport: text,
      churn: text,
      workers: text,
      seed: text,
      brain: text,
      arena: text,
      mode: text,
      "net-rate": text,
      report: text,
      html: text,
      ...THRESHOLD_OPTIONS,
    },
  });
}

function number(option: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= from && value <= to) return value;
  throw new UsageError(`--${option}: expected a number from ${from} to ${to}, found "${text}".`);
}

function whole(option: string, text: string, from: number, to: number): number {
  return wholeNumber(`--${option}`, text, from, to);
}

function address(text: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.origin + url.pathname.replace(/\/+$/, "");
  throw new UsageError(`--url: expected an address such as http://localhost:2567, found "${text}".`);
}

function pilot(text: string): Pilot {
  if (text === "wander" || isSkill(text)) return text;
  throw new UsageError(`--brain: expected easy, normal, hard or wander, found "${text}".`);
}

/** Rooms and seats: either may be said, both only when the clients fit. */
function roomsFor(
  clients: number,
  rooms: string | undefined,
  perRoom: string | undefined,
): { rooms: number; playersPerRoom: number } {
  if (rooms === undefined) {
    const playersPerRoom = whole("players-per-room", perRoom ?? String(PLAYERS_PER_ROOM), 1, 1000);
    return { rooms: Math.ceil(clients / playersPerRoom), playersPerRoom };
  }
  const count = whole("rooms", rooms, 1, clients);
  const least = Math.ceil(clients / count);
  const playersPerRoom = perRoom === undefined ? least : whole("players-per-room", perRoom, 1, 1000);
  if (playersPerRoom >= least) return { rooms: count, playersPerRoom };
  throw new UsageError(
    `--rooms ${count} of --players-per-room ${playersPerRoom} have ${count * playersPerRoom} seats, but there are ${clients} clients.`,
  );
}

/** "websocket:80,long-polling:20" as shares that add up to 1. */
function transportMix(text: string): TransportShare[] {
  const parts = text.split(",").map((part) => {
    const [word = "", weight = "1"] = part.trim().split(":");
    const name = TRANSPORTS.find((known) => known === word);
    if (name === undefined) {
      throw new UsageError(
        `--transport: there is no transport "${word}"; expected ${TRANSPORTS.join(", ")}.`,
      );
    }
    return { name, share: number("transport", weight, 0.001, 1e6) };
  });
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  return parts.map(({ name, share }) => ({ name, share: share / total }));
}
