import { type Signal, signal } from "@preact/signals-core";
import type { Hands } from "#player/netcode/hands.ts";
import type { Match } from "#player/netcode/match.ts";
import type { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { packLook } from "#shared/look.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { TRANSPORTS, type TransportName } from "#transports/contract/names.ts";
import { POLL_MS } from "#transports/http/timing.ts";
import { clampConditions, type NetworkConditions } from "../session/network-conditions.ts";
import { t } from "../words/t.ts";
import { Camera } from "./camera.ts";
import { Island } from "./drawing/island.ts";
import type { PanePicture } from "./drawing/pane-picture.ts";
import { SAMPLE_MS } from "./history.ts";
import type { PaneWire } from "./measured-transport.ts";
import { Pane } from "./pane.ts";
import { Race, type RaceState } from "./race.ts";

/**
 * The room that a lab opens for itself: with every pane in it there are still bots to look at, and it lasts. Each
 * person takes the place of a bot.
 */
const LAB_ROOM = {
  private: true,
  arena: "meadow",
  maxPlayers: 10,
  bots: 8,
  botSkill: "normal",
  timeLimit: 1800,
} as const;

/** A frame for all panes (ms) that leaves too little time for anything else. */
const LONG_FRAME_MS = 8;

export interface LabDeps {
  readonly origin: string;
  readonly arenas: ReadonlyMap<string, Arena>;
  readonly heads: PaneWire["heads"];
  /** Code of a room to look at; without one the lab opens its own. */
  readonly room: string | undefined;
  readonly conditions: NetworkConditions;
  now(): number;
  date(): number;
}

/** Several connections to one room side by side, and what is done with all of them at once. */
export class Lab {
  readonly panes: Signal<readonly Pane[]> = signal([]);
  readonly room: Signal<string | undefined>;
  readonly conditions: Signal<NetworkConditions>;
  readonly pollMs = signal(POLL_MS);
  readonly played: Signal<TransportName | undefined> = signal(undefined);
  readonly race: Signal<RaceState> = signal({ name: "idle" });
  /** Counts the samples: what shows figures looks again when it changes. */
  readonly samples = signal(0);
  /** Frames that were drawn. */
  frames = 0;
  /** What the hands do in the pane that is played. */
  hands: Hands | undefined;
  readonly pictures = new Map<TransportName, PanePicture>();
  readonly #deps: LabDeps;
  readonly #race = new Race();
  #code: Promise<string> | undefined;
  #island: Island | undefined;
  #camera: Camera | undefined;
  #lastFrame = Number.NaN;
  #sampledAt = Number.NEGATIVE_INFINITY;
  #rests = false;

  constructor(deps: LabDeps) {
    this.#deps = deps;
    this.room = signal(deps.room);
    this.conditions = signal(deps.conditions);
    if (deps.room !== undefined) this.#code = Promise.resolve(deps.room);
  }

  /** Opens a pane, or closes it. The panes keep the order of the table. */
  show(transport: TransportName, shown: boolean): void {
    const others = this.panes.value.filter((pane) => pane.transport !== transport);
    for (const pane of this.panes.value) if (pane.transport === transport) pane.close();
    if (this.played.value === transport) this.played.value = undefined;
    const panes = shown ? [...others, this.#open(transport)] : others;
    this.panes.value = panes.sort(
      (a, b) => TRANSPORTS.indexOf(a.transport) - TRANSPORTS.indexOf(b.transport),
    );
  }

  /** Opens a pane anew. When none is left in the lab's own room, that may be gone: then there is a new one. */
  reopen(transport: TransportName): void {
    const alive = this.panes.value.some(({ status }) => status.value.name !== "ended");
    if (!alive && this.#deps.room === undefined) this.#code = undefined;
    this.show(transport, true);
  }

  /** Puts the same bad network under every pane. */
  simulate(change: Partial<NetworkConditions>): void {
    this.conditions.value = clampConditions({ ...this.conditions.value, ...change });
    for (const pane of this.panes.value) pane.simulate(this.conditions.value);
  }

  /** Waits for the next push of somebody whom no pane steers, and times it. */
  startRace(): void {
    const live = this.panes.value.filter(({ match }) => match !== undefined);
    const newest = Math.max(0, ...live.map(({ match }) => match?.state.tick ?? 0));
    this.#race.start(
      live.map(({ transport }) => transport),
      this.#deps.now(),
      newest,
    );
    this.race.value = this.#race.state;
  }

  /** Sends the inputs that are due; to be called every few milliseconds. */
  advance(nowMs: number): void {
    for (const pane of this.panes.value) pane.advance(nowMs);
  }

  /** Passes a frame to all panes and draws them. */
  frame(nowMs: number): void {
    if (this.#rests) {
      this.#rests = false;
      return;
    }
    const startMs = this.#deps.now();
    const dt = Number.isNaN(this.#lastFrame) ? 0 : nowMs - this.#lastFrame;
    this.#lastFrame = nowMs;
    this.frames += 1;
    const serverMs = this.best?.serverTime ?? 0;
    for (const pane of this.panes.value) {
      pane.frame(nowMs, serverMs);
      for (const event of pane.match?.events ?? []) this.#race.drawn(pane.transport, event, startMs);
    }
    this.#draw(nowMs, dt);
    const doneMs = this.#deps.now();
    this.#race.tick(doneMs);
    // Where a frame takes long, every other one is left to the connections.
    this.#rests = doneMs - startMs > LONG_FRAME_MS;
    if (this.race.value !== this.#race.state) this.race.value = this.#race.state;
    if (nowMs - this.#sampledAt < SAMPLE_MS) return;
    this.#sampledAt = nowMs;
    for (const pane of this.panes.value) pane.sample(nowMs);
    this.samples.value += 1;
  }

  /** The match whose news are the quickest. All are of one room, so its clock serves all panes. */
  get best(): Match | undefined {
    let best: Pane | undefined;
    for (const pane of this.panes.value) {
      if (pane.match === undefined || pane.match.paused) continue;
      if (best === undefined || speed(pane) < speed(best)) best = pane;
    }
    return best?.match;
  }

  /** Leaves the room. */
  close(): void {
    for (const pane of this.panes.value) pane.close();
  }

  #open(transport: TransportName): Pane {
    const { origin, arenas, heads, now, date } = this.#deps;
    const hands: Hands = {
      sample: () => this.#handsOf(transport)?.sample() ?? neutralInput(),
      peek: () => this.#handsOf(transport)?.peek() ?? neutralInput(),
    };
    const join = (client: PlayerClient): Promise<RoomSession> => this.#join(client, transport);
    const came = (event: GameEvent): void => this.#came(transport, event);
    const pollMs = (): number => this.pollMs.value;
    return new Pane(
      { transport, origin, arenas, heads, hands, now, date, join, came, pollMs },
      this.conditions.value,
    );
  }

  #handsOf(transport: TransportName): Hands | undefined {
    return this.played.value === transport ? this.hands : undefined;
  }

  async #join(client: PlayerClient, transport: TransportName): Promise<RoomSession> {
    const color = (TRANSPORTS.indexOf(transport) * 2 + 1) % 12;
    const self = { name: seatName(transport), look: packLook({ color, pattern: 0, hat: 0 }) };
    if (this.#code !== undefined) return await client.join(await this.#code, self);
    const opening = client.create({ ...self, ...LAB_ROOM });
    const code = opening.then(({ code }) => code);
    this.#code = code;
    code.then(
      (opened) => {
        this.room.value = opened;
      },
      () => {
        this.#code = undefined;
      },
    );
    return await opening;
  }

  #came(transport: TransportName, event: GameEvent): void {
    const clock = this.best;
    if (clock === undefined || event.type !== "push") return;
    const nowMs = this.#deps.now();
    const madeAt = nowMs - (clock.serverTime - event.tick * TICK_MS);
    const own = new Set(this.panes.value.map(({ sessionId }) => sessionId));
    this.#race.came(transport, event, { nowMs, madeAt }, (id) => !own.has(id));
  }

  #draw(nowMs: number, dt: number): void {
    const reference = this.panes.value.find(({ transport }) => transport === this.played.value)?.match;
    const match = reference ?? this.best;
    if (match === undefined) return;
    const moved = this.#island !== undefined && this.#island.arena !== match.arena;
    if (this.#camera === undefined || moved) this.#camera = new Camera(match.arena);
    const [first] = this.pictures.values();
    if (first === undefined) return;
    if (moved || this.#island?.scale !== first.scale) this.#island = new Island(match.arena, first.scale);
    const [island, camera] = [this.#island, this.#camera];
    camera.follow(match.players, reference?.self?.id, match.arena, dt);
    for (const { transport, match: shown } of this.panes.value) {
      if (shown !== undefined) this.pictures.get(transport)?.draw(shown, island, camera, nowMs);
    }
  }
}

/** What a pane's character is called in the room. */
function seatName(transport: TransportName): string {
  return t(($) => $.lab.pane.seats[transport]);
}

/** Round trip (ms), unknown ones last. */
function speed(pane: Pane): number {
  return pane.roundTrip > 0 ? pane.roundTrip : Number.MAX_VALUE;
}
