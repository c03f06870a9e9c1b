import { Dice } from "#bots/brain/dice.ts";
import type { TransportName } from "#transports/contract/names.ts";
import type { LoadOptions } from "./options.ts";

/** One client as the schedule wants it. */
export interface PlannedClient {
  readonly number: number;
  readonly room: number;
  /** It opens the room; the others come by its code. */
  readonly opens: boolean;
  readonly transport: TransportName;
  readonly seed: number;
  /** When it is due, ms after the beginning. */
  readonly joinAt: number;
}

/** One disturbance as the schedule wants it: somebody leaves and somebody comes, or a line is cut. */
export interface PlannedChurn {
  readonly at: number;
  readonly kind: "replace" | "cut";
  /** Which client, as a number 0..1 over those of the worker. */
  readonly pick: number;
}

/** What one worker process does. */
export interface WorkerPlan {
  readonly clients: readonly PlannedClient[];
  readonly churn: readonly PlannedChurn[];
}

/** Lays down who does what and when, from the options and the seed alone. */
export function makePlan(options: LoadOptions): WorkerPlan[] {
  const { clients, rooms, workers, ramp, seed } = options;
  const dice = new Dice(seed);
  const transports = dealTransports(options);
  const plans = Array.from({ length: workers }, () => ({
    clients: [] as PlannedClient[],
    churn: [] as PlannedChurn[],
  }));
  for (let number = 0; number < clients; number++) {
    // Rooms are filled evenly, and all are opened before any gets its second player.
    plans[number % workers]?.clients.push({
      number,
      room: number % rooms,
      opens: number < rooms,
      transport: transports[number] ?? "websocket",
      seed: Math.floor(dice.next() * 2 ** 32),
      joinAt: (number / clients) * ramp * 1000,
    });
  }
  const disturbances = Math.floor(options.churn * options.duration);
  for (let i = 0; i < disturbances; i++) {
    plans[i % workers]?.churn.push({
      at: (ramp + (i + 1) / options.churn) * 1000,
      kind: Math.floor(i / workers) % 2 === 0 ? "replace" : "cut",
      pick: dice.next(),
    });
  }
  return plans;
}

/** Deals transports so that every stretch of clients has about the wanted mix. */
function dealTransports({ clients, transports }: LoadOptions): TransportName[] {
  const owed = transports.map(() => 0);
  return Array.from({ length: clients }, () => {
    transports.forEach(({ share }, i) => {
      owed[i] = (owed[i] ?? 0) + share;
    });
    const next = owed.indexOf(Math.max(...owed));
    owed[next] = (owed[next] ?? 0) - 1;
    return transports[next]?.name ?? "websocket";
  });
}
