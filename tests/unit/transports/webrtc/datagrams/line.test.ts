import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TICK_MS } from "#shared/tunables.ts";
import { CLEAR_LINE } from "#transports/simulated/line-model.ts";
import { DATAGRAM_BYTES } from "#transports/webrtc/datagrams/wire.ts";
import { DatagramPair, numbered, numberOf, upTo } from "../../../../support/datagram-pair.ts";

/** The loss at which no input may be lost. */
const HEAVY_LOSS = { delayMs: 25, jitterMs: 10, loss: 0.3 };
/** No player may be drawn in a stale place for longer (ms). */
const MAX_STALE_MS = 250;
const MINUTE = 60_000;

/** Lets `a` play the server, which patches every `patchMs`, and `b` the page, which sends an input every tick. */
function play(
  pair: DatagramPair,
  ms: number,
  patchMs: number,
  padding = 20,
): { inputs: number; patches: number } {
  const sent = { inputs: 0, patches: 0 };
  pair.run(ms, (now) => {
    if (now % patchMs === 0) pair.a.line.send(numbered(++sent.patches, padding));
    if (now % TICK_MS === 7) pair.b.line.send(numbered(++sent.inputs, 3));
  });
  return sent;
}

describe("a line of datagrams that loses nearly a third of them", () => {
  it("loses no input, and brings each once and in order", () => {
    for (const seed of [1, 2]) {
      const pair = new DatagramPair(HEAVY_LOSS, seed);
      const { inputs } = play(pair, MINUTE, 40);
      pair.run(2000);
      expect(pair.a.frames.map(numberOf)).toEqual(upTo(inputs));
      expect(inputs).toBe(MINUTE / TICK_MS);
    }
  });

  it.each([20, 40, 100])("brings every state within 250 ms, at a patch every %i ms", (patchMs) => {
    // Three minutes. Repeated only with each patch, one state in 1400 would be late at 25 a second, one in 37 at 10.
    for (const seed of [11, 12, 13]) {
      const pair = new DatagramPair(HEAVY_LOSS, seed);
      const sentAt: number[] = [];
      let worst = 0;
      pair.b.onFrame = (frame) => {
        worst = Math.max(worst, pair.now - (sentAt[numberOf(frame)] ?? Number.NaN));
      };
      let patches = 0;
      pair.run(MINUTE, (now) => {
        if (now % patchMs === 0) {
          sentAt[++patches] = now;
          pair.a.line.send(numbered(patches, 60));
        }
        if (now % TICK_MS === 7) pair.b.line.send(numbered(now, 3));
      });
      expect(worst).toBeLessThanOrEqual(MAX_STALE_MS);
      // The control: the link did lose what it should.
      expect(worst).toBeGreaterThan(HEAVY_LOSS.delayMs + 2 * TICK_MS);
    }
  });

  it("makes the last state good although nothing follows it", () => {
    for (let seed = 0; seed < 200; seed++) {
      const pair = new DatagramPair(HEAVY_LOSS, seed);
      pair.a.line.send(numbered(1));
      pair.run(MAX_STALE_MS);
      expect(pair.b.frames.map(numberOf), `seed ${seed}`).toEqual([1]);
    }
  });
});

describe("a line of datagrams", () => {
  it("keeps order and boundaries whatever is lost, late, twice or too large for a datagram", () => {
    const sizes = fc.array(fc.oneof(fc.nat(100), fc.integer({ min: 1000, max: 5000 })), {
      minLength: 1,
      maxLength: 60,
    });
    const link = fc.record({
      delayMs: fc.nat(200),
      jitterMs: fc.nat(100),
      loss: fc.double({ min: 0, max: 0.4, noNaN: true }),
    });
    fc.assert(
      fc.property(
        sizes,
        link,
        fc.nat(),
        fc.integer({ min: 1, max: 60 }),
        (paddings, profile, seed, everyMs) => {
          const pair = new DatagramPair(profile, seed);
          let sent = 0;
          const send = (now: number) => {
            const padding = paddings[sent];
            if (padding === undefined || now % everyMs !== 0) return;
            sent += 1;
            pair.a.line.send(numbered(sent, padding));
          };
          // A stream that loses the same segment again and again takes seconds.
          while (pair.b.frames.length < paddings.length && pair.now < 60_000) pair.run(100, send);
          expect(pair.b.frames.map(numberOf)).toEqual(upTo(paddings.length));
          expect(pair.b.frames.map((frame) => frame.length - 4)).toEqual(paddings);
          expect(pair.a.garbled + pair.b.garbled).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("repeats nothing needlessly on a clear link", () => {
    const pair = new DatagramPair({ ...CLEAR_LINE, delayMs: 10 }, 1);
    play(pair, 10_000, 40);
    // One per patch, one per input, and nothing beyond.
    expect(pair.a.sent).toMatchObject({ datagrams: 250, reliable: 0 });
    expect(pair.b.sent).toMatchObject({ datagrams: 500, reliable: 0 });
  });

  it("puts all that is sent in a turn into one datagram", () => {
    const pair = new DatagramPair(CLEAR_LINE, 1);
    pair.run(1, () => [1, 2, 3].map((number) => pair.a.line.send(numbered(number))));
    expect(pair.a.sent.datagrams).toBe(1);
    pair.run(5);
    expect(pair.b.frames.map(numberOf)).toEqual([1, 2, 3]);
  });

  it("copies what it is given: the SDK uses its buffer again", () => {
    const pair = new DatagramPair(CLEAR_LINE, 1);
    const frame = numbered(7);
    pair.a.line.send(frame);
    frame.fill(0);
    pair.run(5);
    expect(pair.b.frames.map(numberOf)).toEqual([7]);
  });

  it("sends what does not fit into one datagram in several, and knows what of it has arrived", () => {
    const pair = new DatagramPair({ ...CLEAR_LINE, delayMs: 150 }, 1);
    const sent = play(pair, 3000, 40, 300);
    expect(pair.a.sent.reliable).toBe(0);
    // What a round trip of 300 ms holds of 304 bytes every 40 ms, and no end that says nothing for longer than 20 ms.
    expect(pair.a.line.bufferedAmount).toBeGreaterThan(304 * 7);
    expect(pair.a.line.bufferedAmount).toBeLessThan(304 * 10);
    pair.run(1000);
    expect(pair.a.line.bufferedAmount).toBe(0);
    expect(pair.b.frames.map(numberOf)).toEqual(upTo(sent.patches));
  });

  it("does not pour ever more into an end that reads nothing, and is back at once when it reads again", () => {
    const pair = new DatagramPair(CLEAR_LINE, 1);
    pair.b.reads = false;
    // A second more, and the silence would be death.
    const { patches } = play(pair, 7000, 40);
    // For a second as ever, at every pulse; from then on ever more rarely. Without pauses it would be 350.
    expect(pair.a.sent.datagrams).toBeLessThan(140);
    expect(pair.a.line.bufferedAmount).toBe(24 * patches);
    pair.b.reads = true;
    pair.run(450);
    expect(pair.a.line.bufferedAmount).toBe(0);
    expect(pair.b.frames.map(numberOf)).toEqual(upTo(patches));
    const before = pair.a.sent.datagrams;
    play(pair, 1000, 40);
    expect(pair.a.sent.datagrams - before).toBeGreaterThanOrEqual(25);
  });

  it("does not queue without end in front of a narrow place, and not at all behind it", () => {
    const pair = new DatagramPair({ ...CLEAR_LINE, delayMs: 25 }, 1);
    const sentAt: number[] = [];
    let worst = 0;
    pair.b.onFrame = (frame) => {
      worst = Math.max(worst, pair.now - (sentAt[numberOf(frame)] ?? Number.NaN));
    };
    const playFor = (ms: number) =>
      pair.run(ms, (now) => {
        if (now % 40 === 0) pair.a.line.send(numbered(sentAt.push(now) - 1, 40));
        if (now % TICK_MS === 7) pair.b.line.send(numbered(now, 3));
      });
    playFor(5000);
    expect(worst).toBeLessThan(100);
    // The frames alone are 1.1 kB a second; as on a free line, with all repetitions and headers, it would be 5.
    pair.b.rate = 3000;
    playFor(10_000);
    worst = 0;
    const before = pair.a.sent.datagrams;
    playFor(60_000);
    // The queue of the router is 2.7 s long; what it drops comes a little later.
    expect(worst).toBeLessThan(4500);
    // 25 patches a second are gathered into a third as many datagrams.
    expect(pair.a.sent.datagrams - before).toBeLessThan(60 * 9);
    pair.b.rate = Number.POSITIVE_INFINITY;
    // Until the router's queue is empty.
    playFor(4000);
    worst = 0;
    playFor(5000);
    expect(worst).toBeLessThan(100);
    expect(pair.a.garbled + pair.b.garbled).toBe(0);
  });

  it("skips datagrams while the channel is backed up, and says how much has not arrived", () => {
    const pair = new DatagramPair(CLEAR_LINE, 1);
    pair.a.waiting.datagrams = 10 * DATAGRAM_BYTES;
    pair.a.line.send(numbered(1, 96));
    pair.run(200);
    expect(pair.a.sent.datagrams).toBe(0);
    expect(pair.a.line.bufferedAmount).toBe(100);
    pair.a.waiting.datagrams = 0;
    pair.run(100);
    expect(pair.b.frames.map(numberOf)).toEqual([1]);
  });

  it("says good-bye after all that was sent before, at both ends with the same words", () => {
    for (let seed = 0; seed < 50; seed++) {
      const pair = new DatagramPair(HEAVY_LOSS, seed);
      pair.a.line.send(numbered(1));
      pair.a.line.close(4002, "You were asked to go.");
      pair.a.line.send(numbered(2));
      pair.run(3000);
      expect(pair.b.frames.map(numberOf)).toEqual([1]);
      expect(pair.b.closes).toEqual([[4002, "You were asked to go."]]);
      expect(pair.a.closes).toEqual(pair.b.closes);
    }
  });

  it("is given up after 8 s of silence, and lives on while both ends merely have nothing to say", () => {
    const pair = new DatagramPair({ ...CLEAR_LINE, delayMs: 100 }, 1);
    pair.run(2 * MINUTE);
    expect([pair.a.line.state, pair.b.line.state]).toEqual(["open", "open"]);
    const dead = new DatagramPair({ ...CLEAR_LINE, loss: 1 }, 1);
    dead.run(7900);
    expect(dead.a.line.state).toBe("open");
    dead.run(200);
    expect(dead.a.closes).toEqual([[1006, ""]]);
  });
});
