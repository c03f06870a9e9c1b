import { getMessageBytes, Protocol } from "@colyseus/core";
import { describe, expect, it } from "vitest";
import { MessageList } from "#colyseus/server/message-list.ts";

const ITEMS = Array.from({ length: 300 }, (_, i) => ({
  type: i % 2 === 0 ? "hit" : "dash",
  tick: i * 1000,
  id: `session-${i}`,
  x: i / 7,
}));

describe("message list", () => {
  it.each([0, 1, 2, 15, 16, 17, 255, 256, 300])(
    "is packed from its items as Colyseus packs it whole (%i items)",
    (count) => {
      const list = new MessageList("events", "events");
      const items = ITEMS.slice(0, count);
      const whole = getMessageBytes.raw(Protocol.ROOM_DATA, "events", { events: items });
      expect(list.frame(items.map((item) => list.pack(item)))).toEqual(whole);
    },
  );

  it("refuses more items than it can count", () => {
    const list = new MessageList("events", "events");
    expect(() => list.frame(Array.from({ length: 65536 }, () => new Uint8Array(0)))).toThrow("65535 items");
  });
});
