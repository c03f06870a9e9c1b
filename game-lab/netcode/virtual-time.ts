/** A clock of one end: it may be ahead of true time, and go fast or slow. */
export interface EndClock {
  /** What it shows at the beginning (ms). */
  readonly offsetMs: number;
  /** How much faster than true time it goes (parts per million). */
  readonly driftPpm: number;
}

/** True time: what the server's clock shows, so that errors are measured against it. */
export const TRUE_CLOCK: EndClock = { offsetMs: 0, driftPpm: 0 };

interface Due {
  at: number;
  order: number;
  end: EndClock;
  run: () => unknown;
}

const REAL = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  setImmediate: globalThis.setImmediate,
  now: Date.now,
  performanceNow: performance.now,
};

/** Timers so far, of all times: what an earlier one has left behind may still be stopped in a later one. */
let timers = 0;

/**
 * A time that is turned by hand, for several ends in one process: each sees its own clock, because whatever runs, runs
 * as one of them. While it is installed, timers, `Date.now` and `performance.now` are its own, so that a framework
 * that reads them needs no change. What is due at the same time runs in the order in which it was asked for.
 */
export class VirtualTime {
  /** True time (ms). */
  now = 0;
  readonly #heap: Due[] = [];
  readonly #stopped = new Set<number>();
  #order = 0;
  #end: EndClock = TRUE_CLOCK;

  /** What the clock of an end shows now (ms). */
  read(end: EndClock): number {
    return end.offsetMs + this.now * (1 + end.driftPpm / 1e6);
  }

  /** Runs something at a true time, as one of the ends. A promise that it returns is waited for. */
  at(timeMs: number, end: EndClock, run: () => unknown): void {
    const due = { at: Math.max(timeMs, this.now), order: this.#order++, end, run };
    push(this.#heap, due);
  }

  /** Runs something at once, as one of the ends. */
  as<T>(end: EndClock, run: () => T): T {
    const before = this.#end;
    this.#end = end;
    try {
      return run();
    } finally {
      this.#end = before;
    }
  }

  /** Lets time pass to `untilMs`. */
  async runUntil(untilMs: number): Promise<void> {
    for (let due = this.#heap[0]; due !== undefined && due.at <= untilMs; due = this.#heap[0]) {
      pop(this.#heap);
      this.now = due.at;
      this.#end = due.end;
      const result = due.run();
      if (result instanceof Promise) await this.settle();
      // What was put off to after this piece of code belongs to it, and to its end.
      else await undefined;
    }
    this.now = untilMs;
    this.#end = TRUE_CLOCK;
  }

  /** Lets everything that waits for a promise and not for time go on. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => REAL.setImmediate(resolve));
  }

  /** Puts this time in the place of the real one. */
  install(): void {
    Object.assign(globalThis, {
      setTimeout: (run: () => void, delay = 0) => this.#start(run, delay, false),
      setInterval: (run: () => void, delay = 0) => this.#start(run, delay, true),
      clearTimeout: (timer: unknown) => this.#stop(timer),
      clearInterval: (timer: unknown) => this.#stop(timer),
    });
    Date.now = () => Math.floor(this.read(this.#end));
    performance.now = () => this.read(this.#end);
  }

  /** Brings the real time back. */
  uninstall(): void {
    const { now, performanceNow, setImmediate: _, ...timers } = REAL;
    Object.assign(globalThis, timers);
    Date.now = now;
    performance.now = performanceNow;
  }

  #start(run: () => void, delayMs: number, again: boolean): object {
    const id = ++timers;
    const end = this.#end;
    const every = Math.max(delayMs, again ? 1 : 0) / (1 + end.driftPpm / 1e6);
    const timer = {
      id,
      unref: () => timer,
      ref: () => timer,
      hasRef: () => false,
      [Symbol.toPrimitive]: () => id,
    };
    const arm = (): void =>
      this.at(this.now + every, end, () => {
        if (this.#stopped.delete(id)) return;
        if (again) arm();
        run();
      });
    arm();
    return timer;
  }

  #stop(timer: unknown): void {
    if (typeof timer === "object" && timer !== null && "id" in timer && typeof timer.id === "number") {
      this.#stopped.add(timer.id);
    }
  }
}

function before(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** A binary heap with the earliest in front. */
function push(heap: Due[], due: Due): void {
  let index = heap.push(due) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !before(due, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = due;
}

function pop(heap: Due[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    const left = heap[child];
    if (left === undefined) break;
    const right = heap[child + 1];
    if (right !== undefined && before(right, left)) child += 1;
    const least = child === 2 * index + 1 ? left : right;
    if (least === undefined || !before(least, last)) break;
    heap[index] = least;
    index = child;
  }
  heap[index] = last;
}
