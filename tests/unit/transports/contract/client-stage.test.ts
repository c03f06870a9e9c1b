import { describe, expect, it } from "vitest";
import { behindStage } from "#transports/contract/client-stage.ts";
import type { ClientTransport, TransportEvents } from "#transports/contract/client-transport.ts";

/** A transport that remembers what it is given, and the page above it. */
function line() {
  const sent: number[][] = [];
  const heard: unknown[] = [];
  let below: TransportEvents = {};
  const make = (events: TransportEvents): ClientTransport => {
    below = events;
    const send = (frame: Uint8Array): void => void sent.push([...frame]);
    return { name: "fake", reason: "", isOpen: true, connect() {}, send, sendUnreliable: send, close() {} };
  };
  const page: TransportEvents = {
    onopen: () => heard.push("open"),
    onmessage: ({ data }) => heard.push([...new Uint8Array(data)]),
    onclose: ({ code }) => heard.push(code),
  };
  return { sent, heard, make, page, below: () => below };
}

describe("a stage in front of the player's end of a transport", () => {
  it("gets every frame of both ways, and passes on what it likes", () => {
    const { sent, heard, make, page, below } = line();
    const transport = behindStage(make, {
      up: (frame, next) => next(frame.map((byte) => byte + 1)),
      down: (frame, next) => {
        if (frame[0] !== 0) next(frame);
      },
    })(page);
    transport.send(Uint8Array.of(1));
    transport.sendUnreliable(Uint8Array.of(2));
    below().onmessage?.({ data: Uint8Array.of(0).buffer });
    below().onmessage?.({ data: Uint8Array.of(7).buffer });
    expect(sent).toEqual([[2], [3]]);
    expect(heard).toEqual([[7]]);
  });

  it("has nothing to do with the opening and the end", () => {
    const { heard, make, page, below } = line();
    behindStage(make, {})(page);
    below().onopen?.({});
    below().onmessage?.({ data: Uint8Array.of(1) });
    below().onclose?.({ code: 1006, reason: "" });
    expect(heard).toEqual(["open", [1], 1006]);
  });
});
