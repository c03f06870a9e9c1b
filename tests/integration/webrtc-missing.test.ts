import { createSocket } from "node:dgram";
import { once } from "node:events";
import express from "express";
import { describe, expect, it, onTestFinished } from "vitest";
import { createWebRtc } from "#transports/webrtc/server.ts";
import { createRoom, joinRoom, startGame } from "../support/game.ts";

describe("a server without WebRTC", () => {
  it("whose UDP port is taken plays over everything else, and says why to who asks", async () => {
    const taken = createSocket("udp4");
    taken.bind(0, "127.0.0.1");
    await once(taken, "listening");
    onTestFinished(() => void taken.close());
    const { port } = taken.address();
    const server = await startGame({ webRtcPort: port });
    const host = await createRoom(server);
    host.play({ moveX: 1 });
    await host.until("movement", () => host.me.vx > 1);
    await expect(joinRoom(server, host.room.roomId, {}, "webrtc")).rejects.toThrow(
      `webrtc_missing?problem=UDP%20port%20${port}%20cannot%20be%20used.`,
    );
    await host.leave();
    await server.stop();
  });

  it("whose library has no binary says that", async () => {
    const router = express.Router();
    const app = express().use(router);
    const transport = createWebRtc(() => Promise.reject(new Error("No binary for this machine.")));
    const warnings: unknown[] = [];
    const { settings, log } = {
      settings: { host: "127.0.0.1", webRtcPort: 0 },
      log: { warn: (it: unknown) => warnings.push(it) },
    };
    const context = { router, settings, log };
    const running = await transport.start(context as unknown as Parameters<typeof transport.start>[0]);
    const http = app.listen(0, "127.0.0.1");
    onTestFinished(() => void http.close());
    await once(http, "listening");
    const address = http.address();
    if (address === null || typeof address === "string") throw new Error("It does not listen.");
    const answer = await fetch(`http://127.0.0.1:${address.port}/`, { method: "POST" });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      code: 503,
      error: "webrtc_missing?problem=No%20binary%20for%20this%20machine.",
      sentence: "This server does not offer WebRTC: No binary for this machine.",
    });
    expect(warnings).toHaveLength(1);
    await running.stop();
  });

  it("asked for the address of WebRTC, where that is another one than the server's", async () => {
    const asked: string[] = [];
    const transport = createWebRtc((host) => {
      asked.push(host);
      return Promise.reject(new Error("None here."));
    });
    const shared = { webRtcPort: 0, host: "127.0.0.1" };
    for (const settings of [shared, { ...shared, webRtcHost: "0.0.0.0" }]) {
      const context = { router: express.Router(), settings, log: { warn() {} } };
      await transport.start(context as unknown as Parameters<typeof transport.start>[0]);
    }
    expect(asked).toEqual(["127.0.0.1", "0.0.0.0"]);
  });
});
