import { describe, expect, it } from "vitest";
import {
  type LibraryChannel,
  LibraryChannels,
  type LibraryConnection,
} from "#transports/webrtc/library-channels.ts";

/** A channel that counts as open, and on which sending fails as the library lets it. */
const broken: LibraryChannel = {
  isOpen: () => true,
  bufferedAmount: () => 0,
  sendMessageBinary() {
    throw new Error("libdatachannel error while sending data channel message: Sending failed, errno=32");
  },
  onOpen() {},
  onClosed() {},
  onMessage() {},
};
const connection: LibraryConnection = {
  createDataChannel: () => broken,
  onStateChange() {},
  onGatheringStateChange() {},
  localDescription: () => null,
  close() {},
};

describe("channels on which sending fails although they are open", () => {
  it.each(["sendDatagram", "sendReliable"] as const)(
    "%s reports the end, and throws nothing",
    async (way) => {
      let ends = 0;
      const events = { open() {}, datagram() {}, reliable() {}, closed: () => (ends += 1) };
      const channels = new LibraryChannels(connection, events, queueMicrotask);
      channels[way](Uint8Array.of(1));
      expect(ends).toBe(0);
      await Promise.resolve();
      expect(ends).toBe(1);
    },
  );
});
