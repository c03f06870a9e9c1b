import { describe, expect, it } from "vitest";
import { seededDice } from "#shared/random.ts";
import type { TransportEvents } from "#transports/contract/client-transport.ts";
import type { LineProfile } from "#transports/simulated/line-model.ts";
import { SimulatedLine } from "#transports/simulated/simulated-line.ts";
import { HandClock } from "../../../support/hand-clock.ts";

const SLOW: LineProfile = { delayMs: 100, jitterMs: 0, loss: 0 };

/** A transport that is open and does nothing but tell what it was asked for, behind a line. */
function connect() {
  const clock = new HandClock();
  const log: string[] = [];
  const note = (text: string) => log.push(`${clock.now()}: ${text}`);
  let below: TransportEvents = {};
  const transport = {
    name: "polling",
    reason: "",
    isOpen: true,
    send: (data: Uint8Array) => void note(`sent ${data}`),
    sendUnreliable: (data: Uint8Array) => void note(`sent ${data}`),
    connect: () => void note("connects"),
    close(code = 1005) {
      transport.isOpen = false;
      note(`closed ${code}`);
      // As the others do: it does not wait for the other end that may be dead.
      if (code === 4010) below.onclose?.({ code, reason: "" });
    },
  };
  const events: TransportEvents = {
    onmessage: (event) => note(`heard ${event.data}`),
    onclose: (event) => note(`ended ${event.code}`),
  };
  const line = new SimulatedLine(clock, (direction) => seededDice(1 ^ direction));
  const end = line.before((given) => {
    below = given;
    return transport;
  })(events);
  end.connect("ws://host/process/ROOM1");
  log.length = 0;
  const hear = (...bytes: number[]): void => below.onmessage?.({ data: Uint8Array.from(bytes) });
  return { clock, log, transport, end, events, below, hear, line };
}

describe("a simulated line", () => {
  it("is not there until it is wanted", () => {
    const { log, end, hear } = connect();
    end.send(Uint8Array.of(1));
    hear(7);
    expect(log).toEqual(["0: sent 1", "0: heard 7"]);
  });

  it("tells of each message that comes down when it will be there, and of nothing else", () => {
    const { clock, log, end, hear, below, line } = connect();
    const released: number[] = [];
    line.watchDown(({ releasedMs }) => released.push(releasedMs));
    hear(1);
    line.profile = { delayMs: 100, jitterMs: 30, loss: 0.2 };
    for (let i = 2; i < 60; i++) {
      hear(i);
      clock.pass(20);
    }
    end.send(Uint8Array.of(1));
    below.onclose?.({ code: 1000, reason: "" });
    clock.pass(5000);
    const heard = log.filter((text) => text.includes("heard")).map((text) => Number(text.split(":")[0]));
    expect(released).toHaveLength(heard.length);
    for (const [i, at] of heard.entries()) expect(at - (released[i] ?? 0)).toBeLessThanOrEqual(1);
    for (const [i, at] of heard.entries()) expect(at).toBeGreaterThanOrEqual(Math.floor(released[i] ?? 0));
  });

  it("delays both directions", () => {
    const { clock, log, end, hear, line } = connect();
    line.profile = SLOW;
    end.send(Uint8Array.of(1));
    hear(7);
    clock.pass(99);
    expect(log).toEqual([]);
    clock.pass(1);
    expect(log).toEqual(["100: sent 1", "100: heard 7"]);
  });

  it("sends what the buffer held when it was told to, whatever becomes of the buffer", () => {
    const { clock, log, end, line } = connect();
    line.profile = SLOW;
    const buffer = Uint8Array.of(1, 2);
    end.send(buffer);
    buffer.fill(9);
    clock.pass(100);
    expect(log).toEqual(["100: sent 1,2"]);
  });

  it("asks those who listen now, not those who did when it began", () => {
    const { log, events, hear } = connect();
    events.onmessage = () => log.push("somebody else");
    hear(7);
    expect(log).toEqual(["somebody else"]);
  });

  it("tells of the end behind what came before it", () => {
    const { clock, log, below, hear, line } = connect();
    line.profile = SLOW;
    hear(8);
    below.onclose?.({ code: 4001, reason: "" });
    clock.pass(200);
    expect(log).toEqual(["100: heard 8", "100: ended 4001"]);
  });

  it("loses what is under way when the page gives the line up", () => {
    const { clock, log, end, hear, line } = connect();
    line.profile = SLOW;
    end.send(Uint8Array.of(1));
    hear(7);
    end.close(4010);
    expect(end.isOpen).toBe(false);
    clock.pass(1000);
    expect(log).toEqual(["0: closed 4010", "0: ended 4010"]);
  });

  it("sends what is under way before it closes in order", () => {
    const { clock, log, end, line } = connect();
    line.profile = SLOW;
    end.send(Uint8Array.of(1));
    end.close(1000);
    expect(end.isOpen).toBe(false);
    clock.pass(1000);
    expect(log).toEqual(["100: sent 1", "100: closed 1000"]);
  });

  it("opens no connection in a stall, and delays the next one as well", () => {
    const { clock, log, transport, end, hear, line } = connect();
    line.profile = { ...SLOW, stalls: { everyMs: 10_000, lengthMs: 5000 } };
    clock.pass(9000);
    end.close(4010);
    end.connect("ws://host/process/ROOM1?reconnectionToken=x");
    expect(end.isOpen).toBe(false);
    clock.pass(999);
    expect(log).toEqual(["9000: closed 4010", "9000: ended 4010"]);
    clock.pass(1);
    expect(log.at(-1)).toBe("10000: connects");
    transport.isOpen = true;
    expect(end.isOpen).toBe(true);
    hear(9);
    clock.pass(100);
    expect(log.at(-1)).toBe("10100: heard 9");
  });

  it("tells at once of the end of a connection that was still opening", () => {
    const { clock, log, end, line } = connect();
    line.profile = SLOW;
    end.close(4010);
    end.connect("ws://host/process/ROOM1?reconnectionToken=x");
    end.close();
    clock.pass(1000);
    expect(log).toEqual(["0: closed 4010", "0: ended 4010", "0: ended 1006"]);
  });
});
