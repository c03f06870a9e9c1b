import { type Client, matchMaker } from "@colyseus/core";
import { onTestFinished } from "vitest";
import { PlayerClient } from "#player/player-client.ts";
import type { GameServer } from "#server/server.ts";
import { nextRandom } from "#shared/random.ts";
import type { DialledChannels } from "#transports/webrtc/attempt.ts";
import { type WebRtcDeps, webRtcTransport } from "#transports/webrtc/client.ts";
import { nodeWebRtc } from "#transports/webrtc/node.ts";
import { addressOf, ready, type TestPlayer } from "../../support/game.ts";
import { UdpProxy } from "../../support/udp-proxy.ts";

/** A client whose connections are made by changed dependencies. */
export function clientWith(server: GameServer, change: Partial<WebRtcDeps>): PlayerClient {
  return new PlayerClient({
    origin: addressOf(server),
    transport: webRtcTransport({ ...nodeWebRtc, ...change }),
  });
}

/** Joins a room by its code, and resolves with the first state. */
export async function joinOver(
  client: PlayerClient,
  code: string,
  options: object = {},
): Promise<TestPlayer> {
  return await ready(await client.join(code, options));
}

/** The server's connection to a player. */
export function serverEndOf({ room }: TestPlayer): Client {
  const client = matchMaker.getLocalRoomById(room.roomId)?.clients.get(room.sessionId);
  if (client === undefined) throw new Error("The player has no connection.");
  return client;
}

/** What may be done to a datagram on its way: true loses it. */
export type Loses = () => boolean;

/** Loses this share of what it is asked for, in the same way in each run. */
export function losing(share: number, seed: number): Loses {
  let state = seed;
  return () => {
    const next = nextRandom(state);
    state = next.state;
    return next.value < share;
  };
}

/** Dials as usual, but loses datagrams of both directions; `opened` is given the channels. */
export function lossyDial(
  loses: Loses,
  opened: (channels: DialledChannels) => void = () => {},
): WebRtcDeps["dial"] {
  return async (events) => {
    const channels = await nodeWebRtc.dial({
      ...events,
      datagram: (bytes) => {
        if (!loses()) events.datagram(bytes);
      },
    });
    const send = channels.sendDatagram.bind(channels);
    channels.sendDatagram = (bytes) => {
      if (!loses()) send(bytes);
    };
    opened(channels);
    return channels;
  };
}

/** Signals as usual, but has the packets go through a relay. */
export function proxiedPost(started: (proxy: UdpProxy) => void): WebRtcDeps["post"] {
  return async (url, body) => {
    const answer = await nodeWebRtc.post(url, body);
    const said = await answer.json();
    const text = JSON.stringify(said);
    const port = Number(/127\.0\.0\.1 (\d+) typ host/.exec(text)?.[1]);
    const proxy = await UdpProxy.start(port);
    started(proxy);
    const changed: unknown = JSON.parse(text.replaceAll(` ${port} typ host`, ` ${proxy.port} typ host`));
    return { ok: answer.ok, status: answer.status, json: () => Promise.resolve(changed) };
  };
}

/** Somebody whose line can be made narrow. */
export interface NarrowPlayer {
  readonly player: TestPlayer;
  /** Bytes a second that come down from now on. */
  setRate(rate: number): void;
}

/** Joins a room over WebRTC on a line for the length of the test that can be made narrow. */
export async function joinNarrow(server: GameServer, code: string): Promise<NarrowPlayer> {
  const proxies: UdpProxy[] = [];
  onTestFinished(() => {
    for (const proxy of proxies) proxy.close();
  });
  const client = clientWith(server, { post: proxiedPost((proxy) => proxies.push(proxy)) });
  return {
    player: await ready(await client.join(code, { name: "webrtc" })),
    setRate(rate) {
      for (const proxy of proxies) proxy.rate = rate;
    },
  };
}
