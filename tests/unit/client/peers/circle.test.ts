import { describe, expect, it, vi } from "vitest";
import { Circle } from "#client/peers/circle.ts";
import type { Connection, ConnectionEvents, Description } from "#client/peers/connection.ts";
import { seededDice } from "#shared/random.ts";
import type { VoiceSignal } from "#shared/voice.ts";

/** Longer than any call takes that works (ms): retries come after 10 s each. */
const LONG_MS = 60_000;

/**
 * One end as browsers have it: it is connected when both ends have agreed on one offer, and each knows a way to the other. It refuses
 * what a browser refuses: an answer to nothing, and a way before any description.
 */
class FakeConnection implements Connection {
  static made = 0;
  readonly #name = `c${++FakeConnection.made}`;
  readonly #events: ConnectionEvents;
  hasOffered = false;
  isClosed = false;
  #remoteOffer: string | undefined;
  /** Name of the other end, once both have agreed. */
  agreed: string | undefined;
  #reached = false;
  #knows = false;

  constructor(begins: boolean, events: ConnectionEvents) {
    this.#events = events;
    if (begins) events.negotiate();
  }

  get name(): string {
    return this.#name;
  }

  negotiate(): void {
    this.#events.negotiate();
  }

  async describe(): Promise<Description> {
    await Promise.resolve();
    this.#events.candidate({ candidate: this.#name, mid: "0" });
    if (this.#remoteOffer === undefined) {
      this.hasOffered = true;
      return { type: "offer", sdp: this.#name };
    }
    this.agreed = this.#remoteOffer;
    this.#remoteOffer = undefined;
    this.#look();
    return { type: "answer", sdp: this.#name };
  }

  async accept({ type, sdp }: Description): Promise<void> {
    await Promise.resolve();
    if (type === "answer" && !this.hasOffered) throw new Error("an answer to nothing");
    this.hasOffered = false;
    this.#knows = true;
    if (type === "offer") this.#remoteOffer = sdp;
    else this.agreed = sdp;
    this.#look();
  }

  async reach({ candidate }: { candidate: string }): Promise<void> {
    if (!this.#knows) throw new Error("a way before any description");
    if (candidate === (this.agreed ?? this.#remoteOffer)) this.#reached = true;
    this.#look();
  }

  close(): void {
    this.isClosed = true;
  }

  #look(): void {
    if (this.agreed !== undefined && this.#reached && !this.isClosed) this.#events.connected();
  }
}

/** Some who have voice on, and a server between them that keeps the order of what goes from one to another, and no other. */
function meeting(ids: readonly string[], seed: number, lost = 0) {
  const dice = seededDice(seed);
  const lanes = new Map<string, number>();
  const connections = new Map<string, FakeConnection>();
  const circles = new Map<string, Circle>();
  const make = (self: string): Circle =>
    new Circle({
      self,
      open(id, begins, events) {
        const one = new FakeConnection(begins, events);
        connections.set(`${self}>${id}`, one);
        return one;
      },
      send(to: string, signal: VoiceSignal) {
        if (dice() < lost) return;
        const lane = `${self}>${to}`;
        const at = Math.max(performance.now() + dice() * 300, (lanes.get(lane) ?? 0) + 1);
        lanes.set(lane, at);
        setTimeout(() => circles.get(to)?.receive(self, structuredClone(signal)), at - performance.now());
      },
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
  for (const id of ids) circles.set(id, make(id));
  const all = (of: readonly string[]) => new Set(of);
  return {
    circles,
    connections,
    dice,
    /** One wants these, of those who are there. */
    want(id: string, others: readonly string[], present: readonly string[] = ids) {
      circles.get(id)?.want(all(others), all(present));
    },
    /** Somebody comes again, with a page that knows nothing. */
    renew: (id: string) => circles.set(id, make(id)),
    /** Whether both ends of a pair say that they are connected, and are with each other. */
    areConnected(a: string, b: string): boolean {
      const [ab, ba] = [connections.get(`${a}>${b}`), connections.get(`${b}>${a}`)];
      const say = circles.get(a)?.isConnected(b) === true && circles.get(b)?.isConnected(a) === true;
      return say && ab?.agreed === ba?.name && ba?.agreed === ab?.name && !ab?.isClosed && !ba?.isClosed;
    },
  };
}

/** Runs a meeting in a time that is turned by hand. */
async function inTime(run: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const quiet = vi.spyOn(console, "info").mockImplementation(() => {});
  try {
    await run();
  } finally {
    quiet.mockRestore();
    vi.useRealTimers();
  }
}

const SEEDS = Array.from({ length: 30 }, (_, seed) => seed + 1);
const FIVE = ["a", "b", "c", "d", "e"];
const PAIRS = FIVE.flatMap((a) => FIVE.filter((b) => a < b).map((b) => [a, b] as const));

describe("pages that speak with each other", () => {
  it("connect in pairs within one round of signals, however these are delayed", () =>
    inTime(async () => {
      for (const seed of SEEDS) {
        const { want, areConnected } = meeting(FIVE, seed);
        for (const id of FIVE)
          want(
            id,
            FIVE.filter((other) => other !== id),
          );
        // Before any retry: a hello, an offer, an answer and the ways, each at most 300 ms on the way.
        await vi.advanceTimersByTimeAsync(3000);
        for (const [a, b] of PAIRS) expect(areConnected(a, b), `${a} ${b}, seed ${seed}`).toBe(true);
      }
    }));

  it("agree also when both offer at once, and then once more", () =>
    inTime(async () => {
      for (const seed of SEEDS) {
        const { want, connections, areConnected } = meeting(["a", "b"], seed);
        want("a", ["b"], ["a", "b"]);
        want("b", ["a"], ["a", "b"]);
        await vi.advanceTimersByTimeAsync(3000);
        for (let again = 0; again < 3; again++) {
          connections.get("a>b")?.negotiate();
          connections.get("b>a")?.negotiate();
          await vi.advanceTimersByTimeAsync(3000);
          expect(areConnected("a", "b"), `seed ${seed}`).toBe(true);
          expect(connections.get("a>b")?.hasOffered).toBe(false);
          expect(connections.get("b>a")?.hasOffered).toBe(false);
        }
      }
    }));

  it("find together whatever they wanted on the way, and whoever came again in between", () =>
    inTime(async () => {
      for (const seed of SEEDS) {
        const { want, renew, circles, dice, areConnected } = meeting(FIVE, seed);
        const others = (id: string) => FIVE.filter((other) => other !== id);
        for (let change = 0; change < 40; change++) {
          const id = FIVE[Math.floor(dice() * FIVE.length)] ?? "a";
          if (dice() < 0.15) {
            circles.get(id)?.close();
            for (const other of others(id)) {
              const left = FIVE.filter((one) => one !== id);
              want(
                other,
                [...(circles.get(other)?.members ?? [])].filter((one) => one !== id),
                left,
              );
            }
            renew(id);
          } else
            want(
              id,
              others(id).filter(() => dice() < 0.6),
            );
          await vi.advanceTimersByTimeAsync(dice() * 400);
        }
        for (const id of FIVE) want(id, others(id));
        await vi.advanceTimersByTimeAsync(LONG_MS);
        for (const [a, b] of PAIRS) expect(areConnected(a, b), `${a} ${b}, seed ${seed}`).toBe(true);
      }
    }));

  it("begin again when signals were lost", () =>
    inTime(async () => {
      for (const seed of SEEDS) {
        const { want, areConnected } = meeting(["a", "b"], seed, 0.2);
        want("a", ["b"], ["a", "b"]);
        want("b", ["a"], ["a", "b"]);
        await vi.advanceTimersByTimeAsync(10 * LONG_MS);
        expect(areConnected("a", "b"), `seed ${seed}`).toBe(true);
      }
    }));

  it("let go of who is not wanted, or gone, and open nothing to who does not want them", () =>
    inTime(async () => {
      const { want, circles, connections } = meeting(["a", "b", "c"], 1);
      want("a", ["b", "c"]);
      want("b", ["a"]);
      await vi.advanceTimersByTimeAsync(3000);
      expect(connections.has("a>c")).toBe(false);
      want("b", []);
      await vi.advanceTimersByTimeAsync(1000);
      expect(connections.get("a>b")?.isClosed).toBe(true);
      expect(connections.get("b>a")?.isClosed).toBe(true);
      expect(circles.get("a")?.isConnected("b")).toBe(false);
      want("b", ["a"]);
      await vi.advanceTimersByTimeAsync(3000);
      expect(circles.get("a")?.isConnected("b")).toBe(true);
      want("a", [], ["a", "c"]);
      expect(connections.get("a>b")?.isClosed).toBe(true);
      expect(circles.get("a")?.members.size).toBe(0);
    }));
});
