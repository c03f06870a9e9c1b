import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { Cluster } from "../cluster/cluster.ts";

/**
 * How a room passes from one process to another; the list is closed, so that the label is bounded.
 * - `out`: this process has moved it to another one.
 * - `in`: it goes on here from a snapshot, moved or brought back.
 * - `brought_back`: this process was asked for it first after its own was gone, and had it brought back, here or elsewhere.
 * - `left_behind`: nobody took it, and its last snapshot was left for whoever asks.
 * - `given_up`: it went on elsewhere while this process stood still, and the copy here was closed.
 */
const PASSAGES = ["out", "in", "brought_back", "left_behind", "given_up"] as const;
export type Passage = (typeof PASSAGES)[number];

/** Upper bounds (s): a blink, a moment, and what players take for a fault. */
const STANDSTILL_BOUNDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2, 5];

/** What `GET /metrics` tells of a process among others. */
export class ClusterMetrics {
  readonly #registers: Registry[];
  readonly #passages: Counter<"kind">;
  readonly #standstill: Histogram;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#registers = registers;
    this.#passages = new Counter({
      name: "pushback_room_passages_total",
      help: "Rooms that passed from one process to another, by how they did.",
      labelNames: ["kind"],
      registers,
    });
    // Rates need a 0 to begin with.
    for (const kind of PASSAGES) this.#passages.inc({ kind }, 0);
    this.#standstill = new Histogram({
      name: "pushback_room_standstill_seconds",
      help: "Time from the last step of a room that moved until it went on in another process, before its people are back.",
      buckets: STANDSTILL_BOUNDS,
      registers,
    });
  }

  passed(kind: Passage): void {
    this.#passages.inc({ kind });
  }

  /** Notes for how long (ms) a room that has moved stood still. */
  stoodStill(ms: number): void {
    this.#standstill.observe(ms / 1000);
  }

  /** Tells whether newcomers may come, and of one of several processes whether its Redis can be asked. */
  watch(cluster: Pick<Cluster, "isOpen" | "check">, isOneOfSeveral: boolean): void {
    const gauge = (name: string, help: string, value: () => boolean) =>
      new Gauge({
        name: `pushback_${name}`,
        help,
        registers: this.#registers,
        collect() {
          this.set(value() ? 1 : 0);
        },
      });
    gauge("open", "1 while newcomers may come, 0 once the process is drained.", () => cluster.isOpen);
    if (isOneOfSeveral) gauge("redis_up", "1 while Redis can be asked.", () => canAsk(cluster));
  }
}

function canAsk(cluster: Pick<Cluster, "check">): boolean {
  try {
    cluster.check();
    return true;
  } catch {
    return false;
  }
}
