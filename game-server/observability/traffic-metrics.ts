import { Counter, Gauge, type Registry } from "prom-client";
import type { TransportMeter } from "#transports/pipeline/meter.ts";

/** Publishes what the meters of the transports have counted, read whenever the metrics are. */
export function addTraffic(registry: Registry, meters: ReadonlyMap<string, TransportMeter>): void {
  const registers = [registry];
  new Gauge({
    name: "pushback_players",
    help: "People who are connected, by transport.",
    labelNames: ["transport"],
    registers,
    collect() {
      for (const [transport, meter] of meters) this.set({ transport }, meter.connections);
    },
  });
  const labelNames = ["transport", "direction"] as const;
  new Counter({
    name: "pushback_messages_total",
    help: "Messages, by transport and direction as the server sees it.",
    labelNames,
    registers,
    collect() {
      this.reset();
      for (const [transport, meter] of meters) {
        this.inc({ transport, direction: "in" }, meter.messagesIn);
        this.inc({ transport, direction: "out" }, meter.messagesOut);
      }
    },
  });
  new Counter({
    name: "pushback_bytes_total",
    help: "Bytes of messages, without the framing of the transport; direction as the server sees it.",
    labelNames,
    registers,
    collect() {
      this.reset();
      for (const [transport, meter] of meters) {
        this.inc({ transport, direction: "in" }, meter.bytesIn);
        this.inc({ transport, direction: "out" }, meter.bytesOut);
      }
    },
  });
}
