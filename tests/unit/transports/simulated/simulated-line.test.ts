import { describe, expect, it } from "vitest";
import { seededDice } from "#shared/random.ts";
import type { LinkProfile } from "#transports/simulated/line-model.ts";
import { type SdkConnection, SimulatedLink } from "#transports/simulated/simulated-line.ts";
import { HandClock } from "../../../support/hand-clock.ts";

const SLOW: LinkProfile = { delayMs: 100, jitterMs: 0, loss: 0 };

/** A connection as the SDK makes it, over a transport that does nothing but tell what it was asked for. */
function connect() {
  const clock = new HandClock();
  const log: string[] = [];
  const note = (text: string) => log.push(`${clock.now()}: ${text}`);
  const transport = {
    isOpen: true,
    send: (data: Uint8Array) => void note(`sent ${data}`),
    sendUnreliable: (data: Uint8Array) => void note(`sent ${data}`),
    connect: () => void note("connects"),
    close(code?: number) {
      transport.isOpen = false;
      note(`closed ${code}`);
      // As the SDK's own transport does: it does not wait for the other end that may be dead.
      if (code === 4010) below.onclose?.({ code, reason: "" });
    },
  };
  const connection: SdkConnection = {
    transport,
    events: {
      onmessage: (event) => note(`heard ${event.data}`),
      onclose: (event) => note(`ended ${event.code}`),
    },
    get isOpen() {
      return transport.isOpen;
    },
    send: (data) => transport.send(data),
    sendUnreliable: (data) => transport.sendUnreliable(data),
    close: (code) => transport.close(code),
    reconnect: () => transport.connect(),
  };
  const below = connection.events;
  const link = new SimulatedLink(connection, clock, (direction) => seededDice(1 ^ direction));
  return { clock, log, transport, connection, below, link };
}

describe("a simulated link", () => {
  it("is not there until it is wanted", () => {
    const { log, connection, below } = connect();
    connection.send(Uint8Array.of(1));
    below.onmessage?.({ data: "a" });
    expect(log).toEqual(["0: sent 1", "0: heard a"]);
  });

  it("delays both directions", () => {
    const { clock, log, connection, below, link } = connect();
    link.profile = SLOW;
    connection.send(Uint8Array.of(1));
    below.onmessage?.({ data: "a" });
    clock.pass(99);
    expect(log).toEqual([]);
    clock.pass(1);
    expect(log).toEqual(["100: sent 1", "100: heard a"]);
  });

  it("sends what the buffer held when it was told to, whatever becomes of the buffer", () => {
    const { clock, log, connection, link } = connect();
    link.profile = SLOW;
    const buffer = Uint8Array.of(1, 2);
    connection.send(buffer);
    buffer.fill(9);
    clock.pass(100);
    expect(log).toEqual(["100: sent 1,2"]);
  });

  it("asks those who listen now, not those who did when it began", () => {
    const { log, connection, below } = connect();
    connection.events.onmessage = () => log.push("somebody else");
    below.onmessage?.({ data: "a" });
    expect(log).toEqual(["somebody else"]);
  });

  it("tells of the end behind what came before it", () => {
    const { clock, log, below, link } = connect();
    link.profile = SLOW;
    below.onmessage?.({ data: "good-bye" });
    below.onclose?.({ code: 4001 });
    clock.pass(200);
    expect(log).toEqual(["100: heard good-bye", "100: ended 4001"]);
  });

  it("loses what is under way when the page gives the line up", () => {
    const { clock, log, connection, below, link } = connect();
    link.profile = SLOW;
    connection.send(Uint8Array.of(1));
    below.onmessage?.({ data: "a" });
    connection.close(4010);
    expect(connection.isOpen).toBe(false);
    clock.pass(1000);
    expect(log).toEqual(["0: closed 4010", "0: ended 4010"]);
  });

  it("sends what is under way before it closes in order", () => {
    const { clock, log, connection, link } = connect();
    link.profile = SLOW;
    connection.send(Uint8Array.of(1));
    connection.close(1000);
    expect(connection.isOpen).toBe(false);
    clock.pass(1000);
    expect(log).toEqual(["100: sent 1", "100: closed 1000"]);
  });

  it("opens no connection in a stall, and delays the next one as well", () => {
    const { clock, log, transport, connection, below, link } = connect();
    link.profile = { ...SLOW, stalls: { everyMs: 10_000, lengthMs: 5000 } };
    clock.pass(9000);
    connection.close(4010);
    connection.reconnect({ reconnectionToken: "" });
    expect(connection.isOpen).toBe(false);
    clock.pass(999);
    expect(log).toEqual(["9000: closed 4010", "9000: ended 4010"]);
    clock.pass(1);
    expect(log.at(-1)).toBe("10000: connects");
    transport.isOpen = true;
    expect(connection.isOpen).toBe(true);
    below.onmessage?.({ data: "welcome" });
    clock.pass(100);
    expect(log.at(-1)).toBe("10100: heard welcome");
  });

  it("tells at once of the end of a connection that was still opening", () => {
    const { clock, log, connection, link } = connect();
    link.profile = SLOW;
    connection.close(4010);
    connection.reconnect({ reconnectionToken: "" });
    connection.close();
    clock.pass(1000);
    expect(log).toEqual(["0: closed 4010", "0: ended 4010", "0: ended 1006"]);
  });
});
