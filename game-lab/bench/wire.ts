import { type Brain, createBrain } from "#bots/brain/brain.ts";
import { viewOf } from "#bots/brain/view.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { step } from "#shared/simulation/step.ts";
import type { GameEvent, World } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { DT, NET, TICK_RATE } from "#shared/tunables.ts";
import { type PretendClient, PretendRoom } from "./pretend-room.ts";

/** Server time and input ack in front of each patch: in a room with inputs Colyseus puts them there. */
const TIMED_PREFIX = 8;
/** Simulated time (s) before the measurement, in which the countdown ends and the crowd mixes. */
const WARM_UP = 8;

export interface WireOptions {
  readonly arena: Arena;
  readonly players: number;
  /** Whether each is told of what is near only, as in a Stampede, or of everybody, as in an ordinary room. */
  readonly interest: boolean;
  /** Simulated time that is measured (s). */
  readonly seconds: number;
  readonly seed: number;
  /** Tells the time (ms). */
  readonly now: () => number;
}

/** What one client costs on the wire, means over all clients and patches. */
export interface WireFigures {
  readonly players: number;
  /** Bytes of a patch, with Colyseus' prefix, without events and framing. */
  readonly bytesPerPatch: number;
  /** How many characters a client is shown, with its own. */
  readonly shown: number;
  /** What another character that moves adds to a patch (bytes): the slope over all patches. */
  readonly bytesPerMover: number;
  /** Deciding who sees whom, encoding and handing out a patch to all clients (ms). */
  readonly patchMs: number;
}

/** Lets bots play on the real rules and weighs what the real serializer would send to each of them. */
export function measureWire(options: WireOptions): WireFigures {
  const { arena, players, interest, seconds, seed, now } = options;
  const world = createWorld(arena, { seed, mode: interest ? "stampede" : "brawl", timeLimit: 1800 });
  const room = new PretendRoom(world);
  const brains = new Map<string, Brain>();
  for (let seat = 0; seat < players; seat++) {
    const client = room.join(`session${seat}`);
    client.deaf = true;
    brains.set(client.sessionId, createBrain("normal", seed * 1009 + seat));
  }
  const every = TICK_RATE / NET.patchRate;
  const slope = new Slope();
  let shown = 0;
  let patchMs = 0;
  for (let tick = 1; tick <= (WARM_UP + seconds) * TICK_RATE; tick++) {
    const places = new Map([...world.players].map(([id, { x, y }]) => [id, `${x},${y}`]));
    const events = play(world, brains);
    if (tick % every !== 0) continue;
    const moved = movers(world, places);
    const before = now();
    room.patch(events);
    const spent = now() - before;
    if (tick <= WARM_UP * TICK_RATE) continue;
    patchMs += spent;
    for (const client of room.clients) {
      const ids = room.shownTo(client);
      shown += ids.length;
      slope.add(ids.filter((id) => moved.has(id)).length, lastBytes(client));
    }
  }
  const patches = slope.count / players;
  return {
    players,
    bytesPerPatch: slope.meanY,
    shown: shown / slope.count,
    bytesPerMover: slope.value,
    patchMs: patchMs / patches,
  };
}

function play(world: World, brains: ReadonlyMap<string, Brain>): GameEvent[] {
  const inputs = new Map(
    [...world.players.values()].map((player) => {
      const input = brains.get(player.id)?.think(viewOf(world, player));
      return [player.id, input === undefined ? [] : [input]];
    }),
  );
  return step(world, { inputs }, DT);
}

/** Who moved in the newest tick; who does so mostly moved in the one before, too, which the same patch carries. */
function movers(world: World, before: ReadonlyMap<string, string>): Set<string> {
  return new Set(
    [...world.players].filter(([id, { x, y }]) => before.get(id) !== `${x},${y}`).map(([id]) => id),
  );
}

function lastBytes(client: PretendClient): number {
  return (client.frames.at(-1)?.length ?? 0) + TIMED_PREFIX;
}

/** Least squares through points that are not kept. */
class Slope {
  count = 0;
  #x = 0;
  #y = 0;
  #xx = 0;
  #xy = 0;

  add(x: number, y: number): void {
    this.count += 1;
    this.#x += x;
    this.#y += y;
    this.#xx += x * x;
    this.#xy += x * y;
  }

  get meanY(): number {
    return this.#y / this.count;
  }

  get value(): number {
    return (this.count * this.#xy - this.#x * this.#y) / (this.count * this.#xx - this.#x ** 2);
  }
}
