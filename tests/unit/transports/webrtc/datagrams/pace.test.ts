import { describe, expect, it } from "vitest";
import { Pace } from "#transports/webrtc/datagrams/pace.ts";

/** Two ends that send a datagram every 20 ms; `way` says how long (ms) each takes to `b`, the way back takes 25. */
function converse(ms: number, way: (now: number) => number, from = 0, a = new Pace(), b = new Pace()) {
  const due: { at: number; run: (now: number) => void }[] = [];
  for (let now = from; now < from + ms; now += 5) {
    for (const next of due.filter(({ at }) => at <= now)) next.run(now);
    due.splice(0, due.length, ...due.filter(({ at }) => at > now));
    if (now % 20 !== 0) continue;
    for (const [sender, receiver, delay] of [
      [a, b, way(now)],
      [b, a, 25],
    ] as const) {
      const number = sender.leave(now);
      const echo = sender.echo(now);
      due.push({
        at: now + delay,
        run: (then) => {
          receiver.hear(number, then);
          receiver.hearEcho(echo, then);
        },
      });
    }
  }
  return { a, b };
}

describe("the pace of datagrams", () => {
  it("has no pauses on a quiet line, nor on one of jitter", () => {
    expect(converse(5000, () => 25).a.pauseMs).toBe(0);
    expect(converse(5000, () => 300).a.pauseMs).toBe(0);
    expect(converse(5000, (now) => 75 + (now % 60)).a.pauseMs).toBe(0);
  });

  it("has pauses while they queue, the longer the longer the queue, and none a moment later", () => {
    const { a, b } = converse(2000, () => 25);
    converse(2000, () => 325, 2000, a, b);
    expect(a.pauseMs).toBeGreaterThan(80);
    expect(a.pauseMs).toBeLessThan(120);
    converse(6000, () => 3000, 4000, a, b);
    expect(a.pauseMs).toBe(400);
    converse(4000, () => 25, 10_000, a, b);
    expect(a.pauseMs).toBe(0);
  });

  it("takes a way that has become longer for good for what it is, after a minute", () => {
    const { a, b } = converse(2000, () => 25);
    converse(70_000, () => 425, 2000, a, b);
    expect(a.pauseMs).toBe(0);
  });

  it("goes on when the numbers begin anew", () => {
    const a = new Pace();
    for (let i = 0; i < 0xffff - 50; i++) a.leave(0);
    const { b } = converse(4000, () => 25, 0, a);
    // One of the last 100 or so of 200 has been heard, and by now those after the turn.
    expect(b.echo(4000).number).toBeLessThan(200);
    expect(b.echo(4000).heldMs).toBeLessThan(50);
    expect(a.pauseMs).toBe(0);
  });

  it("learns nothing from an echo of what was never sent, or of the same again", () => {
    const a = new Pace();
    const number = a.leave(0);
    a.hearEcho({ number: 77, heldMs: 0 }, 5000);
    a.hearEcho({ number, heldMs: 0 }, 10);
    a.hearEcho({ number, heldMs: 0 }, 9000);
    expect(a.pauseMs).toBe(0);
  });
});
