import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import { TICK_MS } from "#shared/tunables.ts";
import { type ClientContext, LoadClient } from "./client.ts";
import type { PlannedChurn, WorkerPlan } from "./plan.ts";

/** Groups into which the clients of a worker are dealt, so that what they do is spread over a tick. */
const SLOTS = 10;
const SLOT_MS = TICK_MS / SLOTS;
/** Ticks between two pings of a client, and between two looks at the age of its state. */
const PING_EVERY = 25;
const AGE_EVERY = 5;
/** Ticks of which a late worker makes up for the inputs, as a page does; what is later is left out, and counted. */
const MAX_CATCHUP = 5;

/** The clients of a worker, and the clock by which all of them do what is due. Times are ms since the beginning. */
export class Squad {
  /** How late (ns) slots were run since somebody last looked. */
  readonly lateness: RecordableHistogram = createHistogram();
  readonly #context: ClientContext;
  readonly #clients: LoadClient[] = [];
  readonly #slots: LoadClient[][] = Array.from({ length: SLOTS }, () => []);
  readonly #joins: WorkerPlan["clients"][number][];
  readonly #churn: PlannedChurn[];
  readonly #elapsed: () => number;
  #slot = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `elapsed` is the time since the beginning; negative before it. */
  constructor(plan: WorkerPlan, context: ClientContext, elapsed: () => number) {
    this.#context = context;
    this.#elapsed = elapsed;
    this.#joins = plan.clients.toSorted((a, b) => a.joinAt - b.joinAt);
    this.#churn = plan.churn.toSorted((a, b) => a.at - b.at);
  }

  get clients(): readonly LoadClient[] {
    return this.#clients;
  }

  /** Clients that are in the match now. */
  get connected(): number {
    return this.#clients.reduce((sum, client) => sum + (client.isPlaying ? 1 : 0), 0);
  }

  /** The same by where the process is reached that they are connected to. */
  get places(): Record<string, number> {
    const places: Record<string, number> = {};
    for (const { isPlaying, place } of this.#clients) {
      if (isPlaying && place !== undefined) places[place] = (places[place] ?? 0) + 1;
    }
    return places;
  }

  start(): void {
    this.#run();
  }

  /** Nothing is due any more. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #run(): void {
    const now = this.#elapsed();
    this.#joinDue(now);
    this.#churnDue(now);
    this.#skipWhatIsTooLate(now);
    while (this.#slot * SLOT_MS <= now) {
      this.#runSlot(this.#slot);
      this.#slot += 1;
    }
    const next = this.#slot * SLOT_MS - this.#elapsed();
    this.#timer = setTimeout(() => this.#run(), Math.max(0, next));
  }

  #joinDue(now: number): void {
    for (let next = this.#joins[0]; next !== undefined && next.joinAt <= now; next = this.#joins[0]) {
      this.#joins.shift();
      this.#join(next, next.joinAt);
    }
  }

  #join(planned: WorkerPlan["clients"][number], dueAt: number): void {
    const client = new LoadClient(planned, this.#context);
    this.#clients.push(client);
    this.#slots[planned.number % SLOTS]?.push(client);
    client.join(this.#absolute(dueAt)).catch((error) => this.#context.tally.error(String(error)));
  }

  #churnDue(now: number): void {
    for (let next = this.#churn[0]; next !== undefined && next.at <= now; next = this.#churn[0]) {
      this.#churn.shift();
      this.#disturb(next);
    }
  }

  #disturb({ kind, pick, at }: PlannedChurn): void {
    const playing = this.#clients.filter((client) => client.isPlaying);
    const client = playing[Math.floor(pick * playing.length)];
    if (client === undefined) return;
    if (kind === "cut") {
      client.cut();
      return;
    }
    // The seat must be free before the next one can take it; who opened the room has done that already.
    const successor = { ...client.plan, opens: false };
    client
      .leave()
      .then(() => this.#join(successor, Math.max(at, this.#elapsed())))
      .catch((error) => this.#context.tally.error(String(error)));
  }

  #skipWhatIsTooLate(now: number): void {
    const oldest = Math.floor((now - MAX_CATCHUP * TICK_MS) / SLOT_MS);
    for (; this.#slot < oldest; this.#slot++) {
      this.#noteLateness(now - this.#slot * SLOT_MS);
      const skipped = this.#slots[this.#slot % SLOTS] ?? [];
      for (const client of skipped) if (client.isPlaying) this.#context.tally.counts.skippedInputs += 1;
    }
  }

  #runSlot(slot: number): void {
    const due = slot * SLOT_MS;
    const absolute = this.#absolute(due);
    const tick = Math.floor(slot / SLOTS);
    this.#noteLateness(this.#elapsed() - due);
    for (const client of this.#clients) client.pass(absolute, client.plan.number % SLOTS === slot % SLOTS);
    for (const client of this.#slots[slot % SLOTS] ?? []) {
      if ((tick + client.plan.number) % PING_EVERY === 0) client.ping(absolute);
      if ((tick + client.plan.number) % AGE_EVERY === 0) client.lookAtAge();
    }
  }

  #noteLateness(ms: number): void {
    this.lateness.record(Math.max(1, Math.round(ms * 1e6)));
  }

  /** The clock of the clients at a time since the beginning. */
  #absolute(ms: number): number {
    return this.#context.now() - this.#elapsed() + ms;
  }
}
