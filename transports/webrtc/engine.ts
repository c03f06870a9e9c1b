import { createSocket } from "node:dgram";
import { lookup } from "node:dns/promises";
import { isIPv6 } from "node:net";
import type { ChannelEvents, Channels } from "./datagrams/channels.ts";
import { LibraryChannels } from "./library-channels.ts";

/** Answers offers: whatever speaks WebRTC behind the transport. Another library is another object of this kind. */
export interface WebRtcEngine {
  /** The UDP port that all connections share. */
  readonly port: number;
  /**
   * Answers an offer that holds no candidates. The connection waits to be called; the channels report to `events`.
   * @throws Error when the offer is not one that can be answered.
   */
  answer(offer: string, events: ChannelEvents): { channels: Channels; sdp: Promise<string> };
  /** Frees the port. The connections must have been closed. */
  stop(): void;
}

/** Starts an engine on an address and a UDP port, of which 0 means any. */
export type StartEngine = (host: string, port: number) => Promise<WebRtcEngine>;

/** Bytes that a connection keeps below the channels until they have arrived: several full states. */
const SEND_BUFFER = 256 * 1024;

/**
 * The engine on libdatachannel. All connections share one socket and are told apart by their ICE names.
 * @throws Error when the library has no binary for this machine, or the port is taken.
 */
export const startLibrary: StartEngine = async (host, wantedPort) => {
  const { IceUdpMuxListener, PeerConnection, setSctpSettings } = await import("node-datachannel");
  setSctpSettings({ sendBufferSize: SEND_BUFFER });
  const { address } = await lookup(host);
  const port = wantedPort === 0 ? await freePort(address) : wantedPort;
  // Holds the port from now on: a connection that finds it taken would take the whole process with it.
  const listener = listen(() => new IceUdpMuxListener(port, address), port);
  return {
    port,
    answer(offer, events) {
      const connection = new PeerConnection("player", {
        iceServers: [],
        bindAddress: address,
        portRangeBegin: port,
        portRangeEnd: port,
        enableIceUdpMux: true,
        disableAutoNegotiation: true,
      });
      try {
        connection.setRemoteDescription(offer, "offer");
        const channels = new LibraryChannels(connection, events, queueMicrotask);
        connection.setLocalDescription("answer");
        return { channels, sdp: channels.description };
      } catch (error) {
        connection.close();
        throw error;
      }
    },
    stop: () => listener.stop(),
  };
};

/** The library reports one generic error, and when it listens that is always the same: the port is taken. */
function listen<T>(open: () => T, port: number): T {
  try {
    return open();
  } catch (cause) {
    throw new Error(`UDP port ${port} cannot be used.`, { cause });
  }
}

/** A UDP port that nobody uses at this moment. */
function freePort(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(isIPv6(address) ? "udp6" : "udp4");
    socket.once("error", reject);
    socket.bind(0, address, () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}
