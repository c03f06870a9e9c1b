import { type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type { Hands } from "#player/netcode/hands.ts";
import type { Match } from "#player/netcode/match.ts";
import type { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { TRANSPORTS, type TransportName } from "#transports/contract/names.ts";
import { POLL_MS } from "#transports/http/timing.ts";
import { clampConditions, type NetworkConditions } from "../session/network-conditions.ts";
import { Beside } from "./beside.ts";
import type { PanePicture } from "./drawing/pane-picture.ts";
import { View } from "./drawing/view.ts";
import { SAMPLE_MS } from "./history.ts";
import { LabRoom } from "./lab-room.ts";
import type { PaneWire } from "./measured-transport.ts";
import { Pane } from "./pane.ts";
import { measuredDoor } from "./pane-door.ts";
import { Race, type RaceState } from "./race.ts";
import { BESIDE, type PaneName, type PlaySurface, type ShownPane } from "./shown-pane.ts";

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
  /** The connections to the room. */
  readonly panes: Signal<readonly Pane[]> = signal([]);
  readonly beside: Beside;
  readonly conditions: Signal<NetworkConditions>;
  readonly pollMs = signal(POLL_MS);
  readonly played: Signal<PaneName | undefined> = signal(undefined);
  readonly race: Signal<RaceState> = signal({ name: "idle" });
  /** Counts the samples: what shows figures looks again when it changes. */
  readonly samples = signal(0);
  /** Frames that were drawn. */
  frames = 0;
  /** What the hands do in the pane that is played. */
  hands: Hands | undefined;
  readonly pictures = new Map<PaneName, PanePicture>();
  /** What is played on in each pane. */
  readonly surfaces = new Map<PaneName, PlaySurface>();
  readonly #deps: LabDeps;
  readonly #race = new Race();
  readonly #room: LabRoom;
  readonly #view = new View();
  #lastFrame = Number.NaN;
  #sampledAt = Number.NEGATIVE_INFINITY;
  #rests = false;

  constructor(deps: LabDeps) {
    this.#deps = deps;
    this.beside = new Beside(deps);
    this.#room = new LabRoom(deps.room);
    this.conditions = signal(deps.conditions);
  }

  /** Code of the room; undefined until it is open. */
  get room(): ReadonlySignal<string | undefined> {
    return this.#room.code;
  }

  /** All panes, in the order in which they are shown. */
  get shown(): readonly ShownPane[] {
    return [...this.panes.value, ...this.beside.panes.value];
  }

  /** The pane whose player a pane steers: its own, or that of the one which it films. */
  steered(name: PaneName | undefined): ShownPane | undefined {
    return name === "video" ? this.filmed : this.shown.find(({ transport }) => transport === name);
  }

  /** The pane that is filmed: the socket's, or without one the quickest. */
  get filmed(): Pane | undefined {
    const socket = this.panes.value.find(({ transport }) => transport === "websocket");
    return socket?.match === undefined ? this.#quickest : socket;
  }

  /** Opens a pane, or closes it. The panes keep the order of the table. */
  show(name: PaneName, shown: boolean): void {
    if (this.played.value === name) this.played.value = undefined;
    const beside = BESIDE.find((other) => other === name);
    if (beside !== undefined) this.beside.show(beside, shown, this.#handsOf(beside));
    const transport = TRANSPORTS.find((other) => other === name);
    if (transport === undefined) return;
    const others = this.panes.value.filter((pane) => pane.transport !== transport);
    for (const pane of this.panes.value) if (pane.transport === transport) pane.close();
    const panes = shown ? [...others, this.#open(transport)] : others;
    this.panes.value = panes.sort(
      (a, b) => TRANSPORTS.indexOf(a.transport) - TRANSPORTS.indexOf(b.transport),
    );
  }

  /** Opens a pane anew. When none is left in the lab's own room, that may be gone: then there is a new one. */
  reopen(name: PaneName): void {
    const alive = this.panes.value.some(({ status }) => status.value.name !== "ended");
    if (!alive) this.#room.abandon();
    this.show(name, true);
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
    this.beside.advance(nowMs);
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
    this.beside.frame(nowMs, serverMs);
    this.#draw({ nowMs, dt });
    const doneMs = this.#deps.now();
    this.#race.tick(doneMs);
    // Where a frame takes long, every other one is left to the connections.
    this.#rests = doneMs - startMs > LONG_FRAME_MS;
    if (this.race.value !== this.#race.state) this.race.value = this.#race.state;
    if (nowMs - this.#sampledAt < SAMPLE_MS) return;
    this.#sampledAt = nowMs;
    for (const pane of this.panes.value) pane.sample(nowMs);
    this.beside.sample(nowMs);
    this.samples.value += 1;
  }

  /** The match whose news are the quickest. All are of one room, so its clock serves all panes. */
  get best(): Match | undefined {
    return this.#quickest?.match;
  }

  get #quickest(): Pane | undefined {
    let best: Pane | undefined;
    for (const pane of this.panes.value) {
      if (pane.match === undefined || pane.match.paused) continue;
      if (best === undefined || speed(pane) < speed(best)) best = pane;
    }
    return best;
  }

  /** Leaves the room. */
  close(): void {
    for (const pane of this.panes.value) pane.close();
    this.beside.close();
  }

  #open(transport: TransportName): Pane {
    const { origin, arenas, heads, now, date } = this.#deps;
    const join = (client: PlayerClient): Promise<RoomSession> => this.#room.join(client, transport);
    const came = (event: GameEvent): void => this.#came(transport, event);
    const pollMs = (): number => this.pollMs.value;
    const door = (meter: PaneWire["meter"]) => measuredDoor(transport, { meter, heads, pollMs }, this.#deps);
    return new Pane(
      { transport, origin, arenas, hands: this.#handsOf(transport), now, date, door, join, came },
      this.conditions.value,
    );
  }

  /** The hands of a pane's player: at rest while another one is played. */
  #handsOf(transport: PaneName): Hands {
    const own = (): Hands | undefined =>
      this.steered(this.played.value)?.transport === transport ? this.hands : undefined;
    return { sample: () => own()?.sample() ?? neutralInput(), peek: () => own()?.peek() ?? neutralInput() };
  }

  #came(transport: TransportName, event: GameEvent): void {
    const clock = this.best;
    if (clock === undefined || event.type !== "push") return;
    const nowMs = this.#deps.now();
    const madeAt = nowMs - (clock.serverTime - event.tick * TICK_MS);
    const own = new Set(this.panes.value.map(({ sessionId }) => sessionId));
    this.#race.came(transport, event, { nowMs, madeAt }, (id) => !own.has(id));
  }

  #draw(time: { nowMs: number; dt: number }): void {
    const steered = this.steered(this.played.value);
    const reference = this.panes.value.find((pane) => pane === steered)?.match;
    const match = reference ?? this.best;
    const shown = this.panes.value.flatMap(({ transport, match: known }) => {
      const picture = this.pictures.get(transport);
      return picture === undefined || known === undefined ? [] : [[picture, known] as const];
    });
    if (match !== undefined) this.#view.draw(match, reference?.self?.id, shown, time);
    const playsLocal = steered?.transport === "local";
    this.beside.draw(this.pictures, { source: this.filmed, playsLocal }, time);
  }
}

/** Round trip (ms), unknown ones last. */
function speed(pane: Pane): number {
  return pane.roundTrip > 0 ? pane.roundTrip : Number.MAX_VALUE;
}
