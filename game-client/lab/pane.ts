import { type Signal, signal } from "@preact/signals-core";
import type { Hands } from "#player/netcode/hands.ts";
import type { Match } from "#player/netcode/match.ts";
import type { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import type { Arena } from "#shared/arena/arena.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";
import type { CarrierName, TransportName } from "#transports/contract/names.ts";
import type { Inside } from "../session/inside.ts";
import type { NetworkConditions } from "../session/network-conditions.ts";
import { DEFAULT_SETTINGS } from "../session/settings.ts";
import { createStores } from "../session/stores/stores.ts";
import type { Visit } from "../session/visit.ts";
import { explainClose, explainFailure } from "../session/words.ts";
import { type Text, t } from "../words/t.ts";
import type { LabHistory } from "./history.ts";
import { Sampling } from "./sampling.ts";
import type { PaneStatus, ShownPane } from "./shown-pane.ts";
import { WireMeter } from "./wire-meter.ts";

/** States that come within this time (ms) came together. */
const TOGETHER_MS = 4;

export interface PaneDeps<Name extends CarrierName = TransportName> {
  readonly transport: Name;
  readonly origin: string;
  readonly arenas: ReadonlyMap<string, Arena>;
  readonly hands: Hands;
  now(): number;
  date(): number;
  /** What the pane is in its room with; everything that goes over the line is to be counted. */
  door(meter: WireMeter): Inside | Promise<Inside>;
  /** Takes a seat in the room of the lab. */
  join(client: PlayerClient): Promise<RoomSession>;
  /** The message of an event has come. */
  came(event: GameEvent): void;
}

/** One real connection to a room, over its own transport, and all that is measured of it. */
export class Pane<Name extends CarrierName = TransportName> implements ShownPane {
  readonly transport: Name;
  readonly status: Signal<PaneStatus> = signal({ name: "opening" });
  readonly meter = new WireMeter();
  readonly #sampling: Sampling;
  readonly #deps: PaneDeps<Name>;
  readonly #stores = createStores(structuredClone(DEFAULT_SETTINGS));
  #visit: Visit | undefined;
  #closed = false;
  #newsAt = Number.NEGATIVE_INFINITY;

  constructor(deps: PaneDeps<Name>, conditions: NetworkConditions) {
    this.#deps = deps;
    this.transport = deps.transport;
    this.#stores.network.conditions.value = conditions;
    this.#sampling = new Sampling(this.meter, deps.now());
    void this.#open();
  }

  /** The match as this pane knows it; undefined before the first state and after the end. */
  get match(): Match | undefined {
    return this.status.value.name === "ended" ? undefined : this.#visit?.match;
  }

  get history(): LabHistory {
    return this.#sampling.history;
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

  /** Passes a frame. `serverMs` is the simulation time in the room now, by the best clock of the page. */
  frame(nowMs: number, serverMs: number): void {
    const { match } = this;
    if (match === undefined) return;
    this.#visit?.frame(nowMs);
    this.#sampling.age(serverMs - match.state.tick * TICK_MS);
  }

  /** Notes the figures since the last sample. */
  sample(nowMs: number): void {
    this.#sampling.sample(nowMs, this.roundTrip);
  }

  /** Leaves the room for good. */
  close(): void {
    this.#closed = true;
    this.#visit?.leave();
  }

  async #open(): Promise<void> {
    try {
      const inside = await this.#deps.door(this.meter);
      const room = await this.#deps.join(inside.client);
      if (this.#closed) room.leave().catch(() => {});
      else this.#begin(room, inside);
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
      if (now() - this.#newsAt > TOGETHER_MS) this.#sampling.update();
      this.#newsAt = now();
    });
    session.onMoved((next) => this.#hear(next));
  }

  #begin(session: RoomSession, inside: Inside): void {
    this.#hear(session);
    const ended = (text: Text): void => {
      this.status.value = { name: "ended", text };
    };
    this.#visit = inside.visit(
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
