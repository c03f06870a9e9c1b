import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Room, Server } from "@colyseus/core";
import { schema, t } from "@colyseus/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SdkClient } from "#player/colyseus/sdk-client.ts";
import type { TransportLog } from "#transports/contract/log.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { Holdings } from "#transports/limits/limits.ts";
import { createTransport } from "#transports/node.ts";
import { type RunningTransports, startTransports } from "#transports/server.ts";
import { waitFor } from "../support/wait-for.ts";

const Minutes = schema({ lines: t.number().default(0) }, "Minutes");

/** A room of Colyseus that is no game, and knows nothing of transports. */
class ChatRoom extends Room {
  override state = new Minutes();

  override onCreate(): void {
    this.onMessage("say", (client, text: string) => {
      this.state.lines += 1;
      this.broadcast("said", [client.sessionId, text]);
    });
  }
}

const quiet: TransportLog = { debug() {}, info() {}, warn() {}, child: () => quiet };

describe("a room of Colyseus that is no game", () => {
  const http = createServer();
  let transports: RunningTransports;
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    const settings = { host: "127.0.0.1", webRtcPort: 0, maxJoinsPerMinute: 1000, proxies: 0 };
    transports = await startTransports({
      server: http,
      settings,
      log: quiet,
      connections: new Holdings(100),
    });
    server = new Server({
      transport: transports.colyseus,
      express: (app) => void app.use("/transports", transports.router),
      greet: false,
      gracefullyShutdown: false,
    });
    server.define("chat", ChatRoom);
    await server.listen(0, "127.0.0.1");
    origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await server.gracefullyShutdown(false);
    await transports.stop();
  });

  it("is joined over every transport, hears everybody and is heard by everybody", async () => {
    const rooms = await Promise.all(
      TRANSPORTS.map((name) => {
        const client = new SdkClient(origin, { transport: (events) => createTransport(name, events) });
        return client.joinOrCreate<InstanceType<typeof Minutes>>("chat");
      }),
    );
    const heard = rooms.map((room) => {
      const said: string[] = [];
      room.onMessage<[string, string]>("said", ([, text]) => said.push(text));
      return said;
    });
    for (const [i, room] of rooms.entries()) room.send("say", `over ${TRANSPORTS[i]}`);
    const all = TRANSPORTS.map((name) => `over ${name}`).sort();
    for (const said of heard) await waitFor("what everybody said", () => said.length === all.length);
    for (const said of heard) expect([...said].sort()).toEqual(all);
    for (const room of rooms) await waitFor("the state", () => room.state.lines === all.length);
    await Promise.all(rooms.map((room) => room.leave()));
  });

  it("is guarded: who sends what no page of Colyseus sends is put out", async () => {
    const client = new SdkClient(origin, { transport: (events) => createTransport("websocket", events) });
    const room = await client.joinOrCreate("chat");
    const left = new Promise<unknown[]>((resolve) => room.onLeave((...why) => resolve(why)));
    room.connection.send(Uint8Array.of(20, 1, 0xff));
    expect((await left)[0]).toBe(4002);
  });
});
