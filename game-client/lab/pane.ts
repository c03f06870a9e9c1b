import { type Signal, signal } from "@preact/signals-core";
import type { Hands } from "#player/netcode/hands.ts";
import type { Match } from "#player/netcode/match.ts";
import { PlayerClient } from "#player/player-client.ts";
import { type RoomSession, UNTIL_GIVEN_UP } from "#player/room-session.ts";
import type { Arena } from "#shared/arena/arena.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";
import type { TransportName } from "#transports/contract/names.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import type { NetworkConditions } from "../session/network-conditions.ts";
import { DEFAULT_SETTINGS } from "../session/settings.ts";
import { createStores } from "../session/stores/stores.ts";
import { Visit } from "../session/visit.ts";
import { explainClose, explainFailure } from "../session/words.ts";
import { type Text, t } from "../words/t.ts";
import { LabHistory } from "./history.ts";
import { measuredTransport, type PaneWire } from "./measured-transport.ts";
import { WireMeter, type WireTotals } from "./wire-meter.ts";

/** States that come within this time (ms) came together. */
const TOGETHER_MS = 4;

export type PaneStatus =
  | { readonly name: "opening" }
  | { readonly name: "live" }
  | { readonly name: "reconnecting" }
  | { readonly name: "ended"; readonly text: Text };

export interface PaneDeps {
  readonly transport: TransportName;
  readonly origin: string;
  readonly arenas: ReadonlyMap<string, Arena>;
  readonly heads: PaneWire["heads"];
  pollMs(): number;
  readonly hands: Hands;
  now(): number;
  date(): number;
  /** Takes a seat in the room of the lab. */
  join(client: PlayerClient): Promise<RoomSession>;
  /** The message of an event has come. */
  came(event: GameEvent): void;
}

/** One real connection to the room, over its own transport, and all that is measured of it. */
export class Pane {
  readonly transport: TransportName;
  readonly status: Signal<PaneStatus> = signal({ name: "opening" });
  readonly meter = new WireMeter();
  readonly history = new LabHistory();
  readonly #deps: PaneDeps;
  readonly #stores = createStores(structuredClone(DEFAULT_SETTINGS));
  #visit: Visit | undefined;
  #closed = false;
  #updates = 0;
  #newsAt = Number.NEGATIVE_INFINITY;
  #age = { sum: 0, count: 0 };
  #last: { at: number; updates: number; totals: WireTotals };

  constructor(deps: PaneDeps, conditions: NetworkConditions) {
    this.#deps = deps;
    this.transport = deps.transport;
    this.#stores.network.conditions.value = conditions;
    this.#last = { at: deps.now(), updates: 0, totals: { ...this.meter.totals } };
    void this.#open();
  }

  /** The match as this pane knows it; undefined before the first state and after the end. */
  get match(): Match | undefined {
    return this.status.value.name === "ended" ? undefined : this.#visit?.match;
  }

  get sessionId(): string | undefined {
    return this.#visit?.session.id;
  }

  /** Smoothed time (ms) from an input to its acknowledgement. */
  get roundTrip(): number {
    return this.#visit?.session.clock.smoothedRtt() ?? 0;
  }

  simulate(conditions: NetworkConditions): void {
    this.#stores.network.conditions.value = conditions;
    this.#visit?.simulate(conditions);
  }

  advance(nowMs: number): void {
    if (this.match !== undefined) this.#visit?.advance(nowMs);
  }

  /** Passes a frame. `serverMs` is the simulation time on the server now, by the best clock of the page. */
  frame(nowMs: number, serverMs: number): void {
    const { match } = this;
    if (match === undefined) return;
    this.#visit?.frame(nowMs);
    this.#age.sum += Math.max(0, serverMs - match.state.tick * TICK_MS);
    this.#age.count += 1;
  }

  /** Notes the figures since the last sample. */
  sample(nowMs: number): void {
    const { at, updates, totals: before } = this.#last;
    const perSecond = 1000 / Math.max(1, nowMs - at);
    const { totals } = this.meter;
    const since = (name: keyof WireTotals): number => (totals[name] - before[name]) * perSecond;
    const roundTrip = this.roundTrip;
    this.history.add({
      age: this.#age.count === 0 ? Number.NaN : this.#age.sum / this.#age.count,
      roundTrip: roundTrip > 0 ? roundTrip : Number.NaN,
      updates: (this.#updates - updates) * perSecond,
      requests: since("requests"),
      bytesDown: since("payloadDown") + since("overheadDown"),
      bytesUp: since("payloadUp") + since("overheadUp"),
    });
    this.#age = { sum: 0, count: 0 };
    this.#last = { at: nowMs, updates: this.#updates, totals: { ...totals } };
  }

  /** Leaves the room for good. */
  close(): void {
    this.#closed = true;
    this.#visit?.leave();
  }

  async #open(): Promise<void> {
    const { transport, origin, meter = this.meter, join } = { ...this.#deps, meter: this.meter };
    const wire = { meter, heads: this.#deps.heads, pollMs: this.#deps.pollMs };
    try {
      const connect = measuredTransport(transport, wire);
      const { now, date: seed } = this.#deps;
      const simulation = { clock: { now, after: alarm }, seed };
      const client = new PlayerClient({
        origin,
        transport: connect,
        reconnect: UNTIL_GIVEN_UP,
        follow: { after: alarm, roll: Math.random },
        simulation,
      });
      const room = await join(client);
      if (this.#closed) room.leave().catch(() => {});
      else this.#begin(room);
    } catch (error) {
      const { title, text } = explainFailure(error);
      this.status.value = {
        name: "ended",
        text: () => t(($) => $.lab.pane.ended, { title: title(), text: text() }),
      };
    }
  }

  /** Hears what comes, wherever the room goes on. */
  #hear(session: RoomSession): void {
    const { now, came } = this.#deps;
    session.mail.events.listen(({ events }) => events.forEach(came));
    session.onState(() => {
      if (now() - this.#newsAt > TOGETHER_MS) this.#updates += 1;
      this.#newsAt = now();
    });
    session.onMoved((next) => this.#hear(next));
  }

  #begin(session: RoomSession): void {
    this.#hear(session);
    const ended = (text: Text): void => {
      this.status.value = { name: "ended", text };
    };
    this.#visit = new Visit(
      session,
      { ...this.#deps, stores: this.#stores },
      {
        begun: () => {},
        seat: () => {},
        played: () => {},
        ended: (code, reason) =>
          ended(explainClose(code, reason)?.title ?? (() => t(($) => $.lab.pane.left))),
        refused: ended,
      },
    );
    this.#stores.page.screen.subscribe(({ name }) => {
      if (this.status.value.name === "ended") return;
      if (name === "match") this.status.value = { name: "live" };
      else if (name === "reconnecting") this.status.value = { name: "reconnecting" };
    });
  }
}
