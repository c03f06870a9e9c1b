import express, { type Request, type Response } from "express";
import { type ReasonBody, reasonBody } from "../contract/reasons.ts";
import type { ServerTransport } from "../contract/server-transport.ts";
import { requireType } from "../limits/body-type.ts";
import { Refusal, WebRtcDesk } from "./desk.ts";
import { type StartEngine, startLibrary } from "./engine.ts";

/** Largest body of an offer; honest ones have one or two thousand bytes. */
const MAX_BODY = "16kb";

/**
 * WebRTC with an engine of one's choice. Without one, because it cannot be loaded or its port is taken, the server
 * goes on and says why to whoever asks for it.
 */
export function createWebRtc(startEngine: StartEngine): ServerTransport {
  return {
    name: "webrtc",
    async start(context) {
      const { router, settings, log } = context;
      try {
        const engine = await startEngine(settings.webRtcHost ?? settings.host, settings.webRtcPort);
        const desk = new WebRtcDesk(context, engine);
        log.info({ port: engine.port }, "listening for WebRTC (UDP)");
        router.post(
          "/",
          requireType("application/json"),
          express.json({ limit: MAX_BODY }),
          async (request, response) => {
            await answer(desk, request, response);
          },
        );
        return { stop: () => desk.stop() };
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        log.warn({ err: error, port: settings.webRtcPort }, "WebRTC is not offered");
        router.post("/", (_request, response) => {
          refuse(response, 503, reasonBody("webrtc_missing", { problem: why }));
        });
        return { stop() {} };
      }
    },
  };
}

/** Data channels over UDP, by the library. */
export const webRtc = createWebRtc(startLibrary);

async function answer(desk: WebRtcDesk, request: Request, response: Response): Promise<void> {
  try {
    response.set("Cache-Control", "no-store").json(await desk.answer(request));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse(response, error.status, error.body);
  }
}

function refuse(response: Response, status: number, body: ReasonBody): void {
  response
    .status(status)
    .set("Cache-Control", "no-store")
    .json({ code: status, ...body });
}
