import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { TICK_MS } from "#shared/tunables.ts";
import type { BreachKind } from "#transports/contract/peer.ts";
import { TransportMeter } from "#transports/pipeline/meter.ts";
import { ClusterMetrics } from "./cluster-metrics.ts";
import { addTraffic } from "./traffic-metrics.ts";

/** Why somebody was turned away; the list is closed, so that the label is bounded. */
export type RefusalReason =
  | "bad_request"
  | "not_found"
  | "no_room"
  | "room_full"
  | "server_full"
  | "too_often"
  | "too_many"
  | "password"
  | "kept_out"
  | "seat_gone"
  | "going_down"
  | "rooms_unknown"
  | "fault";

/** What the rooms say when the metrics are read. */
export interface RoomCensus {
  rooms: number;
  /** Seats of people, those who are being waited for included. */
  people: number;
  bots: number;
}

/** Upper bounds (s). Fine below one step, because a step that takes as long as a step is the end. */
const STEP_BOUNDS = [0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50, 100];
/** Upper bounds (s), closest around the nominal 20 ms. */
const INTERVAL_BOUNDS = [
  1, 5, 10, 15, 17, 18, 19, 19.5, 20, 20.5, 21, 22, 23, 25, 30, 40, 60, 100, 250, 1000,
];

function seconds(milliseconds: readonly number[]): number[] {
  return milliseconds.map((value) => value / 1000);
}

/**
 * Everything that `GET /metrics` tells, and the one place in which it is counted. All labels are from closed lists: no
 * room codes, no names, no addresses.
 */
export class Metrics {
  readonly registry = new Registry();
  /** Of a process among others. */
  readonly cluster = new ClusterMetrics(this.registry);
  readonly #meters = new Map<string, TransportMeter>();
  readonly #stepLength: Histogram;
  readonly #stepInterval: Histogram;
  readonly #overruns: Counter;
  readonly #joins: Counter;
  readonly #drops: Counter;
  readonly #reconnects: Counter;
  readonly #leaves: Counter;
  readonly #refusals: Counter<"reason">;
  readonly #expulsions: Counter<"reason">;
  readonly #seatMoves: Counter<"from" | "to">;
  readonly #resyncs: Counter<"transport">;
  readonly #faults: Counter<"kind">;
  readonly #roomFaults: Counter;

  /** `logLost` says how many lines of the log could not be written. */
  constructor(census: () => RoomCensus, logLost: () => number = () => 0) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    const counter = (name: string, help: string) =>
      new Counter({ name: `pushback_${name}`, help, registers });
    this.#stepLength = new Histogram({
      name: "pushback_step_duration_seconds",
      help: "Time that a simulation step of a room took.",
      buckets: seconds(STEP_BOUNDS),
      registers,
    });
    this.#stepInterval = new Histogram({
      name: "pushback_step_interval_seconds",
      help: `Time between the beginnings of two steps of a room; nominal ${TICK_MS / 1000}.`,
      buckets: seconds(INTERVAL_BOUNDS),
      registers,
    });
    this.#overruns = counter(
      "step_overruns_total",
      "Steps that took longer than the time between two steps.",
    );
    this.#joins = counter("joins_total", "Players who took a seat.");
    this.#drops = counter("drops_total", "Connections lost without a good-bye.");
    this.#reconnects = counter("reconnects_total", "Players who came back to their seat.");
    this.#leaves = counter("leaves_total", "Seats given up, for whatever reason.");
    this.#refusals = new Counter({
      name: "pushback_refusals_total",
      help: "Requests to join that were turned away.",
      labelNames: ["reason"],
      registers,
    });
    this.#expulsions = new Counter({
      name: "pushback_expulsions_total",
      help: "Connections ended for what came over them.",
      labelNames: ["reason"],
      registers,
    });
    this.#seatMoves = new Counter({
      name: "pushback_seat_moves_total",
      help: "Seats that went on over another connection in mid-match, by transport.",
      labelNames: ["from", "to"],
      registers,
    });
    this.#roomFaults = counter("room_faults_total", "Errors in a room that stayed in it; each is a bug.");
    this.#resyncs = new Counter({
      name: "pushback_resyncs_total",
      help: "Full states sent to clients who could not keep up, in place of a queue of patches.",
      labelNames: ["transport"],
      registers,
    });
    this.#faults = new Counter({
      name: "pushback_faults_total",
      help: "Errors that no part of the server caught; each is a bug.",
      labelNames: ["kind"],
      registers,
    });
    new Counter({
      name: "pushback_log_lost_total",
      help: "Lines of the log that could not be written.",
      registers,
      collect() {
        this.reset();
        this.inc(logLost());
      },
    });
    this.#addCensus(census);
    addTraffic(this.registry, this.#meters);
  }

  /** Counter of a transport by its name, the same one for the same name. */
  transport(name: string): TransportMeter {
    let meter = this.#meters.get(name);
    if (meter === undefined) {
      meter = new TransportMeter();
      this.#meters.set(name, meter);
    }
    return meter;
  }

  /** Tells how busy the process is: whether it refuses new rooms, and which share of their bots rooms may have. */
  watchLoad(load: { readonly busy: boolean; readonly share: number }): void {
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name: `pushback_${name}`,
        help,
        registers: [this.registry],
        collect() {
          this.set(value());
        },
      });
    gauge("busy", "1 while new rooms are refused because steps are late.", () => (load.busy ? 1 : 0));
    gauge("bot_share", "Share of the wanted bots that rooms may have, 0 to 1.", () => load.share);
  }

  /** Notes a step: ms since the one before it began (not a number for the first), and how many ms it took. */
  step(intervalMs: number, lengthMs: number): void {
    this.#stepLength.observe(lengthMs / 1000);
    if (!Number.isNaN(intervalMs)) this.#stepInterval.observe(intervalMs / 1000);
    if (lengthMs > TICK_MS) this.#overruns.inc();
  }

  joined(): void {
    this.#joins.inc();
  }

  dropped(): void {
    this.#drops.inc();
  }

  reconnected(): void {
    this.#reconnects.inc();
  }

  left(): void {
    this.#leaves.inc();
  }

  refused(reason: RefusalReason): void {
    this.#refusals.inc({ reason });
  }

  expelled(reason: BreachKind): void {
    this.#expulsions.inc({ reason });
  }

  /** Notes that a seat goes on over another connection. */
  seatMoved(from: string, to: string): void {
    this.#seatMoves.inc({ from, to });
  }

  /** Notes an error that reached nobody. */
  fault(kind: "exception" | "rejection"): void {
    this.#faults.inc({ kind });
  }

  /** Notes an error in a room that stayed in it. */
  roomFault(): void {
    this.#roomFaults.inc();
  }

  /** Notes that a client got the whole state in place of the patches that it could not take. */
  resynced(transport: string): void {
    this.#resyncs.inc({ transport });
  }

  #addCensus(census: () => RoomCensus): void {
    const gauge = (name: string, help: string, of: keyof RoomCensus) =>
      new Gauge({
        name: `pushback_${name}`,
        help,
        registers: [this.registry],
        async collect() {
          this.set(census()[of]);
        },
      });
    gauge("rooms", "Rooms that are open.", "rooms");
    gauge("seats", "Seats that people have.", "people");
    gauge("bots", "Bots that play in rooms.", "bots");
  }
}
